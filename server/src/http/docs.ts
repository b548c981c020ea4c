import express, { Router } from 'express';
import swaggerUi from 'swagger-ui-dist';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>TiketHet API</title>
    <link rel="stylesheet" href="swagger-ui.css" />
    <link rel="icon" href="favicon-32x32.png" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="swagger-ui-bundle.js"></script>
    <script src="start.js"></script>
  </body>
</html>
`;

const script = `SwaggerUIBundle({
  url: '../api/v1/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
});
`;

/** The readable API description at `/docs/`, from this server alone. */
export function docs(): Router {
  const router = Router({ strict: true });
  router.get('/docs', (_request, response) => response.redirect(308, 'docs/'));
  router.get(['/docs/', '/docs/index.html'], (_request, response) => {
    response.type('html').send(page);
  });
  router.get('/docs/start.js', (_request, response) => {
    response.type('js').send(script);
  });
  router.use('/docs', express.static(swaggerUi.getAbsoluteFSPath(), { index: false }));
  return router;
}
