import type { Availability, Language, User as UserResource } from '@tikethet/shared/contracts';
import type { PreferencesChange } from '@tikethet/shared/notices';
import type { Permission, Role } from '@tikethet/shared/permissions';
import type { Knex } from 'knex';
import { BaseModel } from '../../db/model';
import type { Person } from '../context';

/** Somebody who has met the bot, the Mini App or the console. */
export class User extends BaseModel {
  static override tableName = 'users';
  static override jsonAttributes = ['preferences'];

  declare id: string;
  declare telegramId: number | null;
  declare role: Role;
  declare firstName: string;
  declare lastName: string | null;
  declare username: string | null;
  /** Chosen by the person; null: the name from Telegram. */
  declare displayName: string | null;
  declare language: Language;
  declare isActive: boolean;
  /** Since when the bot may write to them; null: never met it. */
  declare botStartedAt: Date | null;
  declare botBlockedAt: Date | null;
  declare availability: Availability;
  declare createdAt: Date;
  declare lastSeenAt: Date | null;
  /** What the person has chosen, as stored: read it with `preferencesOf`. */
  declare preferences: PreferencesChange;
  /** The picture of the Telegram profile, as WebP; null: none, or not fetched yet. */
  declare avatarKey: string | null;
  /** Telegram's name for that picture: another one means another picture. */
  declare avatarUniqueId: string | null;
  /** From when the picture should be looked at; null: nobody asked. */
  declare avatarDueAt: Date | null;
  /** When the person had their data erased; a row of numbers is left. */
  declare erasedAt: Date | null;

  get shownName(): string {
    return this.displayName ?? [this.firstName, this.lastName].filter(Boolean).join(' ');
  }
}

/** Category ids of HELPERs by person; people without an entry work in all. */
export async function categoriesOf(
  trx: Knex,
  userIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await trx<{ user_id: string; category_id: string }>('user_categories')
    .whereIn('user_id', userIds)
    .orderBy('category_id');
  const result = new Map<string, string[]>();
  for (const row of rows) {
    result.set(row.user_id, [...(result.get(row.user_id) ?? []), row.category_id]);
  }
  return result;
}

/** A user as an actor of verbs. */
export function toPerson(
  user: User,
  categoryIds: readonly string[],
  permissions: readonly Permission[],
): Person {
  return {
    id: user.id,
    role: user.role,
    displayName: user.shownName,
    language: user.language,
    categoryIds,
    permissions,
  };
}

/** Of a stored picture's key, what its address carries: another picture has another one. */
const MARK_LENGTH = 16;

/** Where staff get the person's picture; null: there is none. */
export function avatarUrlOf(user: Pick<User, 'id' | 'avatarKey'>): string | null {
  if (user.avatarKey === null) return null;
  return `/api/v1/avatars/${user.id}/${user.avatarKey.slice(0, MARK_LENGTH)}`;
}

/** A user as the API shows it. */
export function presentUser(user: User, categoryIds: readonly string[]): UserResource {
  return {
    id: user.id,
    telegramId: user.telegramId === null ? null : String(user.telegramId),
    displayName: user.shownName,
    firstName: user.firstName,
    lastName: user.lastName,
    username: user.username,
    language: user.language,
    role: user.role,
    categoryIds: [...categoryIds],
    isActive: user.isActive,
    botBlocked: user.botBlockedAt !== null,
    availability: user.availability,
    avatarUrl: avatarUrlOf(user),
    createdAt: user.createdAt.toISOString(),
    lastSeenAt: user.lastSeenAt?.toISOString() ?? null,
  };
}
