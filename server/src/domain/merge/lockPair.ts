import { AppError } from '@tikethet/shared/errors';
import type { Ctx } from '../context';
import { lockVisibleTicket } from '../tickets/loadTickets';
import type { TicketInFull } from '../tickets/ticket';

/** Why two tickets cannot be merged or taken apart; people read it as `merge.refused.<reason>`. */
export type MergeRefusal =
  | 'same_ticket'
  | 'other_customer'
  | 'merged_already'
  | 'target_closed'
  | 'too_long'
  | 'not_merged'
  | 'merged_further'
  | 'too_late';

export function notMergeable(
  reason: MergeRefusal,
  details: Record<string, unknown> = {},
): AppError {
  return new AppError('not_mergeable', { reason, ...details });
}

/**
 * Locks both tickets of a merge, in the order of their ids whichever way it goes.
 * @throws AppError `not_found`, `not_mergeable` (one and the same), `forbidden` (read only)
 */
export async function lockPair(
  ctx: Ctx,
  sourceId: string,
  targetId: string,
): Promise<{ source: TicketInFull; target: TicketInFull }> {
  if (sourceId === targetId) throw notMergeable('same_ticket');
  const locked = new Map<string, TicketInFull>();
  for (const id of [sourceId, targetId].sort()) {
    const { full, access } = await lockVisibleTicket(ctx, id);
    if (access !== 'full') throw new AppError('forbidden', { reason: 'read_only' });
    locked.set(id, full);
  }
  const source = locked.get(sourceId);
  const target = locked.get(targetId);
  if (source === undefined || target === undefined) throw new Error('unreachable: both are locked');
  return { source, target };
}
