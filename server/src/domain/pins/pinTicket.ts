import { AppError } from '@tikethet/shared/errors';
import { LIMITS } from '@tikethet/shared/tickets';
import { emit, requirePermission, type Ctx, type Person } from '../context';
import { lockVisibleTicket } from '../tickets/loadTickets';
import { showTicket } from '../tickets/showTicket';
import type { TicketInFull } from '../tickets/ticket';
import { countPinned } from './pins';

export interface PinTicketInput {
  id: string;
  pinned: boolean;
}

/**
 * Keeps a ticket at hand for the person, or no longer: their consoles hold it, whatever its age.
 * Nobody else learns of it. The same call twice changes nothing and tells nobody.
 * @throws AppError `not_found`, `forbidden` (one's own, as a customer), `too_many_pins`
 */
export async function pinTicket(ctx: Ctx, { id, pinned }: PinTicketInput): Promise<TicketInFull> {
  const person = requirePermission(ctx, 'ticket.viewPool');
  const { full, access } = await lockVisibleTicket(ctx, id);
  if (access === 'customer') throw new AppError('forbidden');
  const changed = pinned ? await add(ctx, person, id) : await remove(ctx, person, id);
  if (!changed) return full;
  await emit(ctx, {
    type: 'ticket.pinned',
    ticketId: id,
    audience: { staff: [`account:${person.id}`], customer: [], hidden: [] },
    data: await showTicket(ctx, full),
    customerData: null,
  });
  return full;
}

async function add(ctx: Ctx, person: Person, ticketId: string): Promise<boolean> {
  const inserted = await ctx.trx.raw<{ rowCount: number }>(
    `insert into ticket_pins (person_id, ticket_id, pinned_at) values (?, ?, ?)
     on conflict do nothing`,
    [person.id, ticketId, ctx.now],
  );
  if (inserted.rowCount === 0) return false;
  if ((await countPinned(ctx.trx, person)) > LIMITS.pins) {
    throw new AppError('too_many_pins', { limit: LIMITS.pins });
  }
  return true;
}

async function remove(ctx: Ctx, person: Person, ticketId: string): Promise<boolean> {
  const row = { person_id: person.id, ticket_id: ticketId };
  return (await ctx.trx('ticket_pins').where(row).delete()) > 0;
}
