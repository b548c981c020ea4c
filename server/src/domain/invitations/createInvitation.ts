import { randomBytes } from 'node:crypto';
import { AppError } from '@tikethet/shared/errors';
import { mayGrant } from '@tikethet/shared/permissions';
import { newId } from '../../db/ids';
import { recordAudit } from '../audit/recordAudit';
import { requirePermission, type Ctx } from '../context';
import { hashInvitationCode, Invitation } from './invitation';

/** Hours in which it may be used. */
const LIFETIME = 24;

/** What a link's payload begins with; the code is 22 of A–Z a–z 0–9 _ -. */
export const INVITATION_PREFIX = 'inv_';

/**
 * Makes an invitation to a role that the person may give.
 * @returns it, and the payload of its link, which is kept nowhere
 * @throws AppError `forbidden`
 */
export async function createInvitation(
  ctx: Ctx,
  { role }: { role: Invitation['role'] },
): Promise<{ invitation: Invitation; payload: string }> {
  const person = requirePermission(ctx, 'people.setRole');
  if (!mayGrant(person, role)) throw new AppError('forbidden', { reason: 'rank' });
  const code = randomBytes(16).toString('base64url');
  const invitation = await Invitation.query(ctx.trx).insertAndFetch({
    id: newId(),
    codeHash: hashInvitationCode(code),
    role,
    createdBy: person.id,
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + LIFETIME * 3_600_000),
  });
  await recordAudit(ctx, {
    action: 'invitation.created',
    targetType: 'invitation',
    targetId: invitation.id,
    after: { role },
  });
  return { invitation, payload: `${INVITATION_PREFIX}${code}` };
}
