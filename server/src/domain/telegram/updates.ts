import type { Knex } from 'knex';
import type { Ctx } from '../context';
import { lockChat, type TelegramChat } from './chats';

export interface ReceivedUpdate {
  updateId: number;
  /** The stream within which order counts. */
  chatId: number;
  payload: unknown;
}

/** How often an update is tried before it is put aside for a person to look at. */
const TRIES = 5;
/** Milliseconds before the second try; doubles. */
const FIRST_PAUSE = 500;
const ERROR_LENGTH = 2_000;

/** Postgres stores neither NUL nor half a surrogate pair in JSON: they become U+FFFD. */
function storable(payload: unknown): string {
  return JSON.stringify(payload, (_key, value: unknown) =>
    typeof value === 'string'
      ? value.replace(
          /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
          '\ufffd',
        )
      : value,
  );
}

/**
 * Puts updates into the ledger; known ones stay as they are. When polling, the offset moves in the
 * same transaction, so that Telegram forgets only what is stored.
 */
export async function storeUpdates(
  ctx: Ctx,
  botId: number,
  updates: readonly ReceivedUpdate[],
  nextOffset?: number,
): Promise<void> {
  if (updates.length === 0) return;
  const chatIds = [...new Set(updates.map((update) => update.chatId))].sort((a, b) => a - b);
  await ctx
    .trx('telegram_chats')
    .insert(chatIds.map((id) => ({ bot_id: botId, chat_id: id, next_send_at: ctx.now })))
    .onConflict()
    .ignore();
  await ctx
    .trx('telegram_updates')
    .insert(
      updates.map((update) => ({
        bot_id: botId,
        update_id: update.updateId,
        chat_id: update.chatId,
        payload: storable(update.payload),
        received_at: ctx.now,
        next_attempt_at: ctx.now,
      })),
    )
    .onConflict()
    .ignore();
  if (nextOffset !== undefined) {
    await ctx.trx('telegram_bots').where({ bot_id: botId }).update({ next_offset: nextOffset });
  }
  ctx.wakes.add('updates');
}

/** When the newest update came, or null. */
export async function lastReceivedAt(db: Knex, botId: number): Promise<Date | null> {
  const row = await db<{ received_at: Date; bot_id: number; update_id: number }>('telegram_updates')
    .where({ bot_id: botId })
    .orderBy('update_id', 'desc')
    .first('received_at');
  return row?.received_at ?? null;
}

/** Chats whose oldest unprocessed update may be tried now. */
export async function chatsWithWork(
  db: Knex,
  botId: number,
  now: Date,
  limit: number,
): Promise<number[]> {
  const result = await db.raw<{ rows: { chat_id: number }[] }>(
    `select chat_id from (
       select distinct on (chat_id) chat_id, next_attempt_at, update_id from telegram_updates
       where bot_id = ? and processed_at is null and parked_at is null
       order by chat_id, update_id
     ) as head
     where next_attempt_at <= ? order by update_id limit ?`,
    [botId, now, limit],
  );
  return result.rows.map((row) => row.chat_id);
}

export interface WaitingUpdate {
  updateId: number;
  payload: unknown;
  attempts: number;
}

interface UpdateRow {
  bot_id: number;
  update_id: number;
  chat_id: number;
  payload: unknown;
  attempts: number;
  next_attempt_at: Date;
  processed_at: Date | null;
  parked_at: Date | null;
}

/**
 * Locks a chat and takes its oldest unprocessed update.
 * @returns null when another process has the chat, or nothing of it is due
 */
export async function takeUpdate(
  ctx: Ctx,
  botId: number,
  chatId: number,
): Promise<{ chat: TelegramChat; update: WaitingUpdate } | null> {
  const chat = await lockChat(ctx, botId, chatId);
  if (chat === null) return null;
  const head = await ctx
    .trx<UpdateRow>('telegram_updates')
    .where({ bot_id: botId, chat_id: chatId })
    .whereNull('processed_at')
    .whereNull('parked_at')
    .orderBy('update_id')
    .first();
  if (head === undefined || head.next_attempt_at > ctx.now) return null;
  const { update_id: updateId, payload, attempts } = head;
  return { chat, update: { updateId, payload, attempts } };
}

/** Marks an update as done, in the transaction of its effect. */
export async function finishUpdate(ctx: Ctx, botId: number, updateId: number): Promise<void> {
  await ctx
    .trx('telegram_updates')
    .where({ bot_id: botId, update_id: updateId })
    .update({ processed_at: ctx.now, error: null });
}

/**
 * Records that handling an update failed (and was rolled back): it is tried again later, and put
 * aside after several tries so that its chat goes on.
 * @returns whether it was put aside
 */
export async function failUpdate(
  ctx: Ctx,
  botId: number,
  update: WaitingUpdate,
  error: string,
): Promise<boolean> {
  const attempts = update.attempts + 1;
  const parked = attempts >= TRIES;
  await ctx
    .trx('telegram_updates')
    .where({ bot_id: botId, update_id: update.updateId })
    .whereNull('processed_at')
    .update({
      attempts,
      error: error.slice(0, ERROR_LENGTH),
      next_attempt_at: new Date(ctx.now.getTime() + FIRST_PAUSE * 2 ** (attempts - 1)),
      parked_at: parked ? ctx.now : null,
    });
  return parked;
}

/** Stored updates by id, oldest first: for content that waited for a person's decision. */
export async function readUpdates(
  ctx: Ctx,
  botId: number,
  updateIds: readonly number[],
): Promise<unknown[]> {
  const rows = await ctx
    .trx<UpdateRow>('telegram_updates')
    .where({ bot_id: botId })
    .whereIn('update_id', [...updateIds])
    .orderBy('update_id');
  return rows.map((row) => row.payload);
}
