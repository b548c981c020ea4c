import { z } from 'zod';
import type { Ctx } from '../context';
import { seenThere } from '../conversations/seenThere';
import type { TicketInFull } from '../tickets/ticket';
import { emitScheduled, tellRemoved } from './emitScheduled';
import { ScheduledMessage } from './scheduledMessage';

/** A waiting reply that went with its conversation, and what its author had seen where it was. */
export const carried = z.object({
  id: z.string(),
  seen: z.object({ position: z.number(), assigneeId: z.string().nullable() }).nullable(),
});
type Carried = z.infer<typeof carried>;

/**
 * Replies that wait for their time go where their conversation went. Both tickets are locked, their
 * messages have moved, and both are loaded as they are now.
 * @returns what taking the merge back needs
 */
export async function carryScheduled(
  ctx: Ctx,
  source: TicketInFull,
  target: TicketInFull,
): Promise<Carried[]> {
  const rows = await ScheduledMessage.query(ctx.trx).where({ ticketId: source.ticket.id });
  for (const row of rows) {
    const seen = row.seen && (await seenThere(ctx, source.ticket.id, target.ticket, row.seen));
    await move(ctx, row, { from: source, to: target, seen });
  }
  return rows.map(({ id, seen }) => ({ id, seen }));
}

/** Those that have not left by now come back with it. */
export async function returnScheduled(
  ctx: Ctx,
  source: TicketInFull,
  target: TicketInFull,
  kept: readonly Carried[],
): Promise<void> {
  const seenById = new Map(kept.map(({ id, seen }) => [id, seen]));
  const rows = await ScheduledMessage.query(ctx.trx)
    .findByIds([...seenById.keys()])
    .where({ ticketId: target.ticket.id });
  for (const row of rows) {
    // Somebody has decided meanwhile that it goes whatever was written.
    const seen = row.seen === null ? null : (seenById.get(row.id) ?? null);
    await move(ctx, row, { from: target, to: source, seen });
  }
}

async function move(
  ctx: Ctx,
  row: ScheduledMessage,
  { from, to, seen }: { from: TicketInFull; to: TicketInFull; seen: ScheduledMessage['seen'] },
): Promise<void> {
  const moved = await row.patched(ctx.trx, { ticketId: to.ticket.id, seen });
  await tellRemoved(ctx, from, row.id);
  await emitScheduled(ctx, to, moved);
}
