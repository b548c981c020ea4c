import { AppError } from '@tikethet/shared/errors';
import { mayGrant } from '@tikethet/shared/permissions';
import { recordAudit } from '../audit/recordAudit';
import { requirePermission, type Ctx } from '../context';
import { Invitation, stateOf } from './invitation';

/**
 * Makes an invitation worthless; one that is over already stays as it is.
 * @throws AppError `not_found`, `forbidden` when the person could not have made it
 */
export async function revokeInvitation(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const person = requirePermission(ctx, 'people.setRole');
  const invitation = await Invitation.query(ctx.trx).findById(id).forUpdate();
  if (invitation === undefined) throw new AppError('not_found', { resource: 'invitation' });
  if (invitation.createdBy !== person.id && !mayGrant(person, invitation.role)) {
    throw new AppError('forbidden', { reason: 'rank' });
  }
  if (stateOf(invitation, ctx.now) !== 'OPEN') return;
  await invitation.$query(ctx.trx).patch({ revokedAt: ctx.now });
  await recordAudit(ctx, {
    action: 'invitation.revoked',
    targetType: 'invitation',
    targetId: id,
    before: { role: invitation.role },
  });
}
