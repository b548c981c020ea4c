import type { Tokens } from '@tikethet/shared/contracts';
import { AppError, type ErrorCode } from '@tikethet/shared/errors';
import { isStaff } from '@tikethet/shared/permissions';
import type { Ctx } from '../context';
import { CommittedFailure } from '../desk';
import { User } from '../people/user';
import { DeviceGrant } from './deviceGrant';
import { hashDeviceCode } from './startDeviceSignIn';
import { startSession } from './startSession';
import type { TokenService } from './tokens';

/** Seconds that each poll which came too soon adds (RFC 8628, section 3.5). */
const SLOW_DOWN = 5;
/** Milliseconds of haste that are put down to clocks and networks. */
const TOLERANCE = 500;

/**
 * Answers a device that waits: tokens, once, when a member of staff has let it in.
 * @throws AppError `authorization_pending`, `slow_down`, `access_denied`, `expired_token`,
 * `invalid_device_code`, `account_blocked`
 */
export async function pollDeviceSignIn(
  ctx: Ctx,
  tokens: TokenService,
  deviceCode: string,
): Promise<Tokens> {
  const grant = await DeviceGrant.query(ctx.trx)
    .findOne({ deviceCodeHash: hashDeviceCode(deviceCode) })
    .forUpdate();
  if (grant === undefined) throw new AppError('invalid_device_code');
  if (grant.status === 'USED' || grant.expiresAt <= ctx.now) throw new AppError('expired_token');
  if (grant.status === 'DENIED') throw new AppError('access_denied');
  if (grant.status === 'PENDING' || grant.userId === null) return keepWaiting(ctx, grant);
  // Locked, so that a block at the same moment either is seen here or finds the new session.
  const user = await User.query(ctx.trx).findById(grant.userId).forNoKeyUpdate().throwIfNotFound();
  if (!user.isActive) throw new AppError('account_blocked');
  if (!isStaff(user.role)) throw new AppError('access_denied', { reason: 'staff_only' });
  await grant.$query(ctx.trx).patch({ status: 'USED' });
  const { deviceName, ip } = grant;
  return startSession(ctx, tokens, user, { kind: 'CONSOLE', deviceName, ip });
}

async function keepWaiting(ctx: Ctx, grant: DeviceGrant): Promise<never> {
  const since = ctx.now.getTime() - (grant.lastPolledAt?.getTime() ?? 0);
  const hasty = since < grant.pollInterval * 1_000 - TOLERANCE;
  const interval = grant.pollInterval + (hasty ? SLOW_DOWN : 0);
  await grant.$query(ctx.trx).patch({ lastPolledAt: ctx.now, pollInterval: interval });
  const code: ErrorCode = hasty ? 'slow_down' : 'authorization_pending';
  throw new CommittedFailure(new AppError(code, { interval }));
}
