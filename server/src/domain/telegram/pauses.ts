import type { Ctx } from '../context';
import type { Pause } from '../deliveries/outcome';

/**
 * Milliseconds for which the others wait when one chat was too fast: Telegram does not say whether
 * it meant the chat or the bot.
 */
const CAUTION = 1_000;

/**
 * Telegram wants quiet until a moment, which every process obeys. A limit that one chat met is that
 * chat's; when a second chat meets one meanwhile, it is the bot's.
 */
export async function noteRateLimit(
  ctx: Ctx,
  place: { botId: number; chatId: number },
  until: Date,
): Promise<void> {
  const { botId, chatId } = place;
  await ctx
    .trx('telegram_chats')
    .insert({ bot_id: botId, chat_id: chatId, next_send_at: ctx.now, paused_until: until })
    .onConflict(['bot_id', 'chat_id'])
    .merge({ paused_until: ctx.trx.raw('greatest(telegram_chats.paused_until, ?)', [until]) });
  const other = await ctx
    .trx<{ bot_id: number; chat_id: number; paused_until: Date }>('telegram_chats')
    .where({ bot_id: botId })
    .where('paused_until', '>', ctx.now)
    .whereNot({ chat_id: chatId })
    .first('chat_id');
  const caution = new Date(Math.min(until.getTime(), ctx.now.getTime() + CAUTION));
  await pauseBot(ctx, botId, other === undefined ? caution : until, 'rate_limited');
}

/** Nothing goes to Telegram until then. */
export async function pauseBot(ctx: Ctx, botId: number, until: Date, reason: Pause): Promise<void> {
  await ctx
    .trx('telegram_bots')
    .where({ bot_id: botId })
    .update({
      paused_until: ctx.trx.raw('greatest(paused_until, ?)', [until]),
      pause_reason: reason,
    });
}

/** Telegram takes the token (again): what waited for that goes at once. */
export async function endTokenPause(ctx: Ctx, botId: number): Promise<void> {
  const ended = await ctx
    .trx('telegram_bots')
    .where({ bot_id: botId, pause_reason: 'token_revoked' })
    .update({ paused_until: null, pause_reason: null });
  if (ended === 0) return;
  await ctx
    .trx('deliveries')
    .where({ state: 'QUEUED', reason: 'token_revoked' })
    .update({ next_attempt_at: ctx.now });
  ctx.wakes.add('deliveries');
}
