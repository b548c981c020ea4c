import path from 'node:path';
import express, { Router, type RequestHandler } from 'express';

/** Files whose names carry a hash of their content never change. */
const YEAR = 31_536_000_000;

/**
 * A built single-page application under a path: hashed files cached for ever, its page never, any
 * other address gives the page.
 */
export function site(mount: string, folder: string): Router {
  const router = Router({ strict: true });
  router.get(mount, (request, response) => {
    const query = request.originalUrl.slice(request.path.length);
    response.redirect(308, `${mount.slice(1)}/${query}`);
  });
  router.use(
    mount,
    express.static(folder, {
      index: false,
      setHeaders: (response, file) => {
        const hashed = path.dirname(file).endsWith('assets');
        response.setHeader(
          'Cache-Control',
          hashed ? `public, max-age=${YEAR / 1_000}, immutable` : 'no-cache',
        );
      },
    }),
  );
  const page: RequestHandler = (_request, response) => {
    response.sendFile(path.join(folder, 'index.html'), {
      headers: { 'Cache-Control': 'no-cache' },
    });
  };
  router.get(`${mount}/`, page);
  router.get(`${mount}/*rest`, page);
  return router;
}
