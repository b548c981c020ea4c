import { z } from 'zod';
import type { Ctx } from '../context';
import type { ClaimedDelivery } from '../deliveries/claimDeliveries';

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
}
