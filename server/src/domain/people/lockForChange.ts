import { AppError } from '@tikethet/shared/errors';
import { can, outranks, type Permission } from '@tikethet/shared/permissions';
import { requirePermission, type Ctx, type Person } from '../context';
import { loadPerson } from './loadPerson';
import { User } from './user';

/** Key of the transaction-level advisory lock: ASCII `role`. */
const LOCK = 0x726f6c65;

/**
 * Changes of roles and statuses are rare, so they queue up behind one lock: each sees what the one
 * before did, to the actor's own role as well as to the number of DEVELOPERs.
 */
export async function lockRoles(ctx: Ctx): Promise<void> {
  await ctx.trx.raw('select pg_advisory_xact_lock(?)', [LOCK]);
}

/**
 * The actor as they are behind the lock: whoever was demoted or blocked, or lost the right while
 * they waited, changes nobody any more.
 * @throws AppError `forbidden`
 */
export async function requireStill(ctx: Ctx, id: string, permission: Permission): Promise<Person> {
  const actor = await loadPerson(ctx, id);
  if (actor === null || !can(actor, permission)) throw new AppError('forbidden', { permission });
  return actor;
}

/**
 * Locks a person whose role or status is to change.
 * @throws AppError `forbidden` (missing permission, a peer or a superior), `not_found`
 */
export async function lockForChange(
  ctx: Ctx,
  id: string,
  permission: Permission,
): Promise<{ actor: Person; target: User }> {
  const { id: actorId } = requirePermission(ctx, permission);
  await lockRoles(ctx);
  const actor = await requireStill(ctx, actorId, permission);
  const target = await User.query(ctx.trx).findById(id).forNoKeyUpdate();
  if (target === undefined) throw new AppError('not_found', { resource: 'user' });
  if (!outranks(actor.role, target.role)) throw new AppError('forbidden', { reason: 'rank' });
  return { actor, target };
}

/** @throws AppError `last_developer` when nobody could operate the desk without this person */
export async function requireOtherDeveloper(ctx: Ctx, target: User): Promise<void> {
  if (target.role !== 'DEVELOPER' || !target.isActive) return;
  const other = await User.query(ctx.trx)
    .findOne({ role: 'DEVELOPER', isActive: true })
    .whereNot('id', target.id);
  if (other === undefined) throw new AppError('last_developer');
}
