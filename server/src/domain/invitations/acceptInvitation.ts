import { mayGrant, rank, type Role } from '@tikethet/shared/permissions';
import { recordAudit } from '../audit/recordAudit';
import { requirePerson, type Ctx } from '../context';
import { lockRoles } from '../people/lockForChange';
import { personOf } from '../people/personOf';
import { giveRole } from '../people/setUserRole';
import { User } from '../people/user';
import { hashInvitationCode, Invitation, stateOf } from './invitation';

export type Acceptance =
  | { outcome: 'accepted'; user: User; invitedBy: User }
  /** The person has that role or a higher one; the link stays for somebody else. */
  | { outcome: 'unneeded'; role: Role }
  /** Unknown, used, too old, revoked, for somebody else, or whoever made it could not give that role any more. */
  | { outcome: 'worthless' };

/** The person opened an invitation's link: the first one who does gets its role. */
export async function acceptInvitation(ctx: Ctx, code: string): Promise<Acceptance> {
  await lockRoles(ctx);
  const found = Invitation.query(ctx.trx).findOne({ codeHash: hashInvitationCode(code) });
  return accept(ctx, await found.forUpdate());
}

/** The person accepts an invitation that carries their name. */
export async function acceptOffer(ctx: Ctx, { id }: { id: string }): Promise<Acceptance> {
  await lockRoles(ctx);
  // Without a name it is for whoever has the link: knowing which it is gives nobody a role.
  return accept(
    ctx,
    await Invitation.query(ctx.trx).findById(id).whereNotNull('username').forUpdate(),
  );
}

async function accept(ctx: Ctx, invitation: Invitation | undefined): Promise<Acceptance> {
  const person = requirePerson(ctx);
  if (invitation === undefined || stateOf(invitation, ctx.now) !== 'OPEN') {
    return { outcome: 'worthless' };
  }
  const invitedBy = await User.query(ctx.trx).findById(invitation.createdBy);
  const inviter = invitedBy?.isActive ? await personOf(ctx.trx, invitedBy) : null;
  if (!invitedBy || inviter === null || !mayGrant(inviter, invitation.role)) {
    return { outcome: 'worthless' };
  }
  const target = await User.query(ctx.trx).findById(person.id).forNoKeyUpdate().throwIfNotFound();
  if (invitation.username !== null && target.username?.toLowerCase() !== invitation.username) {
    return { outcome: 'worthless' };
  }
  if (rank(target.role) >= rank(invitation.role)) {
    return { outcome: 'unneeded', role: target.role };
  }
  await invitation.$query(ctx.trx).patch({ usedBy: target.id, usedAt: ctx.now });
  await recordAudit(ctx, {
    action: 'invitation.accepted',
    targetType: 'invitation',
    targetId: invitation.id,
    after: { role: invitation.role, invitedBy: invitedBy.id },
  });
  const user = await giveRole(ctx, target, invitation.role, invitedBy.shownName);
  return { outcome: 'accepted', user, invitedBy };
}
