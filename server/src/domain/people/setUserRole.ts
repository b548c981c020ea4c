import { AppError } from '@tikethet/shared/errors';
import { isStaff, mayGrant, type Role } from '@tikethet/shared/permissions';
import { CONTROL } from '../../feed/audience';
import { recordAudit } from '../audit/recordAudit';
import { emit, type Ctx } from '../context';
import { deliverTo, LANES } from '../deliveries/queueDelivery';
import { refreshMenu } from '../deliveries/refreshMenu';
import { emitColleague } from './emitColleague';
import { lockForChange, requireOtherDeveloper } from './lockForChange';
import { emitUser } from './meetPerson';
import type { User } from './user';

/**
 * Gives a person a role. Their sockets are told to start afresh; tickets that are assigned to them
 * stay so until somebody decides otherwise.
 * @throws AppError `not_found`, `forbidden`, `last_developer`
 */
export async function setUserRole(
  ctx: Ctx,
  { id, role }: { id: string; role: Role },
): Promise<User> {
  const { actor, target } = await lockForChange(ctx, id, 'people.setRole');
  if (!mayGrant(actor, role)) throw new AppError('forbidden', { reason: 'rank' });
  if (target.role === role) return target;
  await requireOtherDeveloper(ctx, target);
  return giveRole(ctx, target, role, actor.displayName);
}

/**
 * Writes down a role that was decided, starts the person's sockets afresh and tells them in
 * Telegram, where their menu changes too. The laws are the caller's.
 * @param byName who decided it
 */
export async function giveRole(ctx: Ctx, target: User, role: Role, byName: string): Promise<User> {
  const user = await target.patched(ctx.trx, { role });
  await recordAudit(ctx, {
    action: 'user.role_changed',
    targetType: 'user',
    targetId: target.id,
    before: { role: target.role },
    after: { role },
  });
  await emit(ctx, {
    type: 'account.rights_changed',
    ticketId: null,
    audience: { staff: [CONTROL], customer: [], hidden: [] },
    data: { userId: target.id },
    customerData: null,
  });
  await emitUser(ctx, user);
  if (!isStaff(role)) await emitColleague(ctx, user);
  await deliverTo(ctx, user, {
    kind: 'ROLE',
    lane: LANES.notice,
    payload: { role, before: target.role, byName },
  });
  await refreshMenu(ctx, user);
  return user;
}
