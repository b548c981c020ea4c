import { randomBytes } from 'node:crypto';
import type { Tokens } from '@tikethet/shared/contracts';
import { newId } from '../../db/ids';
import type { Ctx } from '../context';
import { categoriesOf, presentUser, type User } from '../people/user';
import { Session } from './session';
import { ACCESS_SECONDS, type TokenService } from './tokens';

/** Access token and the newest refresh token of a session, as the API hands them out. */
export async function presentTokens(
  ctx: Ctx,
  tokens: TokenService,
  session: Session,
  user: User,
): Promise<Tokens> {
  const categories = await categoriesOf(ctx.trx, [user.id]);
  return {
    accessToken: await tokens.issueAccess(session),
    expiresIn: ACCESS_SECONDS,
    refreshToken: tokens.refreshToken(session),
    sessionId: session.id,
    user: presentUser(user, categories.get(user.id) ?? []),
  };
}

/** Signs a person in on a device; whether they may is the caller's question. */
export async function startSession(
  ctx: Ctx,
  tokens: TokenService,
  user: User,
  device: Pick<Session, 'kind' | 'deviceName' | 'ip'>,
): Promise<Tokens> {
  const session = await Session.query(ctx.trx).insertAndFetch({
    ...device,
    id: newId(),
    userId: user.id,
    salt: randomBytes(16).toString('base64url'),
    generation: 0,
    createdAt: ctx.now,
    lastUsedAt: ctx.now,
  });
  return presentTokens(ctx, tokens, session, user);
}
