import type { Language } from '@tikethet/shared/contracts';
import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from 'grammy/types';
import type { Ctx } from '../domain/context';
import { LANES, queueDelivery, type NewDelivery } from '../domain/deliveries/queueDelivery';
import type { User } from '../domain/people/user';
import { rememberChatMessage, type Caption } from '../domain/telegram/chatMessages';
import type { TelegramChat } from '../domain/telegram/chats';
import type { Command } from './commands/command';
import type { TelegramSettings } from './settings';
import { plain, t, type TextKey, type TextValues } from './texts';

export interface SayOptions {
  keyboard?: InlineKeyboardMarkup | ReplyKeyboardMarkup;
  /** Answers to what is said go to this ticket. */
  ticketId?: string;
}

/** Telegram's limit for the little text that answers a button. */
const ANSWER_LENGTH = 200;

/**
 * One update in its transaction: who wrote, in which chat, and the bot's means to answer. Nothing
 * here calls Telegram: what the bot says is queued with the update's other effects.
 */
export class Turn {
  constructor(
    readonly ctx: Ctx,
    readonly chat: TelegramChat,
    readonly user: User,
    readonly settings: TelegramSettings,
    readonly updateId: number,
    /** What the bot understands, by name. */
    readonly commands: Readonly<Record<string, Command>>,
  ) {}

  get language(): Language {
    return this.user.language;
  }

  /** A text in the person's language as Telegram HTML. */
  t(key: TextKey, values?: TextValues): string {
    return t(this.language, key, values);
  }

  /** A text in the person's language for labels. */
  plain(key: TextKey, values?: TextValues): string {
    return plain(this.language, key, values);
  }

  /** Sends a message of Telegram HTML into the chat. */
  async say(html: string, options: SayOptions = {}): Promise<void> {
    await this.call(
      'sendMessage',
      { ...bodyOf(html), ...(options.keyboard ? { reply_markup: options.keyboard } : {}) },
      options.ticketId,
    );
  }

  /** Replaces a message of the bot, and its buttons. */
  async replace(messageId: number, html: string, keyboard?: InlineKeyboardMarkup): Promise<void> {
    await this.call('editMessageText', {
      message_id: messageId,
      ...bodyOf(html),
      ...(keyboard ? { reply_markup: keyboard } : {}),
    });
  }

  /** Replaces only the buttons of a message of the bot. */
  async replaceButtons(messageId: number, keyboard: InlineKeyboardMarkup | null): Promise<void> {
    await this.call('editMessageReplyMarkup', {
      message_id: messageId,
      reply_markup: keyboard ?? { inline_keyboard: [] },
    });
  }

  /** Answers a pressed button; Telegram shows its waiting sign until then. */
  async answer(callbackId: string, text?: string, alert = false): Promise<void> {
    const params = {
      callback_query_id: callbackId,
      ...(text === undefined ? {} : { text: text.slice(0, ANSWER_LENGTH), show_alert: alert }),
    };
    await this.queue('answerCallbackQuery', params, { lane: LANES.press });
  }

  /** Any call of the Bot API about this chat. */
  async call(method: string, params: Record<string, unknown>, ticketId?: string): Promise<void> {
    await this.queue(
      method,
      { chat_id: this.chat.chatId, ...params },
      ticketId === undefined ? {} : { ticketId },
    );
  }

  /** Remembers which message of the desk the person's message became. */
  async remember(
    telegramMessageId: number,
    message: {
      ticketId: string;
      messageId: string;
      part?: number;
      hasCaption?: boolean;
      caption?: Caption;
    },
  ): Promise<void> {
    await rememberChatMessage(this.ctx, {
      botId: this.chat.botId,
      chatId: this.chat.chatId,
      telegramMessageId,
      ticketId: message.ticketId,
      messageId: message.messageId,
      part: message.part ?? 0,
      hasCaption: message.hasCaption ?? false,
      caption: message.caption ?? null,
    });
  }

  private async queue(
    method: string,
    params: Record<string, unknown>,
    options: Partial<Pick<NewDelivery<'CALL'>, 'ticketId' | 'lane'>>,
  ): Promise<void> {
    await queueDelivery(this.ctx, {
      chatId: this.chat.chatId,
      userId: this.user.id,
      kind: 'CALL',
      lane: LANES.person,
      payload: { method, params },
      botId: this.chat.botId,
      ...options,
    });
  }
}

/** The bot's own words never need the picture of a link. */
function bodyOf(html: string): Record<string, unknown> {
  return { text: html, parse_mode: 'HTML', link_preview_options: { is_disabled: true } };
}
