import type { Ctx } from '../context';
import { moveMark } from '../reads/marks';
import type { Ticket, TicketPatch } from '../tickets/ticket';

/** How far each side had read the source, as positions in the target. */
interface Reached {
  staff: number;
  customer: number;
}

async function reached(ctx: Ctx, mergeId: string, source: Ticket): Promise<Reached> {
  const { rows } = await ctx.trx.raw<{ rows: { staff: number | null; customer: number | null }[] }>(
    `select max(messages.position) filter (where merged.position <= ?) as staff,
       max(messages.position) filter (where merged.position <= ?) as customer
     from merged_messages merged join messages on messages.id = merged.message_id
     where merged.merge_id = ?`,
    [source.staffReadPosition, source.customerReadPosition, mergeId],
  );
  return { staff: rows[0]?.staff ?? 0, customer: rows[0]?.customer ?? 0 };
}

/**
 * Whoever had read the target to its end has not got the source's old messages to read: what staff,
 * or the customer, had read there stays read. Who merges has read all of it.
 * @param target as it was before the messages came
 * @returns the target's columns that this changes
 */
export async function carryMarks(
  ctx: Ctx,
  mergeId: string,
  source: Ticket,
  target: Ticket,
  lastPosition: number,
): Promise<TicketPatch> {
  const far = await reached(ctx, mergeId, source);
  await ctx.trx.raw(
    'update ticket_reads set position = ? where ticket_id = ? and position >= ? and position < ?',
    [far.staff, target.id, target.lastPosition, far.staff],
  );
  const { person } = ctx.actor;
  if (person !== null) {
    await moveMark(ctx.trx, {
      userId: person.id,
      ticketId: target.id,
      position: lastPosition,
      now: ctx.now,
    });
  }
  const readAll = target.customerReadPosition >= target.publicPosition;
  return {
    staffReadPosition: person === null ? target.staffReadPosition : lastPosition,
    customerReadPosition: readAll
      ? Math.max(target.customerReadPosition, far.customer)
      : target.customerReadPosition,
  };
}
