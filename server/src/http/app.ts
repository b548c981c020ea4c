import { randomUUID } from 'node:crypto';
import compression from 'compression';
import express, { type Express, type RequestHandler, type Router } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { AppError } from '@tikethet/shared/errors';
import type { Actor } from '../domain/context';
import { docs } from './docs';
import { errorHandler, unknownRoute } from './errors';
import type { Executor } from './execute';
import { health, type HealthChecks } from './health';
import { mountOperations } from './mount';
import { buildOpenApi } from './openapi';
import type { RateLimits } from './rateLimits';
import { site } from './sites';

export interface AppDeps {
  log: Logger;
  executor: Executor;
  limits: RateLimits;
  /** Who a bearer token belongs to. @throws AppError when it is not valid now */
  authenticate: (token: string) => Promise<Actor>;
  checks: HealthChecks;
  /** `POST /attachments`, behind authentication. */
  upload: Router;
  /** Downloads authorise themselves: by bearer token or by the signature in the address. */
  download: Router;
  /** Mounted at the root: the webhook, in the demo the sandbox. */
  extras: readonly { path: string; router: Router }[];
  /** Built applications by the path they live under; null: not served. */
  sites: { miniApp: string; console: string | null };
}

/** Bytes of a JSON body: a message of 16,000 characters, a hundred times, escaped. */
const BODY_LIMIT = '4mb';

const security = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      baseUri: ["'none'"],
      connectSrc: ["'self'", 'ws:', 'wss:'],
      fontSrc: ["'self'", 'data:'],
      formAction: ["'none'"],
      // Telegram's own clients show the Mini App in a frame.
      frameAncestors: ["'self'", 'https://web.telegram.org', 'https://*.telegram.org'],
      frameSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      manifestSrc: ["'self'"],
      mediaSrc: ["'self'", 'blob:'],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
    },
  },
  // The frame's ancestors are named above; this older header knows only one.
  frameguard: false,
  crossOriginOpenerPolicy: false,
  crossOriginResourcePolicy: { policy: 'same-site' },
  strictTransportSecurity: false,
});

/** Puts the caller into `response.locals.actor`; without a token nobody is there. */
function authentication(deps: AppDeps): RequestHandler {
  return async (request, response, next) => {
    const header = request.header('authorization');
    if (header === undefined) {
      await deps.limits.consume('address', request.ip ?? '');
      next();
      return;
    }
    const token = /^Bearer ([\w.~+/-]{1,4096}=*)$/i.exec(header)?.[1];
    try {
      if (token === undefined) throw new AppError('invalid_token');
      const actor = await deps.authenticate(token);
      response.locals.actor = actor;
      await deps.limits.consume('person', actor.person?.id ?? '');
    } catch (error) {
      if (error instanceof AppError && error.status === 401) {
        await deps.limits.consume('address', request.ip ?? '');
      }
      throw error;
    }
    next();
  };
}

/** The whole HTTP side: pages, API, health; one error handler, mounted last. */
export function createApp(deps: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  // A proxy on this machine tells the caller's address.
  app.set('trust proxy', 'loopback');
  app.set('query parser', 'simple');
  app.use(
    pinoHttp({
      logger: deps.log,
      genReqId: (_request, response) => {
        const id = randomUUID();
        response.setHeader('X-Request-Id', id);
        return id;
      },
      autoLogging: { ignore: (request) => !request.url?.startsWith('/api/') },
      customLogLevel: (_request, response, error) =>
        error !== undefined || response.statusCode >= 500 ? 'error' : 'debug',
      serializers: {
        // Addresses of files carry signatures, headers carry tokens: neither is for a log.
        req: (request: { method: string; url: string }) => ({
          method: request.method,
          path: request.url.split('?')[0],
        }),
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      },
    }),
  );
  app.use(security);
  app.use(health(deps.checks));
  for (const { path, router } of deps.extras) app.use(path, router);
  app.use('/api/v1/attachments', deps.download);
  // After what streams events and what answers ranges of files: neither bears being packed.
  app.use(compression());
  app.use(docs());
  app.use(site('/app', deps.sites.miniApp));
  if (deps.sites.console !== null) app.use(site('/console', deps.sites.console));

  let openApi: string | null = null;
  app.get('/api/v1/openapi.json', (_request, response) => {
    openApi ??= JSON.stringify(buildOpenApi());
    response.type('json').send(openApi);
  });
  app.use('/api/v1', authentication(deps));
  app.use('/api/v1/attachments', deps.upload);
  app.use('/api/v1', requireJson, express.json({ limit: BODY_LIMIT }));
  app.use('/api/v1', mountOperations(deps.executor));
  app.use(unknownRoute);
  app.use(errorHandler);
  return app;
}

/** A body that is not JSON would be silently ignored and the request half understood. */
const requireJson: RequestHandler = (request, _response, next) => {
  const hasBody = request.headers['content-length'] !== '0' && request.is('*/*') !== null;
  if (hasBody && !request.is('application/json')) throw new AppError('unsupported_media_type');
  next();
};
