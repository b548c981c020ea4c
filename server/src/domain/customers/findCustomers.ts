import type { PersonFace } from '@tikethet/shared/contracts';
import { can } from '@tikethet/shared/permissions';
import { requirePermission, type Ctx } from '../context';
import { namedLike } from '../people/namedLike';
import { avatarUrlOf, User } from '../people/user';
import { ticketScope } from '../tickets/policy';

/**
 * Customers by name, newest first: all of them for whoever may list people, for others those whose
 * tickets they see.
 * @throws AppError `forbidden`
 */
export async function findCustomers(
  ctx: Ctx,
  { search, limit }: { search: string; limit: number },
): Promise<{ items: PersonFace[] }> {
  const person = requirePermission(ctx, 'ticket.viewPool');
  const query = User.query(ctx.trx)
    .where('role', 'USER')
    .whereNull('erasedAt')
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  namedLike(query, search);
  if (!can(person, 'people.list')) {
    const { sql, bindings } = ticketScope(person, 'tickets', 'staff');
    query.whereRaw(
      `exists (select 1 from tickets where tickets.customer_id = users.id and ${sql})`,
      bindings,
    );
  }
  const users = await query;
  return {
    items: users.map((user) => ({
      id: user.id,
      displayName: user.shownName,
      username: user.username,
      role: user.role,
      avatarUrl: avatarUrlOf(user),
    })),
  };
}
