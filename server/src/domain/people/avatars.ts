import type { Knex } from 'knex';
import { discardStored } from '../attachments/discardStored';
import type { Ctx } from '../context';
import { emitUser } from './meetPerson';
import { User } from './user';

const HOUR = 3_600_000;
/** Pictures change seldom; people who stay away are not asked about. Milliseconds. */
const NEXT_LOOK = 24 * HOUR;
const AWAY = 48 * HOUR;
const AFTER_FAILURE = HOUR;

export interface DueAvatar {
  userId: string;
  telegramId: number;
  /** Telegram's name for the picture that is kept; null: none. */
  uniqueId: string | null;
}

/** Whose picture should be looked at now, the longest waiting first. */
export async function dueAvatars(db: Knex, now: Date, limit: number): Promise<DueAvatar[]> {
  const users = await User.query(db)
    .where('avatarDueAt', '<=', now)
    .where('lastSeenAt', '>', new Date(now.getTime() - AWAY))
    .whereNotNull('telegramId')
    .orderBy('avatarDueAt')
    .limit(limit);
  return users.flatMap(({ id, telegramId, avatarUniqueId }) =>
    telegramId === null ? [] : { userId: id, telegramId, uniqueId: avatarUniqueId },
  );
}

/** What Telegram said: the same picture as before, another one (stored by now), or nothing. */
export type AvatarAnswer = 'same' | 'failed' | { key: string; uniqueId: string } | null;

/** Keeps the answer, and tells whoever may know the person when the picture changed. */
export async function keepAvatar(ctx: Ctx, userId: string, answer: AvatarAnswer): Promise<void> {
  const user = await User.query(ctx.trx).findById(userId).forNoKeyUpdate();
  const picture = typeof answer === 'string' ? undefined : answer;
  if (user === undefined || user.erasedAt !== null) {
    if (picture) await discardStored(ctx, picture.key);
    return;
  }
  const wait = answer === 'failed' ? AFTER_FAILURE : NEXT_LOOK;
  const avatarDueAt = new Date(ctx.now.getTime() + wait);
  if (picture === undefined || (picture === null && user.avatarKey === null)) {
    await user.$query(ctx.trx).patch({ avatarDueAt });
    return;
  }
  if (user.avatarKey !== null) await discardStored(ctx, user.avatarKey);
  const changed = await user.patched(ctx.trx, {
    avatarKey: picture?.key ?? null,
    avatarUniqueId: picture?.uniqueId ?? null,
    avatarDueAt,
  });
  await emitUser(ctx, changed);
}
