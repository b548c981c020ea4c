import type { User as UserResource } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { can, isStaff } from '@tikethet/shared/permissions';
import { requirePerson, type Ctx } from '../context';
import { ticketScope } from '../tickets/policy';
import { getUser, showUser } from './showUser';

/**
 * A person as staff may know them: whoever may list people sees everybody, others themselves and
 * the customers of tickets they may see.
 * @throws AppError `not_found`, also for whom one may not know of
 */
export async function seeUser(ctx: Ctx, { id }: { id: string }): Promise<UserResource> {
  const person = requirePerson(ctx);
  if (id !== person.id && !can(person, 'people.list')) {
    const sees = isStaff(person.role) && (await seesTicketOf(ctx, id));
    if (!sees) throw new AppError('not_found', { resource: 'user' });
  }
  return showUser(ctx, await getUser(ctx, id));
}

async function seesTicketOf(ctx: Ctx, customerId: string): Promise<boolean> {
  const scope = ticketScope(requirePerson(ctx), 'tickets', 'staff');
  const row = await ctx
    .trx<{ id: string; customer_id: string }>('tickets')
    .where({ customer_id: customerId })
    .whereRaw(scope.sql, scope.bindings)
    .first('id');
  return row !== undefined;
}
