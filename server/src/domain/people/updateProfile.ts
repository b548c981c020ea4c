import type { Language } from '@tikethet/shared/contracts';
import { requirePerson, type Ctx } from '../context';
import { emitUser } from './meetPerson';
import { User } from './user';

export interface ProfileChanges {
  language?: Language;
  /** null: the name from Telegram. */
  displayName?: string | null;
}

/** Changes one's own language or shown name; what stays the same is not announced. */
export async function updateProfile(ctx: Ctx, changes: ProfileChanges): Promise<User> {
  const { id } = requirePerson(ctx);
  const before = await User.query(ctx.trx).findById(id).forNoKeyUpdate().throwIfNotFound();
  const { language = before.language, displayName = before.displayName } = changes;
  if (language === before.language && displayName === before.displayName) return before;
  const user = await before.patched(ctx.trx, { language, displayName });
  await emitUser(ctx, user);
  return user;
}
