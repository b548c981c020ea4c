import type { Availability, Language } from '@tikethet/shared/contracts';
import { changePreferences, type PreferencesChange } from '@tikethet/shared/notices';
import { requirePerson, type Ctx } from '../context';
import { refreshMenu } from '../deliveries/refreshMenu';
import { emitUser } from './meetPerson';
import { preferencesOf } from './preferences';
import { User } from './user';

export interface ProfileChanges {
  language?: Language | undefined;
  /** null: the name from Telegram. */
  displayName?: string | null | undefined;
  preferences?: PreferencesChange | undefined;
  availability?: Availability | undefined;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Changes one's own language, shown name, preferences or availability; what stays the same is not announced, and
 * preferences only to the person's own devices.
 */
export async function updateProfile(ctx: Ctx, changes: ProfileChanges): Promise<User> {
  const { id } = requirePerson(ctx);
  const before = await User.query(ctx.trx).findById(id).forNoKeyUpdate().throwIfNotFound();
  const {
    language = before.language,
    displayName = before.displayName,
    availability = before.availability,
  } = changes;
  const known = preferencesOf(before);
  const preferences = changePreferences(known, changes.preferences ?? {});
  const isPublic =
    language !== before.language ||
    displayName !== before.displayName ||
    availability !== before.availability;
  if (!isPublic && same(preferences, known)) return before;
  const user = await before.patched(ctx.trx, {
    language,
    displayName,
    preferences,
    availability,
  });
  if (language !== before.language) await refreshMenu(ctx, user);
  await emitUser(ctx, user, isPublic ? 'everybody' : 'self');
  return user;
}
