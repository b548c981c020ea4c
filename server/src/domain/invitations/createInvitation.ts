import { randomBytes } from 'node:crypto';
import { AppError } from '@tikethet/shared/errors';
import { mayGrant, rank } from '@tikethet/shared/permissions';
import { newId } from '../../db/ids';
import { recordAudit } from '../audit/recordAudit';
import { requirePermission, type Ctx } from '../context';
import { User } from '../people/user';
import { hashInvitationCode, Invitation } from './invitation';
import { offerInvitation } from './offerInvitation';

/** Hours in which it may be used. */
const LIFETIME = 24;

/** What a link's payload begins with; the code is 22 of A–Z a–z 0–9 _ -. */
export const INVITATION_PREFIX = 'inv_';

export interface CreateInvitationInput {
  role: Invitation['role'];
  /** Without @, in small letters: only that account may use it, and the bot shows it to them. */
  username?: string;
}

/**
 * Makes an invitation to a role that the person may give.
 * @returns it, and the payload of its link, which is kept nowhere
 * @throws AppError `forbidden`, `already_exists` when that person has the role or a higher one
 */
export async function createInvitation(
  ctx: Ctx,
  { role, username }: CreateInvitationInput,
): Promise<{ invitation: Invitation; payload: string }> {
  const person = requirePermission(ctx, 'people.setRole');
  if (!mayGrant(person, role)) throw new AppError('forbidden', { reason: 'rank' });
  const invited = username === undefined ? undefined : await knownAs(ctx, username);
  if (invited !== undefined && rank(invited.role) >= rank(role)) {
    throw new AppError('already_exists', { role: invited.role });
  }
  const code = randomBytes(16).toString('base64url');
  const made = await Invitation.query(ctx.trx).insertAndFetch({
    id: newId(),
    codeHash: hashInvitationCode(code),
    role,
    username: username ?? null,
    createdBy: person.id,
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + LIFETIME * 3_600_000),
  });
  await recordAudit(ctx, {
    action: 'invitation.created',
    targetType: 'invitation',
    targetId: made.id,
    after: { role, ...(username === undefined ? {} : { username }) },
  });
  const invitation = invited === undefined ? made : await offerInvitation(ctx, invited, made);
  return { invitation, payload: `${INVITATION_PREFIX}${code}` };
}

/** Somebody the desk has met under that name, if it is clear who. */
async function knownAs(ctx: Ctx, username: string): Promise<User | undefined> {
  const users = await User.query(ctx.trx)
    .whereNotNull('username')
    .whereRaw('lower(username) = ?', [username])
    .limit(2);
  return users.length === 1 ? users[0] : undefined;
}
