import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@tikethet/shared/errors';
import { Router, type Request } from 'express';
import { exportMyData } from '../domain/myData/exportMyData';
import { findOwner } from '../domain/myData/findOwner';
import type { User } from '../domain/people/user';
import type { Desk } from '../domain/desk';
import { contentDisposition } from './attachments/contentDisposition';
import { sendSmall } from './attachments/sendSmall';
import type { Services } from './services';

/** Where the router is mounted. */
export const MY_FILES = '/api/v1/me';
export const EXPORT_PATH = `${MY_FILES}/export/file`;
export const avatarPath = (userId: string): string => `${MY_FILES}/avatar/${userId}`;

/** Seconds after which a second export may be tried while one still runs. */
const RETRY_AFTER = 30;

/** `tikethet-2026-11-22.json` */
export function exportFileName(now: Date): string {
  return `tikethet-${now.toISOString().slice(0, 10)}.json`;
}

/**
 * What a person downloads about themselves, by the signature in the address alone: their data as
 * one JSON file, written while it is read from the database, and their picture.
 */
export function myFiles({ desk, services }: { desk: Desk; services: Services }): Router {
  const router = Router({ caseSensitive: true });
  const running = new Set<string>();

  router.get('/export/file', async (request, response) => {
    const user = await personOf(desk, services, request, EXPORT_PATH);
    response.set({
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': contentDisposition('attachment', exportFileName(desk.clock())),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    if (request.method === 'HEAD') return void response.end();
    if (running.has(user.id)) {
      throw new AppError('rate_limited', { limit: 'export', retryAfter: RETRY_AFTER });
    }
    running.add(user.id);
    const origin = `${request.protocol}://${request.get('host') ?? ''}`;
    const pieces = exportMyData(desk.db, user.id, {
      now: desk.clock(),
      linkTo: (path) => `${origin}${services.links.sign(path, `customer:${user.id}`)}`,
    });
    await pipeline(Readable.from(pieces), response)
      .catch((error: unknown) => {
        // The reader went away: nobody is left to be told.
        if (!response.destroyed) throw error;
      })
      .finally(() => running.delete(user.id));
  });

  router.get('/avatar/:id', async (request, response) => {
    const user = await personOf(desk, services, request, avatarPath(request.params.id));
    const { avatarKey: key } = user;
    await sendSmall(request, response, services.storage, { key, name: 'avatar' });
  });
  return router;
}

/** Whom the address was signed for, if they are still let in. */
async function personOf(
  desk: Desk,
  services: Services,
  request: Request,
  path: string,
): Promise<User> {
  const subject = services.links.verify(path, request.query);
  if (subject === 'staff') throw new AppError('invalid_signature');
  return findOwner(desk.db, subject.slice('customer:'.length));
}
