import type { Ctx } from '../context';
import { LANES, queueDelivery } from '../deliveries/queueDelivery';
import { Broadcast } from './broadcast';

/**
 * Has the author's progress message show the numbers of the moment in which it is sent. One that
 * still waits (Telegram wants quiet, say) will show them anyway.
 */
export async function queueProgress(ctx: Ctx, broadcast: Broadcast): Promise<void> {
  const { id, authorId, progressChatId, progressMessageId, progressDeliveryId } = broadcast;
  if (progressChatId === null || progressMessageId === null) return;
  if (progressDeliveryId !== null) {
    const waiting = await ctx
      .trx<{ id: string; state: string }>('deliveries')
      .where({ id: progressDeliveryId, state: 'QUEUED' })
      .first('id');
    if (waiting !== undefined) return;
  }
  const deliveryId = await queueDelivery(ctx, {
    chatId: progressChatId,
    userId: authorId,
    kind: 'BROADCAST_PROGRESS',
    lane: LANES.notice,
    payload: { broadcastId: id, messageId: progressMessageId },
  });
  await Broadcast.query(ctx.trx)
    .findById(id)
    .patch({ progressDeliveryId: deliveryId, progressAt: ctx.now });
}

/** Tells the author, in a message of its own, how it went. */
export async function queueResult(ctx: Ctx, broadcast: Broadcast): Promise<void> {
  if (broadcast.progressChatId === null) return;
  await queueDelivery(ctx, {
    chatId: broadcast.progressChatId,
    userId: broadcast.authorId,
    kind: 'BROADCAST_PROGRESS',
    lane: LANES.notice,
    payload: { broadcastId: broadcast.id, messageId: null },
  });
}
