import type { Message as MessageResource } from '@tikethet/shared/contracts';
import { isResendable, type DeliveryState } from '@tikethet/shared/deliveries';
import { AppError } from '@tikethet/shared/errors';
import { requirePermission, type Ctx } from '../context';
import { lockMessage } from '../conversations/loadMessage';
import { presentMessages } from '../conversations/presentMessages';
import { emitDelivery } from './emitDelivery';

interface DeliveryRow {
  id: string;
  message_id: string;
  kind: string;
  state: DeliveryState;
}

/**
 * Sends a message again whose sending failed or may not have arrived; who may reply may ask for
 * it. Parts that are known to stand in the chat stay as they are, the others go.
 * @throws AppError `not_found`, `forbidden`, `not_resendable`
 */
export async function resendDelivery(
  ctx: Ctx,
  { messageId }: { messageId: string },
): Promise<MessageResource> {
  requirePermission(ctx, 'ticket.reply');
  const { message, full, access } = await lockMessage(ctx, messageId);
  if (access !== 'full') throw new AppError('forbidden', { reason: 'read_only' });
  const delivery = await ctx
    .trx<DeliveryRow>('deliveries')
    .where({ message_id: messageId, kind: 'MESSAGE' })
    .first()
    .forUpdate();
  if (delivery === undefined || !isResendable(delivery.state)) {
    throw new AppError('not_resendable', { state: delivery?.state ?? null });
  }
  await ctx
    .trx('deliveries')
    .where({ id: delivery.id })
    .update({
      state: 'QUEUED',
      attempts: 0,
      resends: ctx.trx.raw('resends + 1'),
      // The answer to an earlier try counts no more: this one's will.
      lease_until: null,
      reason: null,
      detail: null,
      next_attempt_at: ctx.now,
      finished_at: null,
    });
  await emitDelivery(ctx, full, messageId, { state: 'QUEUED', reason: null, detail: null });
  ctx.wakes.add('deliveries');
  const [shown] = await presentMessages(ctx.trx, [message], 'staff');
  if (shown === undefined) throw new Error('unreachable: one message in, one out');
  return shown;
}
