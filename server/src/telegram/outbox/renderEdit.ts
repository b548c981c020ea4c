import type { ClaimedDelivery } from '../../domain/deliveries/claimDeliveries';
import type { DeliveryMaterial } from '../../domain/deliveries/loadDelivery';
import type { ChatMessage } from '../../domain/telegram/chatMessages';
import { toHtml, visibleText, type Formatted } from '../formatting/formatted';
import { CannotSend, outCall, type OutCall } from './call';
import { orPlainer } from './plainer';
import { textParams } from './renderMessage';
import { viewMessage, type MessageView, type RenderDeps } from './view';

const NOT_THERE = 'the message does not stand in the chat';
const TOO_OLD = 'older than the 48 hours in which bots may delete';
/** Milliseconds in which Telegram lets a bot delete a message (Bot API, deleteMessage). */
const DELETABLE = 48 * 60 * 60_000;

/** The messages of the chat that hold the text, in its order. */
function textRows(view: MessageView, standing: readonly ChatMessage[]): ChatMessage[] {
  const caption = standing.find((row) => row.hasCaption);
  const texts = standing.filter((row) => row.part >= view.ahead);
  return caption === undefined || !view.captioned ? texts : [caption, ...texts];
}

/**
 * The calls that make the chat show a message's new text: parts are changed one by one, surplus
 * ones deleted, missing ones sent. A call that is done is found again by what stands in the chat,
 * so the list is as long as it was when the next call is made.
 * @throws CannotSend when the message is not in the chat
 */
export function renderEdit(
  deps: RenderDeps,
  claim: ClaimedDelivery,
  material: DeliveryMaterial,
): OutCall[] {
  const view = viewMessage(deps, material);
  const rows = textRows(view, material.standing);
  const [first] = rows;
  if (first === undefined) throw new CannotSend(NOT_THERE, 'not_in_chat');
  const changed = view.parts.map((part, index) => {
    const keyboard = index === view.parts.length - 1 ? view.keyboard : undefined;
    const row = rows[index];
    if (row?.hasCaption === true) return editCaption(claim, part, row, keyboard);
    const words = { text: visibleText(part) };
    const params = textParams(claim.chatId, part, keyboard);
    if (row === undefined) {
      // It comes below all else in the chat: that it belongs to the first part must be seen.
      const reply = { message_id: first.telegramMessageId, allow_sending_without_reply: true };
      const place = { part: first.part + index };
      const send = outCall('sendMessage', () => ({ ...params, reply_parameters: reply }), place);
      return orPlainer(send, words);
    }
    const id = { message_id: row.telegramMessageId };
    return orPlainer(
      outCall('editMessageText', () => ({ ...params, ...id })),
      words,
    );
  });
  return [...changed, ...deletion(claim, rows.slice(view.parts.length))];
}

function editCaption(
  claim: ClaimedDelivery,
  part: Formatted,
  row: ChatMessage,
  keyboard: MessageView['keyboard'],
): OutCall {
  const call = outCall('editMessageCaption', () => ({
    chat_id: claim.chatId,
    message_id: row.telegramMessageId,
    caption: toHtml(part),
    parse_mode: 'HTML',
    ...(keyboard ? { reply_markup: keyboard } : {}),
  }));
  return orPlainer(call, { caption: visibleText(part) });
}

function deletion(claim: ClaimedDelivery, rows: readonly ChatMessage[]): OutCall[] {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.telegramMessageId);
  const params = { chat_id: claim.chatId, message_ids: ids };
  return [outCall('deleteMessages', () => params, { removes: ids })];
}

/**
 * Takes a message out of the chat, as far as Telegram lets bots.
 * @throws CannotSend when it is not there, or stands there for too long
 */
export function renderDeletion(
  claim: ClaimedDelivery,
  { standing, message }: DeliveryMaterial,
): OutCall[] {
  if (standing.length === 0) throw new CannotSend(NOT_THERE, 'not_in_chat');
  const deletedAt = message?.deletedAt ?? null;
  const tooOld =
    deletedAt !== null &&
    standing.some(({ sentAt }) => deletedAt.getTime() - sentAt.getTime() > DELETABLE);
  if (tooOld) throw new CannotSend(TOO_OLD, 'edit_refused');
  return deletion(claim, standing);
}
