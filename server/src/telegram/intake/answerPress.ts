import type { Update } from 'grammy/types';
import type { Ctx } from '../../domain/context';
import { LANES, queueDelivery } from '../../domain/deliveries/queueDelivery';
import type { TelegramChat } from '../../domain/telegram/chats';

/**
 * Answers a pressed button for whom the bot does nothing: without an answer Telegram shows its
 * waiting sign for a minute.
 * @param text what the person reads; null: nothing
 */
export async function answerPress(
  ctx: Ctx,
  chat: TelegramChat,
  { callback_query: pressed }: Update,
  text: string | null,
): Promise<void> {
  if (pressed === undefined) return;
  await queueDelivery(ctx, {
    chatId: chat.chatId,
    userId: chat.userId,
    kind: 'CALL',
    lane: LANES.press,
    payload: {
      method: 'answerCallbackQuery',
      params: {
        callback_query_id: pressed.id,
        ...(text === null ? {} : { text, show_alert: true }),
      },
    },
    botId: chat.botId,
  });
}
