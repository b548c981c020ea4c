import type { Ctx } from '../context';
import { queueNoticeEdits } from './queueNoticeEdit';

/** A notice stands in its chat: what changed on its way there is made up for. */
export async function noteNoticeSent(
  ctx: Ctx,
  place: { ticketId: string; userId: string; botId: number; telegramMessageId: number },
): Promise<void> {
  const key = { ticket_id: place.ticketId, user_id: place.userId };
  const before = await ctx
    .trx<{ stale: boolean }>('staff_notices')
    .where(key)
    .first('stale')
    .forUpdate();
  if (before === undefined) return;
  await ctx.trx('staff_notices').where(key).update({
    bot_id: place.botId,
    telegram_message_id: place.telegramMessageId,
    stale: false,
  });
  if (before.stale) await queueNoticeEdits(ctx, place.ticketId, [place.userId]);
}
