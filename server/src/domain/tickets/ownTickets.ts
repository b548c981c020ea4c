import { ACTIVE_STATUSES, withinReopenWindow } from '@tikethet/shared/tickets';
import { requirePerson, type Ctx } from '../context';
import { readSettings } from '../settings/deskSettings';
import { Ticket } from './ticket';

function own(ctx: Ctx) {
  return Ticket.query(ctx.trx).where('customerId', requirePerson(ctx).id).whereNull('deletedAt');
}

/** The person's own ticket, or null. One that has become a part of another stands for that one. */
export async function findOwnTicket(
  ctx: Ctx,
  which: { id: string } | { number: number },
): Promise<Ticket | null> {
  const found = await own(ctx).findOne(which);
  if (found === undefined || found.mergedIntoId === null) return found ?? null;
  return findOwnTicket(ctx, { id: found.mergedIntoId });
}

/** The person's own tickets: those still worked on first, then the newest. */
export async function latestOwnTickets(ctx: Ctx, limit: number): Promise<Ticket[]> {
  return own(ctx)
    .orderByRaw(`case when status in ('RESOLVED', 'CLOSED') then 1 else 0 end`)
    .orderBy('updatedAt', 'desc')
    .limit(limit);
}

/** The person's own tickets that wait for somebody, newest activity first. */
export async function activeOwnTickets(ctx: Ctx, limit: number): Promise<Ticket[]> {
  return own(ctx)
    .whereIn('status', [...ACTIVE_STATUSES])
    .orderBy('updatedAt', 'desc')
    .limit(limit);
}

/** The newest own ticket that takes a message, one that is worked on before others; or null. */
export async function latestOwnTicket(ctx: Ctx): Promise<Ticket | null> {
  const tickets = await latestOwnTickets(ctx, 20);
  const takes = await messageTaker(ctx);
  return tickets.find(takes) ?? null;
}

/** Whether a customer's message may still go to a ticket. */
export async function messageTaker(ctx: Ctx): Promise<(ticket: Ticket) => boolean> {
  const { reopenDays } = await readSettings(ctx);
  return ({ status, closedAt }) =>
    status !== 'CLOSED' || (closedAt !== null && withinReopenWindow(closedAt, ctx.now, reopenDays));
}
