import type { Ctx } from '../context';

/** Locks a person's chats with the bots, so that none of their updates is handled meanwhile. */
export async function lockChatsOf(ctx: Ctx, userId: string): Promise<void> {
  await ctx
    .trx('telegram_chats')
    .where({ user_id: userId })
    .orderBy(['bot_id', 'chat_id'])
    .forUpdate()
    .select('chat_id');
}

/**
 * Forgets a chat: what came from it, what was to be sent into it, and which of its messages were
 * which. What is on its way now cannot be called back; its outcome finds no record.
 */
export async function eraseChat(ctx: Ctx, userId: string, chatId: number): Promise<void> {
  const { trx } = ctx;
  await trx.raw(
    `delete from telegram_messages using telegram_bots bot
     where telegram_messages.bot_id = bot.bot_id and telegram_messages.chat_id = ?`,
    [chatId],
  );
  await trx('telegram_updates').where({ chat_id: chatId }).delete();
  await trx('deliveries')
    .where({ user_id: userId })
    .whereIn('state', ['QUEUED', 'SENDING'])
    .delete();
  // What was sent is counted, not read: the account and the words go.
  await trx('deliveries')
    .where({ user_id: userId })
    .update({ chat_id: 0, payload: '{}', detail: null });
  await trx('telegram_chats').where({ user_id: userId }).delete();
}
