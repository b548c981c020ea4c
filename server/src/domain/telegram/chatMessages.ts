import type { Knex } from 'knex';
import { z } from 'zod';
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
  /** Of a part of a customer's album: its own words, which are one of the parts of the text. */
  caption: Caption | null;
  sentAt: Date;
}

const caption = z.object({ content: z.string(), format: z.enum(['plain', 'markdown']) });
export type Caption = z.infer<typeof caption>;

interface Row {
  bot_id: number;
  chat_id: number;
  telegram_message_id: number;
  ticket_id: string;
  message_id: string | null;
  part: number;
  has_caption: boolean;
  caption: unknown;
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
    caption: row.caption === null ? null : caption.parse(row.caption),
    sentAt: row.sent_at,
  };
}

/** Remembers which message of a chat is which message of the desk. */
export async function rememberChatMessage(
  ctx: Ctx,
  message: Omit<ChatMessage, 'sentAt' | 'caption'> & { caption?: Caption | null },
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
      caption: message.caption ? JSON.stringify(message.caption) : null,
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

/** The parts of an album that are here, in the order in which they came. */
export async function captionsOf(
  ctx: Ctx,
  place: { botId: number; chatId: number },
  messageId: string,
): Promise<ChatMessage[]> {
  return (await chatMessagesOf(ctx.trx, place, messageId)).filter(
    ({ caption: own }) => own !== null,
  );
}

/** The words below a part of an album have changed. */
export async function recaption(ctx: Ctx, row: ChatMessage, words: Caption): Promise<void> {
  await ctx
    .trx('telegram_messages')
    .where({
      bot_id: row.botId,
      chat_id: row.chatId,
      telegram_message_id: row.telegramMessageId,
    })
    .update({ caption: JSON.stringify(words), has_caption: words.content !== '' });
}

/** A message of the desk is another one from now on, in another ticket. */
export async function moveChatMessages(
  ctx: Ctx,
  from: { messageId: string },
  to: { messageId: string; ticketId: string },
): Promise<void> {
  await ctx
    .trx('telegram_messages')
    .where({ message_id: from.messageId })
    .update({ message_id: to.messageId, ticket_id: to.ticketId });
}

/** What the bot said about a ticket is about another one from now on. */
export async function aimChatMessage(
  ctx: Ctx,
  place: { botId: number; chatId: number },
  telegramMessageId: number,
  ticketId: string,
): Promise<void> {
  await ctx
    .trx('telegram_messages')
    .where({
      bot_id: place.botId,
      chat_id: place.chatId,
      telegram_message_id: telegramMessageId,
    })
    .whereNull('message_id')
    .update({ ticket_id: ticketId });
}
