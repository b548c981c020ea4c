import type { Me, User as UserResource } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import type { Ctx } from '../context';
import { preferencesOf } from './preferences';
import { categoriesOf, presentUser, User } from './user';

/** People as the API shows them: one query more, however many. */
export async function showUsers(ctx: Ctx, users: readonly User[]): Promise<UserResource[]> {
  const categories = await categoriesOf(
    ctx.trx,
    users.map((user) => user.id),
  );
  return users.map((user) => presentUser(user, categories.get(user.id) ?? []));
}

/** @throws AppError `not_found` */
export async function getUser(ctx: Ctx, id: string): Promise<User> {
  const user = await User.query(ctx.trx).findById(id);
  if (user === undefined) throw new AppError('not_found', { resource: 'user' });
  return user;
}

export async function showUser(ctx: Ctx, user: User): Promise<UserResource> {
  const categories = await categoriesOf(ctx.trx, [user.id]);
  return presentUser(user, categories.get(user.id) ?? []);
}

/** A person as they see themselves, with what they chose. */
export async function showMe(ctx: Ctx, user: User): Promise<Me> {
  return { ...(await showUser(ctx, user)), preferences: preferencesOf(user) };
}
