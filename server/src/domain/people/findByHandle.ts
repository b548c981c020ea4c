import { requirePermission, type Ctx } from '../context';
import { User } from './user';

/** What a handle leads to: nobody, one person, or several who have gone by that name. */
export type Found = { outcome: 'none' } | { outcome: 'several' } | { outcome: 'one'; user: User };

/**
 * Somebody the desk knows, by `@name` or the number of their Telegram account. Telegram's names
 * move between accounts, and the desk learns of that only when the account writes.
 * @throws AppError `forbidden`
 */
export async function findByHandle(ctx: Ctx, handle: string): Promise<Found> {
  requirePermission(ctx, 'people.list');
  const name = handle.trim().replace(/^@/, '');
  const query = User.query(ctx.trx).limit(2);
  const users = /^\d{1,15}$/.test(name)
    ? await query.where('telegramId', Number(name))
    : await query.whereNotNull('username').whereRaw('lower(username) = ?', [name.toLowerCase()]);
  const [user, another] = users;
  if (user === undefined) return { outcome: 'none' };
  return another === undefined ? { outcome: 'one', user } : { outcome: 'several' };
}
