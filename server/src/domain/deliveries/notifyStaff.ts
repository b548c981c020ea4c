import { isStaff, ticketAccess, type Role } from '@tikethet/shared/permissions';
import type { Ctx } from '../context';
import { categoriesOf, User } from '../people/user';
import type { TicketInFull } from '../tickets/ticket';
import { deliverTo, LANES, type DeliveryPayloads } from './queueDelivery';

type Notice = DeliveryPayloads['NOTICE']['notice'];

/** Desks are small; whoever has more staff than this wants a queue, not a shout. */
const MOST_RECIPIENTS = 200;

async function recipientsOf(ctx: Ctx, full: TicketInFull, notice: Notice): Promise<User[]> {
  if (full.assignee !== null) return [full.assignee];
  if (notice === 'TICKET_ASSIGNED') return [];
  const staff = await User.query(ctx.trx)
    .whereIn('role', ['HELPER', 'MODERATOR', 'ADMIN', 'DEVELOPER'] satisfies Role[])
    .where('isActive', true)
    .whereNotNull('botStartedAt')
    .whereNull('botBlockedAt')
    .orderBy('createdAt')
    .limit(MOST_RECIPIENTS);
  const categories = await categoriesOf(
    ctx.trx,
    staff.map((user) => user.id),
  );
  return staff.filter((user) => {
    const viewer = { id: user.id, role: user.role, categoryIds: categories.get(user.id) ?? [] };
    const access = ticketAccess(viewer, { ...full.ticket, participantIds: full.participantIds });
    return access === 'full';
  });
}

/** Tells the assignee, or everybody who could take the ticket; never whoever caused it. */
export async function notifyStaff(ctx: Ctx, full: TicketInFull, notice: Notice): Promise<void> {
  for (const user of await recipientsOf(ctx, full, notice)) {
    if (user.id === ctx.actor.person?.id || !isStaff(user.role) || user.botBlockedAt !== null) {
      continue;
    }
    await deliverTo(ctx, user, {
      kind: 'NOTICE',
      lane: LANES.notice,
      payload: { notice },
      ticketId: full.ticket.id,
    });
  }
}
