import type { InlineKeyboardMarkup } from 'grammy/types';
import type { ClaimedDelivery } from '../../domain/deliveries/claimDeliveries';
import type { DeliveryMaterial } from '../../domain/deliveries/loadDelivery';
import type { ChatMessage } from '../../domain/telegram/chatMessages';
import { lengthOf, toHtml } from '../formatting/formatted';
import { CAPTION_LIMIT, splitFormatted } from '../formatting/split';
import { CannotSend, outCall, type OutCall } from './call';
import { textParams, viewMessage, type MessageView, type RenderDeps } from './renderMessage';

const NOT_THERE = 'the message does not stand in the chat';
const TOO_LONG = 'the new text is too long to be changed in the chat';

/** The messages of the chat that hold the text, files left out. */
function textRows(view: MessageView, standing: readonly ChatMessage[]): ChatMessage[] {
  const last = Math.max(...standing.map((row) => row.part));
  if (view.groups.length === 0) return [...standing];
  const textFirst = view.groups.length === 1 && view.layout !== 'mediaThenText';
  return standing.filter((row) => (textFirst ? row.part < last : row.part >= view.groups.length));
}

/**
 * The calls that make the chat show a message's new text: parts are changed one by one, surplus
 * ones deleted, missing ones sent. A call that is done is found again by what stands in the chat,
 * so the list is as long as it was when the next call is made.
 * @throws CannotSend when the message is not in the chat, or its new text has no room there
 */
export function renderEdit(
  deps: RenderDeps,
  claim: ClaimedDelivery,
  material: DeliveryMaterial,
): OutCall[] {
  const view = viewMessage(deps, material);
  const { standing } = material;
  if (standing.length === 0) throw new CannotSend(NOT_THERE, 'not_in_chat');
  const captioned = standing.find((row) => row.hasCaption);
  if (captioned !== undefined) return [editCaption(claim, view, captioned)];
  const rows = textRows(view, standing);
  const parts = splitFormatted(view.text);
  const mediaLast = view.groups.length > 0 && rows.every((row) => row.part < view.groups.length);
  if (rows.length === 0) throw new CannotSend(NOT_THERE, 'not_in_chat');
  if (mediaLast && parts.length > rows.length) throw new CannotSend(TOO_LONG, 'too_long');
  const changed = parts.map((part, index) => {
    const isLast = index === parts.length - 1;
    const keyboard: InlineKeyboardMarkup | undefined =
      isLast && !mediaLast ? view.keyboard : undefined;
    const params = textParams(claim.chatId, part, keyboard);
    const row = rows[index];
    if (row === undefined) {
      // After what stands there now, or where an earlier try of this very call put it.
      const part = (rows[0]?.part ?? 0) + index;
      return outCall('sendMessage', () => params, { part });
    }
    return outCall('editMessageText', () => ({ ...params, message_id: row.telegramMessageId }));
  });
  return [...changed, ...deletion(claim, rows.slice(parts.length))];
}

function editCaption(claim: ClaimedDelivery, view: MessageView, row: ChatMessage): OutCall {
  if (lengthOf(view.text) > CAPTION_LIMIT) throw new CannotSend(TOO_LONG, 'too_long');
  return outCall('editMessageCaption', () => ({
    chat_id: claim.chatId,
    message_id: row.telegramMessageId,
    caption: toHtml(view.text),
    parse_mode: 'HTML',
    ...(view.keyboard ? { reply_markup: view.keyboard } : {}),
  }));
}

function deletion(claim: ClaimedDelivery, rows: readonly ChatMessage[]): OutCall[] {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.telegramMessageId);
  const params = { chat_id: claim.chatId, message_ids: ids };
  return [outCall('deleteMessages', () => params, { removes: ids })];
}

/**
 * Takes a message out of the chat, as far as Telegram lets bots.
 * @throws CannotSend when it is not there
 */
export function renderDeletion(claim: ClaimedDelivery, { standing }: DeliveryMaterial): OutCall[] {
  if (standing.length === 0) throw new CannotSend(NOT_THERE, 'not_in_chat');
  return deletion(claim, standing);
}
