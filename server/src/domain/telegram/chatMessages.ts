import type { Knex } from 'knex';
import type { Ctx } from '../context';

/** A message of a Telegram chat that belongs to a ticket, whichever side sent it. */
export interface ChatMessage {
  botId: number;
  chatId: number;
  telegramMessageId: number;
  ticketId: string;
  /** null: a notice or announcement about the ticket. */
  messageId: string | null;
  /** Order within a message that Telegram shows as several. */
  part: number;
  /** The desk's text stands in this part's caption. */
  hasCaption: boolean;
  sentAt: Date;
}

interface Row {
  bot_id: number;
  chat_id: number;
  telegram_message_id: number;
  ticket_id: string;
  message_id: string | null;
  part: number;
  has_caption: boolean;
  sent_at: Date;
}

function fromRow(row: Row): ChatMessage {
  return {
    botId: row.bot_id,
    chatId: row.chat_id,
    telegramMessageId: row.telegram_message_id,
    ticketId: row.ticket_id,
    messageId: row.message_id,
    part: row.part,
    hasCaption: row.has_caption,
    sentAt: row.sent_at,
  };
}

/** Remembers which message of a chat is which message of the desk. */
export async function rememberChatMessage(
  ctx: Ctx,
  message: Omit<ChatMessage, 'sentAt'>,
): Promise<void> {
  await ctx
    .trx('telegram_messages')
    .insert({
      bot_id: message.botId,
      chat_id: message.chatId,
      telegram_message_id: message.telegramMessageId,
      ticket_id: message.ticketId,
      message_id: message.messageId,
      part: message.part,
      has_caption: message.hasCaption,
      sent_at: ctx.now,
    })
    .onConflict(['bot_id', 'chat_id', 'telegram_message_id'])
    .ignore();
}

/** The ticket's message behind a message of the chat. */
export async function findChatMessage(
  ctx: Ctx,
  place: { botId: number; chatId: number },
  telegramMessageId: number,
): Promise<ChatMessage | null> {
  const row = await ctx
    .trx<Row>('telegram_messages')
    .where({
      bot_id: place.botId,
      chat_id: place.chatId,
      telegram_message_id: telegramMessageId,
    })
    .first();
  return row === undefined ? null : fromRow(row);
}

/** The newest message of the chat that belongs to any ticket. */
export async function lastChatMessage(
  ctx: Ctx,
  place: { botId: number; chatId: number },
): Promise<ChatMessage | null> {
  const row = await ctx
    .trx<Row>('telegram_messages')
    .where({ bot_id: place.botId, chat_id: place.chatId })
    .orderBy('telegram_message_id', 'desc')
    .first();
  return row === undefined ? null : fromRow(row);
}

/** What stands in a chat for a message of the desk, part by part. */
export async function chatMessagesOf(
  db: Knex,
  place: { botId: number; chatId: number },
  messageId: string,
): Promise<ChatMessage[]> {
  const rows = await db<Row>('telegram_messages')
    .where({ bot_id: place.botId, chat_id: place.chatId, message_id: messageId })
    .orderBy(['part', 'telegram_message_id'])
    .limit(100);
  return rows.map(fromRow);
}

/** Messages that were taken out of the chat. */
export async function forgetChatMessages(
  ctx: Ctx,
  place: { botId: number; chatId: number },
  telegramMessageIds: readonly number[],
): Promise<void> {
  if (telegramMessageIds.length === 0) return;
  await ctx
    .trx('telegram_messages')
    .where({ bot_id: place.botId, chat_id: place.chatId })
    .whereIn('telegram_message_id', [...telegramMessageIds])
    .delete();
}
