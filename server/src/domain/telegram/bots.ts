import type { Knex } from 'knex';
import type { Ctx } from '../context';

export interface TelegramBot {
  botId: number;
  /** Without the @; empty until Telegram has told it. */
  username: string;
  /** The first update that is not stored yet. */
  nextOffset: number;
}

/** What is known of the bot, or null before its first start. */
export async function findBot(db: Knex, botId: number): Promise<TelegramBot | null> {
  const row = await db<{ bot_id: number; username: string; next_offset: number }>('telegram_bots')
    .where({ bot_id: botId })
    .first();
  return row === undefined
    ? null
    : { botId: row.bot_id, username: row.username, nextOffset: row.next_offset };
}

/** Bots of earlier settings whose stored updates are not all handled; a desk has few bots. */
export async function otherBotsWithWork(
  db: Knex,
  botId: number,
): Promise<{ botId: number; username: string }[]> {
  const rows = await db<{ bot_id: number; username: string }>('telegram_bots as bot')
    .select('bot_id', 'username')
    .whereNot({ bot_id: botId })
    .whereRaw(
      `exists (select 1 from telegram_updates where telegram_updates.bot_id = bot.bot_id
         and processed_at is null and parked_at is null)`,
    )
    .limit(20);
  return rows.map((row) => ({ botId: row.bot_id, username: row.username }));
}

/** Makes the bot's row; a username that is given replaces the known one. */
export async function registerBot(ctx: Ctx, botId: number, username?: string): Promise<void> {
  const insert = ctx
    .trx('telegram_bots')
    .insert({ bot_id: botId, username: username ?? '', next_send_at: ctx.now })
    .onConflict('bot_id');
  await (username === undefined ? insert.ignore() : insert.merge({ username }));
}
