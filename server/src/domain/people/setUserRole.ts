import { AppError } from '@tikethet/shared/errors';
import { mayGrant, type Role } from '@tikethet/shared/permissions';
import { CONTROL } from '../../feed/audience';
import { recordAudit } from '../audit/recordAudit';
import { emit, type Ctx } from '../context';
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
  if (!mayGrant(actor.role, role)) throw new AppError('forbidden', { reason: 'rank' });
  if (target.role === role) return target;
  await requireOtherDeveloper(ctx, target);
  const user = await target.patched(ctx.trx, { role });
  await recordAudit(ctx, {
    action: 'user.role_changed',
    targetType: 'user',
    targetId: id,
    before: { role: target.role },
    after: { role },
  });
  await emit(ctx, {
    type: 'account.rights_changed',
    ticketId: null,
    audience: { staff: [CONTROL], customer: [], hidden: [] },
    data: { userId: id },
    customerData: null,
  });
  await emitUser(ctx, user);
  return user;
}
