import type { ScheduledMessage as ScheduledResource } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { LIMITS } from '@tikethet/shared/tickets';
import type { Ctx } from '../context';
import { getVisibleTicket } from '../tickets/loadTickets';
import { presentScheduled, ScheduledMessage } from './scheduledMessage';

/** With those of tickets that were merged into it. */
const MOST = 5 * LIMITS.scheduledPerTicket;

/** Replies of a ticket that wait, soonest first; for staff. @throws `not_found`, `forbidden` */
export async function listScheduled(
  ctx: Ctx,
  input: { id: string },
): Promise<{ items: ScheduledResource[] }> {
  const { access } = await getVisibleTicket(ctx, input.id);
  if (access === 'customer') throw new AppError('forbidden');
  const rows = await ScheduledMessage.query(ctx.trx)
    .where({ ticketId: input.id })
    .orderBy(['sendAt', 'id'])
    .limit(MOST);
  return { items: await presentScheduled(ctx.trx, rows) };
}
