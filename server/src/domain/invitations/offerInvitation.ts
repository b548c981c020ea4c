import { rank } from '@tikethet/shared/permissions';
import type { Ctx } from '../context';
import { deliverTo, LANES } from '../deliveries/queueDelivery';
import { User } from '../people/user';
import { Invitation } from './invitation';

/** Has the bot show a person an invitation that carries their name, if it may write to them. */
export async function offerInvitation(
  ctx: Ctx,
  user: User,
  invitation: Invitation,
): Promise<Invitation> {
  const invitedBy = await User.query(ctx.trx).findById(invitation.createdBy).throwIfNotFound();
  const delivery = await deliverTo(ctx, user, {
    kind: 'INVITATION',
    lane: LANES.notice,
    payload: {
      invitationId: invitation.id,
      role: invitation.role,
      byName: invitedBy.shownName,
      expiresAt: invitation.expiresAt.toISOString(),
    },
  });
  return delivery === null ? invitation : invitation.patched(ctx.trx, { offeredAt: ctx.now });
}

/** A person met the bot, or by another name: what waits for that name is shown to them. */
export async function offerWaiting(ctx: Ctx, user: User): Promise<void> {
  if (user.username === null) return;
  const [invitation] = await Invitation.query(ctx.trx)
    .where({ username: user.username.toLowerCase() })
    .where('expiresAt', '>', ctx.now)
    .whereNull('usedAt')
    .whereNull('revokedAt')
    .whereNull('offeredAt')
    .orderBy('createdAt', 'desc')
    .limit(1);
  if (invitation === undefined || rank(user.role) >= rank(invitation.role)) return;
  await offerInvitation(ctx, user, invitation);
}
