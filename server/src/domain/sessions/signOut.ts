import { recordAudit } from '../audit/recordAudit';
import type { Ctx } from '../context';
import { lockSessionOf } from './refreshSession';
import { revokeSession } from './revokeSession';
import type { TokenService } from './tokens';

/**
 * Ends the session of a refresh token, whichever of its tokens it is. From a device that was to
 * erase what it keeps this is the word that it did: its token is the last thing it throws away.
 * @throws AppError `invalid_refresh_token` when it is not a token of ours
 */
export async function signOut(ctx: Ctx, tokens: TokenService, refreshToken: string): Promise<void> {
  const { session } = await lockSessionOf(ctx, tokens, refreshToken);
  await revokeSession(ctx, session.id);
  if (session.wipeRequestedAt === null || session.wipedAt !== null) return;
  await session.$query(ctx.trx).patch({ wipedAt: ctx.now });
  await recordAudit(ctx, {
    action: 'session.wiped',
    targetType: 'session',
    targetId: session.id,
    after: { userId: session.userId, deviceName: session.deviceName },
  });
}
