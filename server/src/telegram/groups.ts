import type { ChatMemberUpdated, Update, UserFromGetMe } from 'grammy/types';
import type { Ctx } from '../domain/context';
import { LANES, queueDelivery } from '../domain/deliveries/queueDelivery';
import { languageOf } from '../domain/people/meetPerson';
import { noteExplained, patchChat, type TelegramChat } from '../domain/telegram/chats';
import { senderOf } from './intake/streamOf';
import { t } from './texts';

/** Whether the bot can no longer write there: blocked by a person, removed from a group. */
export function isGone({ new_chat_member: member }: ChatMemberUpdated): boolean {
  return member.status === 'kicked' || member.status === 'left';
}

/**
 * In groups and channels the bot says once where it can be reached, when it is added or spoken to,
 * and then keeps silent; nothing that is said there becomes a ticket. A group that becomes a
 * supergroup is another chat with the same people: what they know is taken over.
 */
export async function explainToGroup(
  ctx: Ctx,
  chat: TelegramChat,
  update: Update,
  me: UserFromGetMe,
): Promise<void> {
  const { message, my_chat_member: membership } = update;
  if (message?.migrate_to_chat_id !== undefined) {
    await noteExplained(ctx, { botId: chat.botId, chatId: message.migrate_to_chat_id });
    return;
  }
  if (message?.migrate_from_chat_id !== undefined) {
    if (chat.explainedAt === null) await patchChat(ctx, chat, { explainedAt: ctx.now });
    return;
  }
  if (chat.explainedAt !== null || (message === undefined && membership === undefined)) return;
  if (membership !== undefined && isGone(membership)) return;
  await patchChat(ctx, chat, { explainedAt: ctx.now });
  const language = languageOf(senderOf(update)?.language_code);
  const text = t(language, 'group', { username: me.username });
  await queueDelivery(ctx, {
    chatId: chat.chatId,
    userId: null,
    kind: 'CALL',
    lane: LANES.person,
    botId: chat.botId,
    payload: {
      method: 'sendMessage',
      params: { chat_id: chat.chatId, text, parse_mode: 'HTML' },
    },
  });
}
