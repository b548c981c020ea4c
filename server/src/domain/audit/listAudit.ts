import type { AuditEntry } from '@tikethet/shared/contracts';
import { z } from 'zod';
import { requirePermission, type Ctx } from '../context';
import { decodeKeyset, encodeKeyset } from '../keyset';
import { queryAudit, type AuditFilterInput } from './auditQuery';
import { presentAudit } from './presentAudit';

const placeShape = z.tuple([z.iso.datetime(), z.uuid()]);

/**
 * Who changed what, newest first.
 * @throws AppError `forbidden`, `invalid_cursor`
 */
export async function listAudit(
  ctx: Ctx,
  { limit, cursor, ...filters }: AuditFilterInput & { limit: number; cursor?: string },
): Promise<{ items: AuditEntry[]; nextCursor: string | null }> {
  requirePermission(ctx, 'audit.view');
  const after = cursor === undefined ? null : decodeKeyset(cursor, placeShape);
  const rows = await queryAudit(ctx.trx, filters, after, limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await presentAudit(ctx.trx, page),
    nextCursor:
      rows.length > limit && last !== undefined
        ? encodeKeyset([last.at.toISOString(), last.id])
        : null,
  };
}
