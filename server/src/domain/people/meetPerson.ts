import type { Language } from '@tikethet/shared/contracts';
import { isStaff } from '@tikethet/shared/permissions';
import { newId } from '../../db/ids';
import { emit, type Ctx } from '../context';
import { offerWaiting } from '../invitations/offerInvitation';
import { emitColleague } from './emitColleague';
import { knownBy } from './knownBy';
import { categoriesOf, presentUser, User } from './user';

export interface Acquaintance {
  telegramId: number;
  firstName: string;
  lastName?: string;
  username?: string;
  /** IETF tag as Telegram gives it; absent: unknown. */
  languageCode?: string;
  /** Telegram ids that become DEVELOPER when they are met first. */
  ownerIds: readonly number[];
  /** They wrote to the bot in a private chat, so that the bot may write to them. */
  viaBot: boolean;
}

/** Telegram languages whose speakers are more likely to read Russian than English. */
const READS_RUSSIAN = new Set(['ru', 'uk', 'be', 'kk', 'ky', 'uz', 'tg', 'tk', 'hy', 'az', 'mo']);
/** Telegram's own limit for names is 64; whatever comes is cut rather than refused. */
const NAME_LIMIT = 64;
/** How stale `lastSeenAt` may be, in milliseconds: not every message is worth a write. */
const SEEN_STEP = 60_000;

/** The desk's language for a Telegram account's. @param code IETF tag; absent: unknown */
export function languageOf(code: string | undefined): Language {
  const base = code?.toLowerCase().split('-')[0] ?? '';
  return READS_RUSSIAN.has(base) ? 'ru' : 'en';
}

function cut(name: string | undefined): string | null {
  const text = Array.from(name ?? '')
    .slice(0, NAME_LIMIT)
    .join('')
    .trim();
  return text === '' ? null : text;
}

/**
 * The desk's record of a Telegram account, made at the first contact and kept up to date at later
 * ones. The role and the language are given once; after that people decide them.
 */
export async function meetPerson(ctx: Ctx, who: Acquaintance): Promise<User> {
  const names = {
    firstName: cut(who.firstName) ?? String(who.telegramId),
    lastName: cut(who.lastName),
    username: cut(who.username),
  };
  const isNew = await insertIfUnknown(ctx, who, names);
  const known = await User.query(ctx.trx).findOne({ telegramId: who.telegramId }).forNoKeyUpdate();
  if (known === undefined) throw new Error('unreachable: the person was just inserted');
  const shown = { ...names, ...(who.viaBot ? { botBlockedAt: null } : {}) };
  const changed = (Object.keys(shown) as (keyof typeof shown)[]).some(
    (field) => known[field] !== shown[field],
  );
  const starts = who.viaBot && known.botStartedAt === null;
  const seen = ctx.now.getTime() - (known.lastSeenAt?.getTime() ?? 0) >= SEEN_STEP;
  // Somebody from before pictures were fetched.
  const faceless = known.avatarDueAt === null;
  const user =
    changed || starts || seen || faceless
      ? await known.patched(ctx.trx, {
          ...shown,
          ...(starts ? { botStartedAt: ctx.now } : {}),
          ...(faceless ? { avatarDueAt: ctx.now } : {}),
          lastSeenAt: ctx.now,
        })
      : known;
  if (changed || isNew) await emitUser(ctx, user);
  if (who.viaBot && (starts || changed || isNew)) await offerWaiting(ctx, user);
  return user;
}

async function insertIfUnknown(
  ctx: Ctx,
  who: Acquaintance,
  names: Pick<User, 'firstName' | 'lastName' | 'username'>,
): Promise<boolean> {
  const found = await User.query(ctx.trx).findOne({ telegramId: who.telegramId }).select('id');
  if (found !== undefined) return false;
  // Two first contacts may meet (a message and the Mini App): the second one finds the first's row.
  const result = await ctx
    .trx('users')
    .insert({
      id: newId(),
      telegram_id: who.telegramId,
      role: who.ownerIds.includes(who.telegramId) ? 'DEVELOPER' : 'USER',
      first_name: names.firstName,
      last_name: names.lastName,
      username: names.username,
      language: languageOf(who.languageCode),
      bot_started_at: who.viaBot ? ctx.now : null,
      created_at: ctx.now,
      last_seen_at: ctx.now,
      avatar_due_at: ctx.now,
    })
    .onConflict('telegram_id')
    .ignore()
    .returning('id');
  return result.length > 0;
}

/**
 * Tells staff who may know a person, and the person's own devices, what they are now.
 * @param whom `self`: only the person's own devices, for what nobody else can see
 */
export async function emitUser(
  ctx: Ctx,
  user: User,
  whom: 'everybody' | 'self' = 'everybody',
): Promise<void> {
  const own = `account:${user.id}`;
  const others = whom === 'self' ? [] : ['people', ...(await knownBy(ctx, user))];
  const categories = await categoriesOf(ctx.trx, [user.id]);
  await emit(ctx, {
    type: 'user.changed',
    ticketId: null,
    audience: { staff: [...others, own], customer: [], hidden: [] },
    data: presentUser(user, categories.get(user.id) ?? []),
    customerData: null,
  });
  if (whom === 'everybody' && isStaff(user.role)) await emitColleague(ctx, user);
}
