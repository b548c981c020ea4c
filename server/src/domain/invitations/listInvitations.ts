import type { Invitation as InvitationResource } from '@tikethet/shared/contracts';
import { z } from 'zod';
import { requirePermission, type Ctx } from '../context';
import { decodeKeyset, encodeKeyset } from '../keyset';
import { Invitation } from './invitation';
import { showInvitations } from './showInvitations';

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

/** Invitations, newest first. @throws AppError `forbidden`, `invalid_cursor` */
export async function listInvitations(
  ctx: Ctx,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<{ items: InvitationResource[]; nextCursor: string | null }> {
  requirePermission(ctx, 'people.setRole');
  const query = Invitation.query(ctx.trx).orderBy('createdAt', 'desc').orderBy('id', 'desc');
  if (cursor !== undefined) {
    query.whereRaw('(created_at, id) < (?, ?)', decodeKeyset(cursor, cursorShape));
  }
  const rows = await query.limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await showInvitations(ctx, page),
    nextCursor:
      rows.length > limit && last !== undefined
        ? encodeKeyset([last.createdAt.toISOString(), last.id])
        : null,
  };
}
