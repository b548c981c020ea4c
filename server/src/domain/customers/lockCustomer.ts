import { requirePermission, type Ctx } from '../context';
import { getUser } from '../people/showUser';
import { seeUser } from '../people/seeUser';
import { User } from '../people/user';

/**
 * Somebody whose card is to change, locked so that events about them keep their order.
 * @throws AppError `forbidden`, `not_found`
 */
export async function lockCustomer(ctx: Ctx, id: string): Promise<User> {
  requirePermission(ctx, 'ticket.note');
  await seeUser(ctx, { id });
  return (await User.query(ctx.trx).findById(id).forNoKeyUpdate()) ?? getUser(ctx, id);
}
