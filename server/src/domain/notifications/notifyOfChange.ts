import { wants } from '@tikethet/shared/notices';
import type { TicketAccess } from '@tikethet/shared/permissions';
import type { Ctx } from '../context';
import { preferencesOf } from '../people/preferences';
import type { TicketInFull } from '../tickets/ticket';
import { notify } from './notify';
import { settleNotifications } from './settleNotifications';

/**
 * Tells a ticket's customer, and whoever holds it now, what changed: one entry for one act, however
 * many fields it touched. A customer's own act is no news to them.
 */
export async function notifyOfChange(
  ctx: Ctx,
  access: Exclude<TicketAccess, 'none'>,
  { ticket, customer, assignee }: TicketInFull,
  changed: ReadonlySet<string>,
): Promise<void> {
  const about = { ticketId: ticket.id, personName: assignee?.shownName ?? null };
  const isTaken = changed.has('assigneeId') && assignee !== null;
  if (isTaken) {
    const { id: personId = null, displayName: personName = null } = ctx.actor.person ?? {};
    await settleNotifications(ctx, ticket.id, assignee.id);
    await notify(ctx, assignee, { ...about, kind: 'ASSIGNED', personName, personId });
  }
  if (access === 'customer') return;
  const finishes = ticket.status === 'RESOLVED' || ticket.status === 'CLOSED';
  if (isTaken && !finishes) {
    await notify(ctx, customer, { ...about, kind: 'TAKEN' });
  } else if (changed.has('status')) {
    const asks = ticket.status === 'RESOLVED' && wants(preferencesOf(customer), 'RATING');
    await notify(ctx, customer, {
      ...about,
      kind: asks ? 'RATING' : 'STATUS',
      status: ticket.status,
    });
  }
}
