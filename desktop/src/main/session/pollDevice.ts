import { ApiError } from '@tikethet/shared/client';
import type { Tokens } from '@tikethet/shared/contracts';
import type { AuthApi, DeviceGrant } from './authApi';

export type DeviceOutcome =
  | { kind: 'approved'; tokens: Tokens }
  | { kind: 'ended'; reason: 'denied' | 'expired' | 'blocked' }
  | { kind: 'cancelled' };

export interface Waiter {
  /** Resolves after `ms`, or at once when the signal is aborted. */
  (ms: number, signal: AbortSignal): Promise<void>;
}

export const wait: Waiter = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });

/** RFC 8628, 3.5: `slow_down` adds five seconds to the interval, for good. */
const SLOW_DOWN = 5;
/** Seconds: a broken network doubles the interval, up to this. */
const LONGEST_INTERVAL = 30;

/**
 * Asks until the person has decided, the code has run out, or the signal is aborted. A network that
 * comes and goes only makes it ask more slowly.
 * @param startedAt milliseconds since 1970 when the grant was given
 */
export async function pollDevice(
  api: Pick<AuthApi, 'pollDevice'>,
  grant: DeviceGrant,
  { signal, startedAt, pause = wait }: { signal: AbortSignal; startedAt: number; pause?: Waiter },
): Promise<DeviceOutcome> {
  let interval = Math.max(1, grant.interval);
  let troubles = 0;
  for (;;) {
    await pause(
      Math.min(interval * 2 ** troubles, Math.max(LONGEST_INTERVAL, interval)) * 1_000,
      signal,
    );
    if (signal.aborted) return { kind: 'cancelled' };
    if (Date.now() - startedAt > grant.expiresIn * 1_000) {
      return { kind: 'ended', reason: 'expired' };
    }
    try {
      const tokens = await api.pollDevice(grant.deviceCode);
      // Cancelled while the answer was under way: the tokens are dropped by the caller.
      return { kind: 'approved', tokens };
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'internal';
      if (code === 'access_denied') return { kind: 'ended', reason: 'denied' };
      if (code === 'account_blocked') return { kind: 'ended', reason: 'blocked' };
      if (code === 'expired_token' || code === 'invalid_device_code') {
        return { kind: 'ended', reason: 'expired' };
      }
      if (code === 'slow_down') interval += SLOW_DOWN;
      troubles = code === 'authorization_pending' || code === 'slow_down' ? 0 : troubles + 1;
    }
  }
}
