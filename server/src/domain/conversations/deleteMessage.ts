import { AppError } from '@tikethet/shared/errors';
import { recordAudit } from '../audit/recordAudit';
import { requirePermission, type Ctx } from '../context';
import { deliverTo, LANES } from '../deliveries/queueDelivery';
import { withoutUnread } from '../reads/markWritten';
import { emitTicket } from '../tickets/applyChange';
import { emitMessage } from './emitMessage';
import { findLastMessage } from './lastMessage';
import { lockMessage } from './loadMessage';

/**
 * Takes a message out of the conversation (and, while Telegram allows, out of the chat). Its text
 * stays in the audit log.
 * @throws AppError `not_found`, `forbidden`
 */
export async function deleteMessage(ctx: Ctx, input: { messageId: string }): Promise<void> {
  requirePermission(ctx, 'message.delete');
  const { full, message, access } = await lockMessage(ctx, input.messageId);
  if (access !== 'full') throw new AppError('forbidden', { reason: 'read_only' });
  const deleted = await message.patched(ctx.trx, { deletedAt: ctx.now });
  await recordAudit(ctx, {
    action: 'message.deleted',
    targetType: 'message',
    targetId: message.id,
    before: { ticketId: message.ticketId, content: message.content, authorId: message.authorId },
  });
  await emitMessage(ctx, 'message.deleted', full, deleted);
  const { ticket } = full;
  const patch = {
    ...(message.internal ? {} : { lastMessage: await findLastMessage(ctx.trx, ticket.id) }),
    // The first message is the description.
    ...(message.position === 1 ? { description: '' } : {}),
    ...withoutUnread(ticket, message),
  };
  if (Object.keys(patch).length > 0) {
    const patched = await ticket.patched(ctx.trx, patch);
    await emitTicket(ctx, 'ticket.updated', { ...full, ticket: patched });
  }
  if (message.side === 'STAFF' && !message.internal) {
    await deliverTo(ctx, full.customer, {
      kind: 'MESSAGE_DELETE',
      lane: LANES.person,
      payload: {},
      ticketId: ticket.id,
      messageId: message.id,
    });
  }
}
