import type { Broadcast as BroadcastResource } from '@tikethet/shared/contracts';
import { z } from 'zod';
import { requirePermission, type Ctx } from '../context';
import { decodeKeyset, encodeKeyset } from '../keyset';
import { Broadcast } from './broadcast';
import { showBroadcast } from './showBroadcast';

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

/** Broadcasts, newest first; drafts only of one's own. @throws AppError `invalid_cursor` */
export async function listBroadcasts(
  ctx: Ctx,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<{ items: BroadcastResource[]; nextCursor: string | null }> {
  const { id } = requirePermission(ctx, 'broadcast.send');
  const query = Broadcast.query(ctx.trx)
    .where((mine) => mine.whereNot('state', 'DRAFT').orWhere('authorId', id))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc');
  if (cursor !== undefined) {
    query.whereRaw('(created_at, id) < (?, ?)', decodeKeyset(cursor, cursorShape));
  }
  const rows = await query.limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const items: BroadcastResource[] = [];
  for (const row of page) items.push(await showBroadcast(ctx.trx, row));
  return {
    items,
    nextCursor:
      rows.length > limit && last !== undefined
        ? encodeKeyset([last.createdAt.toISOString(), last.id])
        : null,
  };
}
