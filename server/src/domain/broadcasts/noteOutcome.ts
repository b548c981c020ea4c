import { z } from 'zod';
import type { Ctx } from '../context';
import { preview as beginning } from '../conversations/preview';
import type { ClaimedDelivery } from '../deliveries/claimDeliveries';
import { notify } from '../notifications/notify';
import { User } from '../people/user';
import { Broadcast } from './broadcast';

/** `preview`: it goes to the author alone, who counts among nobody. */
export const broadcastPayload = z.object({
  broadcastId: z.uuid(),
  preview: z.boolean().optional(),
});

/** Writes down what became of one recipient, in the transaction that ends the delivery. */
export async function noteBroadcastOutcome(
  ctx: Ctx,
  claim: ClaimedDelivery,
  state: 'SENT' | 'FAILED' | 'UNKNOWN',
  reason: string | null,
): Promise<void> {
  const { broadcastId, preview } = broadcastPayload.parse(claim.payload);
  if (preview === true || claim.userId === null) return;
  // What the stop has met on its way was not sent.
  const stopped = state === 'FAILED' && reason === 'stopped';
  await ctx
    .trx('broadcast_recipients')
    .where({ broadcast_id: broadcastId, user_id: claim.userId })
    .update(stopped ? { state: 'WAITING', reason: null } : { state, reason });
  if (state === 'SENT') await keepAsNews(ctx, broadcastId, claim.userId);
}

/** What came by broadcast is also found in the Mini App, long after it scrolled away in the chat. */
async function keepAsNews(ctx: Ctx, broadcastId: string, userId: string): Promise<void> {
  const broadcast = await Broadcast.query(ctx.trx).findById(broadcastId);
  const user = await User.query(ctx.trx).findById(userId);
  if (broadcast === undefined || user === undefined) return;
  const text = beginning(broadcast.content, broadcast.format);
  await notify(ctx, user, { kind: 'NEWS', text });
}
