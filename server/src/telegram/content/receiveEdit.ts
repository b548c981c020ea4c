import { editMessage } from '../../domain/conversations/editMessage';
import { findChatMessage } from '../../domain/telegram/chatMessages';
import type { Message } from 'grammy/types';
import type { Turn } from '../turn';
import { readContent } from './readContent';

/** The customer changed a message in Telegram: the desk's copy follows, the old text is kept. */
export async function receiveEdit(turn: Turn, message: Message): Promise<void> {
  const known = await findChatMessage(turn.ctx, turn.chat, message.message_id);
  const content = readContent(message);
  if (known === null || known.messageId === null || content === null) return;
  // Of an album only the part with the caption speaks for the message.
  if (known.part > 0 && !known.hasCaption) return;
  await editMessage(turn.ctx, { messageId: known.messageId, content: content.text });
}
