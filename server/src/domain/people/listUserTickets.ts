import type { Ticket } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { can, isStaff } from '@tikethet/shared/permissions';
import { requirePerson, type Ctx } from '../context';
import { listTickets } from '../tickets/listTickets';
import { getUser } from './showUser';

/**
 * A customer's tickets, as far as the person may see them, newest first. Whoever may not list
 * people learns of others only through tickets they see: without one, the customer is unknown.
 * @throws AppError `not_found`, `invalid_cursor`
 */
export async function listUserTickets(
  ctx: Ctx,
  { id, limit, cursor }: { id: string; limit: number; cursor?: string },
): Promise<{ items: Ticket[]; nextCursor: string | null }> {
  const person = requirePerson(ctx);
  const others = id !== person.id;
  if (others && !isStaff(person.role)) throw new AppError('not_found', { resource: 'user' });
  await getUser(ctx, id);
  const page = await listTickets(ctx, { customerId: id, sort: 'created', limit, cursor });
  const hidden = others && !can(person, 'people.list');
  if (hidden && cursor === undefined && page.items.length === 0) {
    throw new AppError('not_found', { resource: 'user' });
  }
  return page;
}
