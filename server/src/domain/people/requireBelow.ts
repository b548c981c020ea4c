import { AppError } from '@tikethet/shared/errors';
import { outranks, type Permission } from '@tikethet/shared/permissions';
import { requirePermission, type Ctx } from '../context';
import { getUser } from './showUser';
import type { User } from './user';

/**
 * A person whom the actor may look into: below them in rank.
 * @throws AppError `forbidden` (missing permission, a peer or a superior), `not_found`
 */
export async function requireBelow(ctx: Ctx, id: string, permission: Permission): Promise<User> {
  const actor = requirePermission(ctx, permission);
  const target = await getUser(ctx, id);
  if (!outranks(actor.role, target.role)) throw new AppError('forbidden', { reason: 'rank' });
  return target;
}
