import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { auditFilters } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { can } from '@tikethet/shared/permissions';
import { Router, type Request } from 'express';
import { z } from 'zod';
import { exportAudit } from '../domain/audit/exportAudit';
import { SYSTEM, type Actor, type Person } from '../domain/context';
import type { Desk } from '../domain/desk';
import { loadPerson } from '../domain/people/loadPerson';
import { contentDisposition } from './attachments/contentDisposition';
import type { Services } from './services';

/** Where the router is mounted. */
export const EXPORTS = '/api/v1/exports';

/** Seconds after which a second export may be tried while one still runs. */
const RETRY_AFTER = 30;

const auditExport = auditFilters.extend({ language: z.enum(['ru', 'en']) });
type AuditExport = z.input<typeof auditExport>;

/** The address of an export; what is asked for is a part of it, so that a signature covers it. */
export function auditExportPath(wanted: AuditExport): string {
  return `${EXPORTS}/audit/${Buffer.from(JSON.stringify(wanted)).toString('base64url')}`;
}

function wantedOf(text: string): z.output<typeof auditExport> {
  try {
    return auditExport.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new AppError('not_found');
  }
}

interface ExportDeps {
  desk: Desk;
  services: Services;
  /** Who a bearer token belongs to. @throws AppError when it is not valid now */
  authenticate: (token: string) => Promise<Actor>;
}

/**
 * Files written while they are read from the database: by bearer token, or by the signature that
 * `audit.export` gave.
 */
export function exportFiles(deps: ExportDeps): Router {
  const { desk } = deps;
  const router = Router({ caseSensitive: true });
  const running = new Set<string>();

  router.get('/audit/:wanted', async (request, response) => {
    const person = await readerOf(deps, request, `${EXPORTS}/audit/${request.params.wanted}`);
    if (!can(person, 'audit.view')) {
      throw new AppError('forbidden', { permission: 'audit.view' });
    }
    const wanted = wantedOf(request.params.wanted);
    response.set({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': contentDisposition('attachment', auditFileName(desk.clock())),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    if (request.method === 'HEAD') return void response.end();
    if (running.has(person.id)) {
      throw new AppError('rate_limited', { limit: 'export', retryAfter: RETRY_AFTER });
    }
    running.add(person.id);
    await pipeline(Readable.from(exportAudit(desk.db, wanted)), response)
      .catch((error: unknown) => {
        // The reader went away: nobody is left to be told.
        if (!response.destroyed) throw error;
      })
      .finally(() => running.delete(person.id));
  });
  return router;
}

/** `tikethet-audit-2026-11-22.csv` */
export function auditFileName(now: Date): string {
  return `tikethet-audit-${now.toISOString().slice(0, 10)}.csv`;
}

async function readerOf(deps: ExportDeps, request: Request, path: string): Promise<Person> {
  const bearer = /^Bearer (\S{1,4096})$/i.exec(request.header('authorization') ?? '')?.[1];
  if (request.query.sig === undefined) {
    const actor = bearer === undefined ? null : await deps.authenticate(bearer);
    if (!actor?.person) throw new AppError('unauthorized');
    return actor.person;
  }
  const subject = deps.services.links.verify(path, request.query);
  if (subject === 'staff') throw new AppError('invalid_signature');
  const id = subject.slice('customer:'.length);
  const person = await deps.desk.run(SYSTEM, (ctx) => loadPerson(ctx, id));
  if (person === null) throw new AppError('account_blocked');
  return person;
}
