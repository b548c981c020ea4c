import { REACTIONS_EACH } from '@tikethet/shared/contracts';
import type { MessageReactionUpdated, ReactionType } from 'grammy/types';
import { reactToMessage } from '../../domain/conversations/reactToMessage';
import { findChatMessage } from '../../domain/telegram/chatMessages';
import type { Turn } from '../turn';

/** Stands for an emoji that only Telegram can show. */
const OWN_EMOJI = '⭐';

function emojiOf(reaction: ReactionType): string {
  return reaction.type === 'emoji' ? reaction.emoji : OWN_EMOJI;
}

/** A person reacted in the chat, or took it back. What is not about a ticket's message passes by. */
export async function receiveReaction(
  turn: Turn,
  { message_id: messageId, new_reaction: reactions }: MessageReactionUpdated,
): Promise<void> {
  const known = await findChatMessage(turn.ctx, turn.chat, messageId);
  if (known === null || known.messageId === null) return;
  const emoji = reactions.slice(0, REACTIONS_EACH).map(emojiOf);
  await reactToMessage(turn.ctx, { messageId: known.messageId, emoji });
}
