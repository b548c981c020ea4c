import { LIMITS, workingStatus } from '@tikethet/shared/tickets';
import { newId } from '../../db/ids';
import { requirePermission, type Ctx } from '../context';
import { carryScheduled } from '../scheduled/moveScheduled';
import { addParticipant, applyChange, emitTicket } from '../tickets/applyChange';
import { momentsOf } from '../tickets/changeTicket';
import type { Ticket, TicketInFull, TicketPatch } from '../tickets/ticket';
import { lockPair, notMergeable } from './lockPair';
import { carryMarks } from './mergeMarks';
import { announceMove, moveTraces, summarize } from './moveConversation';
import { recordMerge } from './recordMerge';

export interface MergeTicketsInput {
  /** The ticket that becomes a part of the other one. */
  id: string;
  targetId: string;
}

/**
 * Makes one ticket a part of another one of the same customer: the source is closed and points to
 * the target, its messages stand there with where they came from, whoever saw it sees the target.
 * The target waits for the desk again when the source did. Doing it twice changes nothing.
 * @returns the target
 * @throws AppError `forbidden`, `not_found`, `not_mergeable`
 */
export async function mergeTickets(ctx: Ctx, input: MergeTicketsInput): Promise<TicketInFull> {
  requirePermission(ctx, 'ticket.merge');
  const { source, target } = await lockPair(ctx, input.id, input.targetId);
  if (source.ticket.mergedIntoId === target.ticket.id) return target;
  refuse(source.ticket, target.ticket);
  const mergeId = await moveMessages(ctx, source.ticket, target.ticket);
  const messageIds = await movedBy(ctx, mergeId);
  await moveTraces(ctx, messageIds, target.ticket.id);
  const joined = await bringPeople(ctx, source, target);
  const after = await settleTarget(ctx, mergeId, source.ticket, joined, messageIds.length);
  const closed = await closeSource(ctx, source, after.ticket);
  await announceMove(ctx, source.ticket, after, messageIds);
  await keepCarried(ctx, mergeId, await carryScheduled(ctx, closed, after));
  await recordMerge(ctx, closed, after, 'merged');
  return after;
}

function refuse(source: Ticket, target: Ticket): void {
  if (source.mergedIntoId !== null) {
    throw notMergeable('merged_already', { number: source.mergedIntoNumber });
  }
  if (target.mergedIntoId !== null) {
    throw notMergeable('merged_already', { number: target.mergedIntoNumber });
  }
  // Whoever reads one of them must never get to read somebody else's.
  if (source.customerId !== target.customerId) throw notMergeable('other_customer');
  if (target.status === 'CLOSED') throw notMergeable('target_closed');
}

/** @returns the id of the merge that keeps what moved, and from where */
async function moveMessages(ctx: Ctx, source: Ticket, target: Ticket): Promise<string> {
  const id = newId();
  await ctx.trx('ticket_merges').insert({
    id,
    source_id: source.id,
    target_id: target.id,
    actor_id: ctx.actor.person?.id ?? null,
    source_before: JSON.stringify({ status: source.status }),
    target_status: target.status,
    merged_at: ctx.now,
  });
  const moved = await ctx.trx.raw<{ rowCount: number }>(
    `insert into merged_messages (merge_id, message_id, position, origin_id, origin_number)
     select ?, id, position, origin_id, origin_number from messages where ticket_id = ?`,
    [id, source.id],
  );
  if (moved.rowCount > LIMITS.mergeMessages) {
    throw notMergeable('too_long', { most: LIMITS.mergeMessages });
  }
  await ctx.trx.raw(
    `update messages set ticket_id = ?, position = ? + place.number,
       origin_id = coalesce(origin_id, ?), origin_number = coalesce(origin_number, ?)
     from (select message_id, row_number() over (order by position) as number
           from merged_messages where merge_id = ?) place
     where messages.id = place.message_id`,
    [target.id, target.lastPosition, source.id, source.number, id],
  );
  return id;
}

/** Beside what the source was before: what taking it back brings back. */
async function keepCarried(ctx: Ctx, mergeId: string, scheduled: unknown[]): Promise<void> {
  if (scheduled.length === 0) return;
  await ctx.trx.raw('update ticket_merges set source_before = source_before || ? where id = ?', [
    JSON.stringify({ scheduled }),
    mergeId,
  ]);
}

export async function movedBy(ctx: Ctx, mergeId: string): Promise<string[]> {
  const rows = await ctx
    .trx<{ merge_id: string; message_id: string }>('merged_messages')
    .where({ merge_id: mergeId })
    .select('message_id');
  return rows.map((row) => row.message_id);
}

/** Whoever worked on the source keeps sight of its conversation; its chat goes on in the target. */
async function bringPeople(
  ctx: Ctx,
  source: TicketInFull,
  target: TicketInFull,
): Promise<TicketInFull> {
  const { assigneeId } = source.ticket;
  const people = new Set([...source.participantIds, ...(assigneeId === null ? [] : [assigneeId])]);
  for (const userId of people) await addParticipant(ctx, target, userId);
  await ctx
    .trx('telegram_chats')
    .where({ current_ticket_id: source.ticket.id })
    .update({ current_ticket_id: target.ticket.id });
  return { ...target, participantIds: [...new Set([...target.participantIds, ...people])] };
}

async function settleTarget(
  ctx: Ctx,
  mergeId: string,
  source: Ticket,
  target: TicketInFull,
  moved: number,
): Promise<TicketInFull> {
  const { ticket } = target;
  const lastPosition = ticket.lastPosition + moved;
  const marks = await carryMarks(ctx, mergeId, source, ticket, lastPosition);
  const summary = await summarize(ctx, ticket.$clone().$set(marks));
  const status = statusAfterMerge(source, ticket);
  // Whoever waits for the desk must not wait for an alarm clock.
  const awake = status === ticket.status ? {} : { snoozedUntil: null };
  const patch: TicketPatch = { ...marks, ...summary, ...awake, lastPosition, status };
  const { after } = await applyChange(ctx, target, { ...patch, ...momentsOf(ctx, ticket, status) });
  await emitTicket(ctx, 'ticket.updated', after);
  return after;
}

/** Somebody waited for the desk in the source: they wait in the target now. */
function statusAfterMerge(source: Ticket, target: Ticket): Ticket['status'] {
  const waited = source.status === 'OPEN' || source.status === 'IN_PROGRESS';
  const rests = target.status === 'WAITING_RESPONSE' || target.status === 'RESOLVED';
  return waited && rests ? workingStatus(target.assigneeId) : target.status;
}

async function closeSource(ctx: Ctx, source: TicketInFull, target: Ticket): Promise<TicketInFull> {
  const { after } = await applyChange(ctx, source, {
    status: 'CLOSED',
    ...momentsOf(ctx, source.ticket, 'CLOSED'),
    messageCount: 0,
    customerUnread: 0,
    snoozedUntil: null,
    mergedIntoId: target.id,
    mergedIntoNumber: target.number,
  });
  await emitTicket(ctx, 'ticket.updated', after);
  return after;
}
