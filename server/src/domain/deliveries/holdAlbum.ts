import type { Ctx } from '../context';

/** Milliseconds that a part of an album waits for the next: Telegram brings them at once. */
const NEXT_PART = 1_500;

/**
 * An album that staff send from their own Telegram arrives part by part, but must leave as one: its
 * delivery waits a little longer for each.
 * @returns false when it has left already; what comes now needs a delivery of its own
 */
export async function holdAlbum(ctx: Ctx, messageId: string): Promise<boolean> {
  const deliveries = () => ctx.trx('deliveries').where({ message_id: messageId, kind: 'MESSAGE' });
  // The row's own state decides, under its lock: a claim that is made meanwhile comes before or after.
  const held = await deliveries()
    .where({ state: 'QUEUED', parts_sent: 0 })
    .update({ next_attempt_at: new Date(ctx.now.getTime() + NEXT_PART) });
  if (held > 0) return true;
  const known: unknown = await deliveries().first('id');
  return known === undefined;
}
