import { ApiError } from '@tikethet/shared/client';
import { expect, test } from 'vitest';
import { sampleUser } from '../../sync/testing/samples';
import { pollDevice } from './pollDevice';

const grant = {
  deviceCode: 'd',
  userCode: 'u',
  verificationUrl: 'https://t.me/x',
  interval: 5,
  expiresIn: 600,
};
const tokens = {
  accessToken: 'a',
  expiresIn: 900,
  refreshToken: 'r',
  sessionId: 's',
  user: sampleUser(),
};

/** Polls through these codes, then succeeds; the answer are the seconds waited before each poll. */
async function waits(codes: ConstructorParameters<typeof ApiError>[1][]): Promise<number[]> {
  const waited: number[] = [];
  const outcome = await pollDevice(
    {
      pollDevice: async () => {
        const code = codes.shift();
        if (code === undefined) return tokens;
        throw new ApiError(400, code, code);
      },
    },
    grant,
    {
      signal: new AbortController().signal,
      startedAt: Date.now(),
      pause: async (ms) => void waited.push(ms / 1_000),
    },
  );
  expect(outcome.kind).toBe('approved');
  return waited;
}

test('honours the interval, and slow_down for good', async () => {
  expect(await waits(['authorization_pending', 'slow_down', 'authorization_pending'])).toEqual([
    5, 5, 10, 10,
  ]);
});

test('asks more slowly while the network is down, then as before', async () => {
  const codes = ['network', 'timeout', 'network', 'network', 'authorization_pending'] as const;
  expect(await waits([...codes])).toEqual([5, 10, 20, 30, 30, 5]);
});

test('ends when the code has run out', async () => {
  const outcome = await pollDevice(
    { pollDevice: () => Promise.reject(new Error('never')) },
    grant,
    {
      signal: new AbortController().signal,
      startedAt: Date.now() - 601_000,
      pause: async () => undefined,
    },
  );
  expect(outcome).toEqual({ kind: 'ended', reason: 'expired' });
});
