import { CONTROL } from '../../feed/audience';
import { recordAudit } from '../audit/recordAudit';
import { emit, type Ctx } from '../context';
import { revokeSessionsOf } from '../sessions/revokeSession';
import { lockForChange, requireOtherDeveloper } from './lockForChange';
import { emitUser } from './meetPerson';
import type { User } from './user';

/**
 * Blocks a person, which signs them out everywhere, or lets them in again. Tickets that are
 * assigned to them stay so until somebody decides otherwise.
 * @throws AppError `not_found`, `forbidden`, `last_developer`
 */
export async function setUserStatus(
  ctx: Ctx,
  { id, isActive }: { id: string; isActive: boolean },
): Promise<User> {
  const { target } = await lockForChange(ctx, id, 'people.block');
  if (target.isActive === isActive) return target;
  if (!isActive) await requireOtherDeveloper(ctx, target);
  const user = await target.patched(ctx.trx, { isActive });
  await recordAudit(ctx, {
    action: isActive ? 'user.unblocked' : 'user.blocked',
    targetType: 'user',
    targetId: id,
  });
  await emitUser(ctx, user);
  if (!isActive) {
    await revokeSessionsOf(ctx, id);
    await emit(ctx, {
      type: 'account.blocked',
      ticketId: null,
      audience: { staff: [CONTROL], customer: [], hidden: [] },
      data: { userId: id },
      customerData: null,
    });
  }
  return user;
}
