import { AppError } from '@tikethet/shared/errors';
import { requirePermission, type Ctx } from '../context';
import { lockVisibleTicket } from '../tickets/loadTickets';
import type { TicketInFull } from '../tickets/ticket';
import { ScheduledMessage } from './scheduledMessage';

/**
 * A waiting reply that the actor may decide on, with its ticket locked. Whoever may answer the
 * ticket may: its author may be away.
 * @throws AppError `not_found`, `forbidden`
 */
export async function lockScheduled(
  ctx: Ctx,
  id: string,
): Promise<{ full: TicketInFull; row: ScheduledMessage }> {
  requirePermission(ctx, 'ticket.reply');
  const found = await ScheduledMessage.query(ctx.trx).findById(id);
  if (found === undefined) throw new AppError('not_found', { resource: 'scheduled' });
  const { full, access } = await lockVisibleTicket(ctx, found.ticketId);
  if (access !== 'full') throw new AppError('forbidden', { reason: 'read_only' });
  const { ticketId } = found;
  const row = await ScheduledMessage.query(ctx.trx).findById(id).where({ ticketId });
  // Sent, or moved by a merge, while we waited for the ticket.
  if (row === undefined) throw new AppError('not_found', { resource: 'scheduled' });
  return { full, row };
}
