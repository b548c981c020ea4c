import type { ScheduledMessage as ScheduledResource } from '@tikethet/shared/contracts';
import { emit, type Ctx } from '../context';
import { audienceOf } from '../tickets/policy';
import type { TicketInFull } from '../tickets/ticket';
import { presentScheduled, type ScheduledMessage } from './scheduledMessage';

/** Tells staff of a reply that waits as it is now. */
export async function emitScheduled(
  ctx: Ctx,
  full: TicketInFull,
  row: ScheduledMessage,
): Promise<ScheduledResource> {
  const [data] = await presentScheduled(ctx.trx, [row]);
  if (data === undefined) throw new Error('unreachable: one in, one out');
  await emit(ctx, {
    type: 'scheduled.changed',
    ticketId: row.ticketId,
    audience: audienceOf(full, { internal: true }),
    data,
    customerData: null,
  });
  return data;
}

/** It waits no more: it was sent, or taken back. */
export async function removeScheduled(
  ctx: Ctx,
  full: TicketInFull,
  row: ScheduledMessage,
): Promise<void> {
  await row.$query(ctx.trx).delete();
  await tellRemoved(ctx, full, row.id);
}

/** Tells staff that a reply does not wait in this ticket any more. */
export async function tellRemoved(ctx: Ctx, full: TicketInFull, id: string): Promise<void> {
  const ticketId = full.ticket.id;
  await emit(ctx, {
    type: 'scheduled.removed',
    ticketId,
    audience: audienceOf(full, { internal: true }),
    data: { id, ticketId },
    customerData: null,
  });
}
