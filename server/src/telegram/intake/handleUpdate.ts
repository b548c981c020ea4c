import type { ErrorCode } from '@tikethet/shared/errors';
import type { Api } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { z } from 'zod';
import type { Ctx } from '../../domain/context';
import { LANES, queueDelivery } from '../../domain/deliveries/queueDelivery';
import { refreshMenu } from '../../domain/deliveries/refreshMenu';
import { meetPerson } from '../../domain/people/meetPerson';
import { personOf } from '../../domain/people/personOf';
import type { User } from '../../domain/people/user';
import { noteBotBlocked } from '../../domain/people/noteBotBlocked';
import { patchChat, type TelegramChat } from '../../domain/telegram/chats';
import type { WaitingUpdate } from '../../domain/telegram/updates';
import { menuVersion } from '../commandMenu';
import { COMMANDS } from '../commands';
import { createBot } from '../createBot';
import { explainToGroup, isGone } from '../groups';
import type { TelegramSettings } from '../settings';
import { plain, t } from '../texts';
import { Turn } from '../turn';
import { answerPress } from './answerPress';
import { chatOfUpdate, senderOf } from './streamOf';

const shape = z.looseObject({ update_id: z.number().int() });

/** Reads a stored update. @throws when it is not one: it will be put aside */
function parseUpdate(payload: unknown): Update {
  return shape.parse(payload);
}

/** Turns stored updates into effects, each inside the transaction that it is given. */
export class UpdateHandler {
  readonly #bot: ReturnType<typeof createBot>;
  readonly #menu: string;

  constructor(
    private readonly settings: TelegramSettings,
    private readonly me: UserFromGetMe,
    api: Api,
  ) {
    this.#bot = createBot(api);
    this.#menu = menuVersion(settings, COMMANDS);
  }

  /** Does what an update asks for. */
  async handle(ctx: Ctx, chat: TelegramChat, { payload, updateId }: WaitingUpdate): Promise<void> {
    const update = parseUpdate(payload);
    const turn = await this.#beginTurn(ctx, chat, update, updateId);
    if (turn !== null) await this.#bot(turn, update, this.me);
  }

  /** Tells the person that what they asked for was refused, in place of doing it. */
  async refuse(
    ctx: Ctx,
    chat: TelegramChat,
    { payload, updateId }: WaitingUpdate,
    code: ErrorCode,
  ): Promise<void> {
    const update = parseUpdate(payload);
    const turn = await this.#beginTurn(ctx, chat, update, updateId);
    if (turn === null) return;
    const text = turn.plain(`common.errors.${code}`);
    if (update.callback_query) await turn.answer(update.callback_query.id, text, true);
    else if (update.message) await turn.say(turn.t(`common.errors.${code}`));
  }

  /** Who wrote and whether the bot talks with them; null when there is nothing more to do. */
  async #beginTurn(
    ctx: Ctx,
    chat: TelegramChat,
    update: Update,
    updateId: number,
  ): Promise<Turn | null> {
    const place = chatOfUpdate(update);
    const sender = senderOf(update);
    if (place !== null && place.type !== 'private') {
      await explainToGroup(ctx, chat, update, this.me);
      await answerPress(ctx, chat, update, null);
      return null;
    }
    if (sender === null || sender.is_bot) return null;
    if (update.my_chat_member) {
      await noteBotBlocked(ctx, sender.id, isGone(update.my_chat_member));
      return null;
    }
    const user = await meetPerson(ctx, {
      telegramId: sender.id,
      firstName: sender.first_name,
      lastName: sender.last_name,
      username: sender.username,
      languageCode: sender.language_code,
      ownerIds: this.settings.ownerIds,
      viaBot: true,
    });
    if (chat.userId !== user.id) await patchChat(ctx, chat, { userId: user.id });
    if (!user.isActive) {
      await sayAccessClosed(ctx, chat, user);
      await answerPress(ctx, chat, update, plain(user.language, 'closedAccess'));
      return null;
    }
    if (chat.explainedAt !== null) await patchChat(ctx, chat, { explainedAt: null });
    if (chat.menu !== this.#menu) {
      await patchChat(ctx, chat, { menu: this.#menu });
      await refreshMenu(ctx, user);
    }
    const person = await personOf(ctx.trx, user);
    const acting: Ctx = { ...ctx, actor: { person, sessionId: null, channel: 'BOT' } };
    return new Turn(acting, chat, user, this.settings, updateId, COMMANDS);
  }
}

/** A blocked person is told once; nothing else happens. */
async function sayAccessClosed(ctx: Ctx, chat: TelegramChat, user: User): Promise<void> {
  if (chat.explainedAt !== null) return;
  await patchChat(ctx, chat, { explainedAt: ctx.now });
  await queueDelivery(ctx, {
    chatId: chat.chatId,
    userId: user.id,
    kind: 'CALL',
    lane: LANES.person,
    payload: {
      method: 'sendMessage',
      params: { chat_id: chat.chatId, text: t(user.language, 'closedAccess'), parse_mode: 'HTML' },
    },
  });
}
