import { z } from 'zod';
import type { Ctx } from '../context';

/** What the bot has asked in a chat and waits for; `state` is parsed by the dialogue of its mode. */
const storedDialogue = z.object({
  mode: z.string(),
  /** When its last step was taken. */
  at: z.iso.datetime(),
  state: z.unknown(),
});
export type StoredDialogue = z.infer<typeof storedDialogue>;

export interface TelegramChat {
  botId: number;
  chatId: number;
  userId: string | null;
  currentTicketId: string | null;
  dialogue: StoredDialogue | null;
  /** When the bot said what it says once (to a group, to a person whose access is closed). */
  explainedAt: Date | null;
  /** Which version of its menu the chat was given; null: none of its own yet. */
  menu: string | null;
  /** What the bot says only now and then, by its subject: when it was said last, ISO 8601. */
  told: Readonly<Record<string, string>>;
}

const told = z.record(z.string(), z.iso.datetime());

interface ChatRow {
  bot_id: number;
  chat_id: number;
  user_id: string | null;
  current_ticket_id: string | null;
  dialogue: unknown;
  explained_at: Date | null;
  menu: string | null;
  told: unknown;
}

/** Locks a chat before anything else of it is touched; null when another process works on it. */
export async function lockChat(
  ctx: Ctx,
  botId: number,
  chatId: number,
): Promise<TelegramChat | null> {
  const row = await ctx
    .trx<ChatRow>('telegram_chats')
    .where({ bot_id: botId, chat_id: chatId })
    .first()
    .forUpdate()
    .skipLocked();
  if (row === undefined) return null;
  const waiting = storedDialogue.safeParse(row.dialogue);
  return {
    botId,
    chatId,
    userId: row.user_id,
    currentTicketId: row.current_ticket_id,
    dialogue: waiting.success ? waiting.data : null,
    explainedAt: row.explained_at,
    menu: row.menu,
    told: told.catch({}).parse(row.told),
  };
}

/** Changes a locked chat, in the database and in the given object. */
export async function patchChat(
  ctx: Ctx,
  chat: TelegramChat,
  patch: Partial<Omit<TelegramChat, 'botId' | 'chatId'>>,
): Promise<void> {
  Object.assign(chat, patch);
  await ctx
    .trx('telegram_chats')
    .where({ bot_id: chat.botId, chat_id: chat.chatId })
    .update({
      user_id: chat.userId,
      current_ticket_id: chat.currentTicketId,
      dialogue: chat.dialogue === null ? null : JSON.stringify(chat.dialogue),
      explained_at: chat.explainedAt,
      menu: chat.menu,
      told: JSON.stringify(chat.told),
    });
}

/** Notes that the people of a chat, which may not be known yet, have been told what is said once. */
export async function noteExplained(
  ctx: Ctx,
  { botId, chatId }: { botId: number; chatId: number },
): Promise<void> {
  await ctx
    .trx('telegram_chats')
    .insert({ bot_id: botId, chat_id: chatId, next_send_at: ctx.now, explained_at: ctx.now })
    .onConflict(['bot_id', 'chat_id'])
    .merge(['explained_at']);
}
