import type { Chat, Update, User } from 'grammy/types';

/** Kinds of updates that Telegram is asked for. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'message_reaction',
] as const;

/** Where an update happened; null for what belongs to no chat. */
export function chatOfUpdate(update: Update): Chat | null {
  return (
    update.message?.chat ??
    update.edited_message?.chat ??
    update.callback_query?.message?.chat ??
    update.my_chat_member?.chat ??
    update.message_reaction?.chat ??
    null
  );
}

/** Who caused an update; null for what Telegram attributes to nobody. */
export function senderOf(update: Update): User | null {
  return (
    update.message?.from ??
    update.edited_message?.from ??
    update.callback_query?.from ??
    update.my_chat_member?.from ??
    update.message_reaction?.user ??
    null
  );
}

/** The stream within which an update's order counts: its chat, else its sender, else 0. */
export function streamOf(update: Update): number {
  return chatOfUpdate(update)?.id ?? senderOf(update)?.id ?? 0;
}
