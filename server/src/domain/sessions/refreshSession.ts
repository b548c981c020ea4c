import type { Tokens } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import type { Ctx } from '../context';
import { CommittedFailure } from '../desk';
import { User } from '../people/user';
import { revokeSession } from './revokeSession';
import { endedError, Session, SESSION_DAYS } from './session';
import { presentTokens } from './startSession';
import type { TokenService } from './tokens';

const LIFETIME = SESSION_DAYS * 86_400_000;

/**
 * Locks the session that a refresh token belongs to: parallel uses of one token queue up here.
 * @throws AppError `invalid_refresh_token` when it is not a token of ours
 */
export async function lockSessionOf(
  ctx: Ctx,
  tokens: TokenService,
  refreshToken: string,
): Promise<{ session: Session; generation: number }> {
  const claimed = tokens.readRefresh(refreshToken);
  const session = await Session.query(ctx.trx).findById(claimed.sessionId).forUpdate();
  if (session === undefined || !tokens.isAuthentic(claimed, session.salt)) {
    throw new AppError('invalid_refresh_token');
  }
  // Newer than what we know of: issued before the database was set back to a backup.
  if (claimed.generation > session.generation) throw new AppError('invalid_refresh_token');
  return { session, generation: claimed.generation };
}

/**
 * Exchanges a refresh token. A token that was used gives the same successor again until that
 * successor is used itself (the answer may have been lost on its way). Anything older can only
 * come from a copy: the session ends, for the thief and for the owner, who signs in anew.
 * @throws AppError `invalid_refresh_token`, `session_revoked`, `account_blocked`
 */
export async function refreshSession(
  ctx: Ctx,
  tokens: TokenService,
  refreshToken: string,
): Promise<Tokens> {
  const { session, generation } = await lockSessionOf(ctx, tokens, refreshToken);
  const user = await User.query(ctx.trx).findById(session.userId).throwIfNotFound();
  if (session.wipeRequestedAt !== null) throw endedError(session);
  if (!user.isActive) throw new AppError('account_blocked');
  if (session.revokedAt !== null) throw endedError(session);
  if (ctx.now.getTime() - session.lastUsedAt.getTime() > LIFETIME) {
    throw new AppError('session_revoked', { reason: 'unused' });
  }
  if (generation < session.generation - 1) {
    await revokeSession(ctx, session.id);
    throw new CommittedFailure(new AppError('session_revoked', { reason: 'reuse' }));
  }
  const renewed = await session.patched(ctx.trx, {
    generation: generation === session.generation ? generation + 1 : session.generation,
    lastUsedAt: ctx.now,
  });
  return presentTokens(ctx, tokens, renewed, user);
}
