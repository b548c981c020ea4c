import { LIMITS, TICKET_STATUSES } from '@tikethet/shared/tickets';
import { z } from 'zod';
import { requirePermission, type Ctx } from '../context';
import { carried, returnScheduled } from '../scheduled/moveScheduled';
import { applyChange, emitTicket } from '../tickets/applyChange';
import { momentsOf } from '../tickets/changeTicket';
import { getVisibleTicket } from '../tickets/loadTickets';
import type { TicketInFull } from '../tickets/ticket';
import { lockPair, notMergeable } from './lockPair';
import { movedBy } from './mergeTickets';
import { announceMove, moveTraces, summarize } from './moveConversation';
import { recordMerge } from './recordMerge';

const kept = z.object({
  status: z.enum(TICKET_STATUSES),
  scheduled: z.array(carried).default([]),
});

interface MergeRow {
  id: string;
  source_id: string;
  target_id: string;
  source_before: unknown;
  merged_at: Date;
  undone_at: Date | null;
}

/**
 * Takes a merge back: the source gets its messages and its status again. What was written to the
 * target since stays there. Doing it twice changes nothing.
 * @param input.id the source
 * @returns the source
 * @throws AppError `forbidden`, `not_found`, `not_mergeable`
 */
export async function unmergeTicket(ctx: Ctx, input: { id: string }): Promise<TicketInFull> {
  requirePermission(ctx, 'ticket.merge');
  const { full } = await getVisibleTicket(ctx, input.id);
  const { mergedIntoId } = full.ticket;
  if (mergedIntoId === null) throw notMergeable('not_merged');
  const { source, target } = await lockPair(ctx, input.id, mergedIntoId);
  if (source.ticket.mergedIntoId !== mergedIntoId) throw notMergeable('not_merged');
  if (target.ticket.mergedIntoId !== null) {
    throw notMergeable('merged_further', { number: target.ticket.mergedIntoNumber });
  }
  const merge = await findMerge(ctx, source.ticket.id);
  if (ctx.now.getTime() - merge.merged_at.getTime() > LIMITS.unmergeDays * 86_400_000) {
    throw notMergeable('too_late', { days: LIMITS.unmergeDays });
  }
  const messageIds = await takeBack(ctx, merge);
  await moveTraces(ctx, messageIds, source.ticket.id);
  const restored = await restoreSource(ctx, source, merge);
  const { after } = await applyChange(ctx, target, await summarize(ctx, target.ticket));
  await emitTicket(ctx, 'ticket.updated', after);
  await announceMove(ctx, target.ticket, restored, messageIds);
  await returnScheduled(ctx, restored, after, kept.parse(merge.source_before).scheduled);
  await recordMerge(ctx, restored, after, 'unmerged');
  return restored;
}

async function findMerge(ctx: Ctx, sourceId: string): Promise<MergeRow> {
  const row = await ctx
    .trx<MergeRow>('ticket_merges')
    .where({ source_id: sourceId })
    .whereNull('undone_at')
    .first();
  if (row === undefined) throw notMergeable('not_merged');
  return row;
}

/** Messages that their customer has moved elsewhere since are not brought back. */
async function takeBack(ctx: Ctx, merge: MergeRow): Promise<string[]> {
  const moved = await movedBy(ctx, merge.id);
  await ctx.trx.raw(
    `update messages set ticket_id = ?, position = merged.position,
       origin_id = merged.origin_id, origin_number = merged.origin_number
     from merged_messages merged
     where merged.merge_id = ? and messages.id = merged.message_id and messages.ticket_id = ?`,
    [merge.source_id, merge.id, merge.target_id],
  );
  await ctx.trx('ticket_merges').where({ id: merge.id }).update({ undone_at: ctx.now });
  return moved;
}

async function restoreSource(
  ctx: Ctx,
  source: TicketInFull,
  merge: MergeRow,
): Promise<TicketInFull> {
  const { status } = kept.parse(merge.source_before);
  const { after } = await applyChange(ctx, source, {
    ...(await summarize(ctx, source.ticket)),
    status,
    ...momentsOf(ctx, source.ticket, status),
    mergedIntoId: null,
    mergedIntoNumber: null,
  });
  await emitTicket(ctx, 'ticket.updated', after);
  return after;
}
