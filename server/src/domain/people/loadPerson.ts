import type { Ctx, Person } from '../context';
import { personOf } from './personOf';
import { User } from './user';

/** A person with the rights they have now, for connections that outlive a request; null: blocked. */
export async function loadPerson(ctx: Ctx, id: string): Promise<Person | null> {
  const user = await User.query(ctx.trx).findById(id);
  if (user === undefined || !user.isActive) return null;
  return personOf(ctx.trx, user);
}
