import { AppError } from '@tikethet/shared/errors';
import type { Ctx } from '../context';
import { lockVisibleTicket, type VisibleTicket } from '../tickets/loadTickets';
import { Message } from './message';

/**
 * A message the actor may see, with its ticket locked (tickets are locked before anything else).
 * @throws AppError `not_found`, also for a note asked for by the customer
 */
export async function lockMessage(
  ctx: Ctx,
  id: string,
): Promise<VisibleTicket & { message: Message }> {
  const found = await Message.query(ctx.trx).findById(id);
  if (found === undefined) throw new AppError('not_found', { resource: 'message' });
  const visible = await lockVisibleTicket(ctx, found.ticketId).catch((error: unknown) => {
    if (error instanceof AppError) throw new AppError('not_found', { resource: 'message' });
    throw error;
  });
  const message = await Message.query(ctx.trx).findById(id);
  if (message === undefined || message.deletedAt !== null) {
    throw new AppError('not_found', { resource: 'message' });
  }
  if (message.internal && visible.access === 'customer') {
    throw new AppError('not_found', { resource: 'message' });
  }
  return { ...visible, message };
}
