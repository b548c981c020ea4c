import { AppError } from '@tikethet/shared/errors';
import type { Knex } from 'knex';
import { User } from '../people/user';

/** The person whose own data an address was signed for. @throws AppError `not_found` when shut out */
export async function findOwner(db: Knex, id: string): Promise<User> {
  const user = await User.query(db).findOne({ id, isActive: true });
  if (user === undefined) throw new AppError('not_found', { resource: 'user' });
  return user;
}
