import { ApiError, createApiClient } from '@tikethet/shared/client';
import type { Tokens } from '@tikethet/shared/contracts';
import type { DeviceSignIn } from '../../bridge';
import { API } from './tokens';

export type Outcome = { tokens: Tokens } | { refused: 'denied' | 'expired' | 'blocked' };

const REFUSALS: Readonly<Record<string, 'denied' | 'expired' | 'blocked'>> = {
  access_denied: 'denied',
  expired_token: 'expired',
  invalid_device_code: 'expired',
  account_blocked: 'blocked',
};

/** Marks of a user agent and what they mean; the first that is found counts. */
const BROWSERS = [
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const SYSTEMS = [
  ['Windows', 'Windows'],
  ['iPhone', 'iPhone'],
  ['Mac OS X', 'macOS'],
  ['Android', 'Android'],
  ['Linux', 'Linux'],
] as const;

/** “Firefox on Linux”: what the person is asked to approve. */
export function deviceName(userAgent: string): string {
  const named = (marks: typeof BROWSERS | typeof SYSTEMS) =>
    marks.find(([mark]) => userAgent.includes(mark))?.[1];
  const system = named(SYSTEMS);
  const browser = named(BROWSERS) ?? 'Browser';
  return system === undefined ? browser : `${browser} on ${system}`;
}

/** Asks for a code and waits, as RFC 8628 says, until it is approved, refused or too old. */
export async function startDeviceSignIn(
  signal: AbortSignal,
): Promise<{ device: DeviceSignIn; outcome: Promise<Outcome | null> }> {
  const api = createApiClient({ baseUrl: API, token: () => null });
  const started = await api(
    'POST /auth/device',
    { deviceName: deviceName(navigator.userAgent) },
    { signal },
  );
  const expiresAt = Date.now() + started.expiresIn * 1_000;

  /** null: the person gave up. */
  const wait = async (): Promise<Outcome | null> => {
    let interval = started.interval * 1_000;
    for (;;) {
      await pause(interval, signal);
      if (signal.aborted) return null;
      if (Date.now() > expiresAt + interval) return { refused: 'expired' };
      try {
        const { deviceCode } = started;
        return { tokens: await api('POST /auth/device/token', { deviceCode }, { signal }) };
      } catch (error) {
        if (signal.aborted) return null;
        const code = error instanceof ApiError ? error.code : 'internal';
        const refused = REFUSALS[code];
        if (refused) return { refused };
        // Too fast, or the network is gone: ask less often, but go on asking.
        if (code !== 'authorization_pending') interval += 5_000;
      }
    }
  };

  return {
    device: {
      userCode: started.userCode,
      verificationUrl: started.verificationUrl,
      expiresAt: new Date(expiresAt).toISOString(),
    },
    outcome: wait(),
  };
}

function pause(duration: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, duration);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        done();
      },
      { once: true },
    );
  });
}
