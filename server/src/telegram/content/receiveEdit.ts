import type { Message } from 'grammy/types';
import type { Attachment } from '../../domain/attachments/attachment';
import { hasTelegramFile } from '../../domain/attachments/hasTelegramFile';
import { editMessage } from '../../domain/conversations/editMessage';
import {
  captionsOf,
  findChatMessage,
  recaption,
  type Caption,
  type ChatMessage,
} from '../../domain/telegram/chatMessages';
import { findOwnTicket } from '../../domain/tickets/ownTickets';
import { joinCaptions } from '../formatting/fromEntities';
import { takeFile } from '../limits';
import type { Turn } from '../turn';
import { readContent, type Content } from './readContent';
import { sayTooLarge } from './sayTooLarge';
import { asEdited } from './staffAnswer';

/** The customer changed a message in Telegram: the desk's copy follows, the old text is kept. */
export async function receiveEdit(turn: Turn, message: Message): Promise<void> {
  const { ctx } = turn;
  const known = await findChatMessage(ctx, turn.chat, message.message_id);
  const content = readContent(message);
  if (known === null || known.messageId === null || content === null) return;
  const written = await wordsAfter(turn, known, known.messageId, content);
  const words = await asEdited(turn, known.messageId, written);
  if (words === null) return;
  const file = await replacement(turn, known.messageId, content);
  await editMessage(ctx, {
    messageId: known.messageId,
    content: words.content,
    format: words.format,
    addedIds: file === null ? [] : [file.id],
  });
  if (file?.state !== 'TOO_LARGE') return;
  const ticket = await findOwnTicket(ctx, { id: known.ticketId });
  if (ticket !== null) await sayTooLarge(turn, ticket, file.size);
}

/** The text of the whole message; of an album the other parts have kept their words. */
async function wordsAfter(
  turn: Turn,
  known: ChatMessage,
  messageId: string,
  { words }: Content,
): Promise<Caption> {
  if (known.caption === null) return words;
  await recaption(turn.ctx, known, words);
  const parts = await captionsOf(turn.ctx, turn.chat, messageId);
  return joinCaptions(parts.flatMap(({ caption }) => caption ?? []));
}

/** The file that stands in the place of the one sent before; null when it is the same. */
async function replacement(
  turn: Turn,
  messageId: string,
  { file }: Content,
): Promise<Attachment | null> {
  if (file === null || (await hasTelegramFile(turn.ctx, messageId, file.telegramUniqueId))) {
    return null;
  }
  return takeFile(turn, file);
}
