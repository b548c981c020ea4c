import type { Ticket as TicketResource } from '@tikethet/shared/contracts';
import { isStaff } from '@tikethet/shared/permissions';
import { requirePerson, type Ctx } from '../context';
import { pinnedOf } from '../pins/pins';
import { unreadOf } from '../reads/marks';
import { accessTo } from './policy';
import { presentTicket } from './presentTicket';
import type { TicketInFull } from './ticket';

/**
 * Tickets as the person sees them now, with what they have not read and have pinned. Whoever has just lost sight
 * of one by an own act still gets the answer.
 */
export async function showTickets(
  ctx: Ctx,
  tickets: readonly TicketInFull[],
): Promise<TicketResource[]> {
  const person = requirePerson(ctx);
  const rows = tickets.map((full) => full.ticket);
  const unread = await unreadOf(ctx.trx, person.id, rows);
  const pinned = isStaff(person.role)
    ? await pinnedOf(
        ctx.trx,
        person.id,
        rows.map(({ id }) => id),
      )
    : null;
  return tickets.map((full) => {
    const access = accessTo(person, full);
    const { id } = full.ticket;
    return presentTicket(full, access === 'none' ? 'read' : access, {
      unread: unread.get(id) ?? null,
      pinned: pinned?.has(id) ?? null,
    });
  });
}

export async function showTicket(ctx: Ctx, full: TicketInFull): Promise<TicketResource> {
  const [shown] = await showTickets(ctx, [full]);
  if (shown === undefined) throw new Error('unreachable: one ticket in, one out');
  return shown;
}
