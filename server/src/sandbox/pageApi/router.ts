import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import express, { Router, type NextFunction, type Request, type Response } from 'express';
import { z, ZodError } from 'zod';
import { TelegramApiError } from '../botApi/apiError';
import { SandboxUseError } from '../control/act';
import type { SandboxControl } from '../control/control';
import type { World } from '../world';
import { runAction } from './actions';
import { streamEvents } from './events';
import { sendPageFile } from './files';
import { receiveMessage } from './send';
import { readChat, readState } from './views';

export interface PageParts {
  world: World;
  control: SandboxControl;
  pageDir: string | undefined;
}

/** Own scripts and styles only; pictures chosen but not sent yet are blobs; Mini Apps live anywhere. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  'frame-src http: https:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const personParam = z.coerce.number().int();

/** The chat page with its own API under `/api`. For the loopback demo only: nobody signs in here. */
export function createPageRouter(parts: PageParts): Router {
  const { world, control } = parts;
  const api = Router();
  api.use(refuseOtherSites);
  api.get('/state', (_request, response) => response.json(readState(world, control)));
  api.get('/events', (request, response) => streamEvents(world, request, response));
  api.get('/people/:id/chat', (request, response) => {
    const query = z
      .object({ before: z.coerce.number().int().optional() })
      .parse({ before: request.query['before'] });
    response.json(readChat(world, personParam.parse(request.params.id), query.before));
  });
  api.post('/people/:id/messages', async (request, response) => {
    await receiveMessage(control, personParam.parse(request.params.id), request);
    response.status(201).json({});
  });
  api.post('/people/:id/actions', express.json({ limit: '64kb' }), async (request, response) => {
    response.json(await runAction(control, personParam.parse(request.params.id), request.body));
  });
  api.get('/files/:fileId', (request, response) => {
    sendPageFile(world, request.params.fileId, request, response);
  });
  api.use((_request, response) => {
    response.status(404).json({ error: 'There is no such address' });
  });
  api.use(presentError);

  const router = Router();
  router.use('/api', api);
  router.use((_request, response, next) => {
    response.setHeader('content-security-policy', contentPolicy);
    next();
  });
  router.use(redirectToFolder);
  router.use(
    express.static(parts.pageDir ?? builtPage(), { index: 'index.html', redirect: false }),
  );
  return router;
}

/** Where the built page lies, seen from the sources and from a bundle in server/dist. */
function builtPage(): string {
  const places = ['../../../dist/sandbox-page', './sandbox-page'].map((place) =>
    fileURLToPath(new URL(place, import.meta.url)),
  );
  return places.find((place) => existsSync(place)) ?? places[0] ?? '';
}

/** The page loads its parts relative to its folder, so its address needs the closing slash. */
function redirectToFolder(request: Request, response: Response, next: NextFunction): void {
  const path = request.originalUrl.split('?')[0] ?? '';
  if (request.path !== '/' || path.endsWith('/')) return next();
  response.redirect(302, `${path}/${request.originalUrl.slice(path.length)}`);
}

/** A page of another site must not play Telegram behind the visitor's back. */
function refuseOtherSites(request: Request, response: Response, next: NextFunction): void {
  if (request.headers['sec-fetch-site'] === 'cross-site')
    return void response.status(403).json({ error: 'Only the sandbox page itself may ask' });
  next();
}

function presentError(
  error: unknown,
  _request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (response.headersSent) return next(error);
  if (error instanceof TelegramApiError)
    return void response.status(error.code).json({ error: error.description });
  if (error instanceof SandboxUseError)
    return void response.status(400).json({ error: error.message });
  if (error instanceof ZodError)
    return void response.status(400).json({ error: z.prettifyError(error) });
  const status = (error as { status?: unknown }).status;
  if (typeof status === 'number' && status < 500)
    return void response.status(status).json({ error: 'The request cannot be read' });
  next(error);
}
