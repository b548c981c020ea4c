import type { Message } from 'grammy/types';
import { extendAlbum, findAlbum } from '../../domain/conversations/extendAlbum';
import { captionsOf } from '../../domain/telegram/chatMessages';
import { findOwnTicket } from '../../domain/tickets/ownTickets';
import { joinCaptions } from '../formatting/fromEntities';
import { takeFile } from '../limits';
import type { Turn } from '../turn';
import type { Content } from './readContent';
import { sayTooLarge } from './sayTooLarge';

/**
 * Takes a further part of an album into the message that the first one became.
 * @returns false when it is no such part
 */
export async function continueAlbum(
  turn: Turn,
  message: Message,
  content: Content,
): Promise<boolean> {
  const { ctx } = turn;
  if (content.mediaGroupId === null) return false;
  const album = await findAlbum(ctx, content.mediaGroupId);
  if (album === null) return false;
  const file = content.file === null ? null : await takeFile(turn, content.file);
  const others = await captionsOf(ctx, turn.chat, album.id);
  await extendAlbum(ctx, {
    messageId: album.id,
    attachmentId: file?.id ?? null,
    words: joinCaptions([...others.flatMap(({ caption }) => caption ?? []), content.words]),
  });
  await turn.remember(message.message_id, {
    ticketId: album.ticketId,
    messageId: album.id,
    part: others.length,
    hasCaption: content.text !== '',
    caption: content.words,
  });
  if (file?.state === 'TOO_LARGE') {
    const ticket = await findOwnTicket(ctx, { id: album.ticketId });
    if (ticket !== null) await sayTooLarge(turn, ticket, file.size);
  }
  return true;
}
