import type { Knex } from 'knex';
import type { Person } from '../context';
import { permissionsNow } from '../rights/matrix';
import { categoriesOf, toPerson, type User } from './user';

/** A user as an actor of verbs, with the rights they have now. */
export async function personOf(trx: Knex, user: User): Promise<Person> {
  const categories = await categoriesOf(trx, [user.id]);
  const permissions = await permissionsNow(trx, user.role);
  return toPerson(user, categories.get(user.id) ?? [], permissions);
}
