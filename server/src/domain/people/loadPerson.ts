import type { Ctx, Person } from '../context';
import { categoriesOf, toPerson, User } from './user';

/** A person as they are now; null when unknown or blocked. */
export async function loadPerson(ctx: Ctx, id: string): Promise<Person | null> {
  const user = await User.query(ctx.trx).findById(id);
  if (user === undefined || !user.isActive) return null;
  return toPerson(user, (await categoriesOf(ctx.trx, [id])).get(id) ?? []);
}
