import type { Invitation as InvitationResource } from '@tikethet/shared/contracts';
import type { Ctx } from '../context';
import { User } from '../people/user';
import { stateOf, type Invitation } from './invitation';

/** Invitations as the API shows them: one query more, however many. */
export async function showInvitations(
  ctx: Ctx,
  invitations: readonly Invitation[],
): Promise<InvitationResource[]> {
  const ids = new Set(invitations.flatMap((one) => [one.createdBy, one.usedBy ?? one.createdBy]));
  const people = await User.query(ctx.trx).findByIds([...ids]);
  const nameOf = (id: string) => {
    const displayName = people.find((person) => person.id === id)?.shownName ?? '';
    return { id, displayName };
  };
  return invitations.map((one) => ({
    id: one.id,
    role: one.role,
    username: one.username,
    isOffered: one.offeredAt !== null,
    createdBy: nameOf(one.createdBy),
    createdAt: one.createdAt.toISOString(),
    expiresAt: one.expiresAt.toISOString(),
    state: stateOf(one, ctx.now),
    usedBy: one.usedBy === null ? null : nameOf(one.usedBy),
    usedAt: one.usedAt?.toISOString() ?? null,
  }));
}
