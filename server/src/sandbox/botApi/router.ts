import { timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Router, type NextFunction, type Request, type Response } from 'express';
import type { Polling } from '../updates/polling';
import type { Webhook } from '../updates/webhook';
import type { World } from '../world';
import { TelegramApiError } from './apiError';
import type { CallLog } from './callLog';
import { editMethods } from './editMethods';
import type { Fault, Faults } from './faults';
import { infoMethods } from './infoMethods';
import { Params } from './params';
import { readParams } from './readBody';
import { sendMethods, type Method } from './sendMethods';

export interface BotApiParts {
  world: World;
  polling: Polling;
  webhook: Webhook;
  faults: Faults;
  calls: CallLog;
}

/** Method names are matched without regard to case, as Telegram does. */
const methods = new Map<string, [name: string, method: Method]>(
  Object.entries({ ...sendMethods, ...editMethods, ...infoMethods }).map(([name, method]) => [
    name.toLowerCase(),
    [name, method],
  ]),
);

/** Serves `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export function createBotApiRouter(parts: BotApiParts): Router {
  const router = Router();
  router.use((request, response, next) => {
    if (parts.faults.outage === 'refuse') return void cut(request.socket);
    if (parts.faults.outage === 'badGateway')
      return void response
        .status(502)
        .json({ ok: false, error_code: 502, description: 'Bad Gateway' });
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(request.path);
    if (file !== null) return sendFile(parts, file[1] ?? '', file[2] ?? '', response);
    const call = /^\/bot([^/]+)\/([A-Za-z]+)\/?$/.exec(request.path);
    if (call === null) return refuse(response, new TelegramApiError(404, 'Not Found'));
    serveCall(parts, request, response, call[1] ?? '', call[2] ?? '').catch(next);
  });
  router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    refuse(response, new TelegramApiError(500, 'Internal Server Error'));
  });
  return router;
}

async function serveCall(
  parts: BotApiParts,
  request: Request,
  response: Response,
  token: string,
  method: string,
): Promise<void> {
  const { faults, world } = parts;
  let params = new Params({});
  const log = (status: number, description?: string) =>
    parts.calls.add({ at: world.store.now(), method, params: params.values, status, description });
  try {
    const query = new URL(request.url, 'http://sandbox').searchParams;
    params = await readParams(request, query);
    checkToken(world, decode(token));
    if (faults.latencyMs > 0) await pause(faults.latencyMs);
    const fault = faults.take(method, params.int('chat_id'));
    if (fault?.kind === 'dropBefore') {
      log(0, 'connection cut before the call');
      return cut(request.socket);
    }
    if (fault !== undefined) refuseByFault(fault);
    const result = await perform(parts, method, params, response);
    if (fault?.kind === 'silent') return log(0, 'never answered');
    if (fault?.kind === 'dropAfter') {
      log(0, 'connection cut after the call');
      return cut(request.socket);
    }
    log(200);
    if (!response.destroyed) response.json({ ok: true, result });
  } catch (error) {
    if (!(error instanceof TelegramApiError)) throw error;
    log(error.code, error.description);
    refuse(response, error);
  }
}

async function perform(
  parts: BotApiParts,
  name: string,
  params: Params,
  response: Response,
): Promise<unknown> {
  switch (name.toLowerCase()) {
    case 'getupdates': {
      const gone = new AbortController();
      response.once('close', () => gone.abort());
      return await parts.polling.getUpdates(params, gone.signal);
    }
    case 'setwebhook':
      parts.polling.interrupt('terminated by setWebhook request');
      return parts.webhook.set(params);
    case 'deletewebhook':
      return parts.webhook.remove(params);
    case 'getwebhookinfo':
      return parts.webhook.info();
  }
  const method = methods.get(name.toLowerCase());
  if (method === undefined) throw new TelegramApiError(404, 'Not Found: method not found');
  return method[1](parts.world, params);
}

function refuseByFault(fault: Fault): void {
  if (fault.kind === 'tooMany') {
    const seconds = fault.retryAfter ?? 1;
    throw new TelegramApiError(429, `Too Many Requests: retry after ${seconds}`, {
      retry_after: seconds,
    });
  }
  if (fault.kind === 'error')
    throw new TelegramApiError(fault.code ?? 500, fault.description ?? 'Internal Server Error');
}

/** 404 for what cannot be a token, 401 for one that is not this bot's. */
function checkToken(world: World, token: string): void {
  if (!/^\d{1,20}:[\w-]{10,}$/.test(token)) throw new TelegramApiError(404, 'Not Found');
  const [given, own] = [Buffer.from(token), Buffer.from(world.botToken)];
  if (given.length !== own.length || !timingSafeEqual(given, own))
    throw new TelegramApiError(401, 'Unauthorized');
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function refuse(response: Response, error: TelegramApiError): void {
  if (response.destroyed) return;
  response.status(error.code).json({
    ok: false,
    error_code: error.code,
    description: error.description,
    ...(error.parameters === undefined ? {} : { parameters: error.parameters }),
  });
}

function sendFile(parts: BotApiParts, token: string, path: string, response: Response): void {
  try {
    checkToken(parts.world, decode(token));
  } catch (error) {
    if (error instanceof TelegramApiError) return refuse(response, error);
    throw error;
  }
  const file = parts.world.store.fileByPath(decode(path));
  const body = file === undefined ? undefined : parts.world.store.bodies.get(file.path);
  if (body === undefined) return refuse(response, new TelegramApiError(404, 'Not Found'));
  response.type('application/octet-stream').send(body);
}

function cut(socket: Socket): void {
  socket.destroy();
}
