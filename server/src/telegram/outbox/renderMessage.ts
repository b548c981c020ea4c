import type { InlineKeyboardMarkup } from 'grammy/types';
import type { ClaimedDelivery } from '../../domain/deliveries/claimDeliveries';
import type { DeliveryMaterial } from '../../domain/deliveries/loadDelivery';
import type { Message } from '../../domain/conversations/message';
import type { Ticket } from '../../domain/tickets/ticket';
import type { FileStore } from '../../storage/fileStore';
import { lengthOf, toHtml, type Formatted } from '../formatting/formatted';
import { BOLD, fromContent } from '../formatting/fromContent';
import { CAPTION_LIMIT, splitFormatted } from '../formatting/split';
import { messageKeyboard } from '../keyboards';
import type { TelegramSettings } from '../settings';
import { CannotSend, FILE_TIMEOUT, outCall, type OutCall } from './call';
import { groupMedia, mediaCall, takesCaption, type Media } from './media';

export interface RenderDeps {
  settings: TelegramSettings;
  storage: FileStore;
}

/** Where the text of a message stands among the calls that send it. */
export type Layout = 'textOnly' | 'caption' | 'textThenMedia' | 'mediaThenText';

export interface MessageView {
  ticket: Ticket;
  message: Message;
  /** Header and text. */
  text: Formatted;
  groups: Media[][];
  layout: Layout;
  keyboard: InlineKeyboardMarkup | undefined;
}

/** @throws CannotSend when the message or its ticket is gone */
export function viewMessage(deps: RenderDeps, material: DeliveryMaterial): MessageView {
  const { ticket, message, language } = material;
  if (ticket === null || message === null || message.deletedAt !== null) {
    throw new CannotSend('deleted before it was sent', 'deleted');
  }
  const header = { text: `#${ticket.number} · ${material.authorName}`, tags: [BOLD] };
  const body = fromContent(textOf(message), message.format);
  const text = lengthOf(body) === 0 ? [header] : [header, { text: '\n', tags: [] }, ...body];
  const files = material.attachments.filter(
    (file) => file.telegramFileId !== null || file.storageKey !== null,
  );
  const groups = groupMedia(files, message.kind);
  return {
    ticket,
    message,
    text,
    groups,
    layout: layoutOf(text, groups),
    keyboard: messageKeyboard(deps.settings, language, ticket),
  };
}

/** What staff sent without words from their own Telegram, in words. */
function textOf(message: Message): string {
  if (message.content !== '' || message.extra === null) return message.content;
  const { latitude, longitude, phoneNumber, contactName } = message.extra;
  if (latitude !== undefined && longitude !== undefined) {
    return `https://maps.google.com/maps?q=${latitude},${longitude}`;
  }
  return [contactName, phoneNumber].filter(Boolean).join(' ');
}

/** Buttons stand under the last part, which an album cannot be. */
function layoutOf(text: Formatted, groups: readonly Media[][]): Layout {
  const [only] = groups;
  if (only === undefined) return 'textOnly';
  if (groups.length > 1 || !takesCaption(only)) return 'mediaThenText';
  return lengthOf(text) <= CAPTION_LIMIT ? 'caption' : 'textThenMedia';
}

export function textParams(
  chatId: number,
  part: Formatted,
  keyboard: InlineKeyboardMarkup | undefined,
): Record<string, unknown> {
  return {
    chat_id: chatId,
    text: toHtml(part),
    parse_mode: 'HTML',
    ...(keyboard ? { reply_markup: keyboard } : {}),
  };
}

/** The calls that bring a message of staff to its customer. */
export function renderMessage(
  deps: RenderDeps,
  claim: ClaimedDelivery,
  material: DeliveryMaterial,
): OutCall[] {
  const { text, groups, layout, keyboard } = viewMessage(deps, material);
  const chat = { chat_id: claim.chatId };
  const media = groups.map((group) => mediaCall(deps.storage, group));
  const texts = layout === 'caption' ? [] : splitFormatted(text);
  const keyboardAfter = layout === 'textThenMedia' ? undefined : keyboard;
  const textCalls = texts.map((part, index) => {
    const below = index === texts.length - 1 ? keyboardAfter : undefined;
    return outCall('sendMessage', () => textParams(claim.chatId, part, below));
  });
  const caption = layout === 'caption' ? { caption: toHtml(text), parse_mode: 'HTML' } : undefined;
  const below = keyboard && layout !== 'mediaThenText' ? { reply_markup: keyboard } : undefined;
  const mediaCalls = media.map(({ method, params }) =>
    outCall(method, () => ({ ...chat, ...params(), ...caption, ...below }), {
      timeoutMs: FILE_TIMEOUT,
      hasCaption: caption !== undefined,
    }),
  );
  const calls =
    layout === 'mediaThenText' ? [...mediaCalls, ...textCalls] : [...textCalls, ...mediaCalls];
  return calls.map((call, index) => (index === 0 ? quoting(call, material.replyTo) : call));
}

function quoting(call: OutCall, replyTo: number | null): OutCall {
  if (replyTo === null) return call;
  const quote = { message_id: replyTo, allow_sending_without_reply: true };
  return { ...call, params: () => ({ ...call.params(), reply_parameters: quote }) };
}
