import type { Ticket as TicketResource } from '@tikethet/shared/contracts';
import { requirePerson, type Ctx } from '../context';
import { unreadOf } from '../reads/marks';
import { accessTo } from './policy';
import { presentTicket } from './presentTicket';
import type { TicketInFull } from './ticket';

/**
 * Tickets as the person sees them now, with what they have not read. Whoever has just lost sight
 * of one by an own act still gets the answer.
 */
export async function showTickets(
  ctx: Ctx,
  tickets: readonly TicketInFull[],
): Promise<TicketResource[]> {
  const person = requirePerson(ctx);
  const unread = await unreadOf(
    ctx.trx,
    person.id,
    tickets.map((full) => full.ticket),
  );
  return tickets.map((full) => {
    const access = accessTo(person, full);
    const count = unread.get(full.ticket.id) ?? null;
    return presentTicket(full, access === 'none' ? 'read' : access, count);
  });
}

export async function showTicket(ctx: Ctx, full: TicketInFull): Promise<TicketResource> {
  const [shown] = await showTickets(ctx, [full]);
  if (shown === undefined) throw new Error('unreachable: one ticket in, one out');
  return shown;
}
