import type { Ctx } from '../context';
import { lockSessionOf } from './refreshSession';
import { revokeSession } from './revokeSession';
import type { TokenService } from './tokens';

/**
 * Ends the session of a refresh token, whichever of its tokens it is.
 * @throws AppError `invalid_refresh_token` when it is not a token of ours
 */
export async function signOut(ctx: Ctx, tokens: TokenService, refreshToken: string): Promise<void> {
  const { session } = await lockSessionOf(ctx, tokens, refreshToken);
  await revokeSession(ctx, session.id);
}
