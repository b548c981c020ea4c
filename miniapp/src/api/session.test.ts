import { ApiError } from '@tikethet/shared/client';
import type { Tokens } from '@tikethet/shared/contracts';
import { describe, expect, it, vi } from 'vitest';
import { createSession } from './session';

function tokens(name: string): Tokens {
  return {
    accessToken: `access-${name}`,
    refreshToken: `refresh-${name}`,
    expiresIn: 900,
    sessionId: 's',
    user: { id: 'u' } as Tokens['user'],
  };
}

const refused = new ApiError(401, 'invalid_refresh_token', '');

describe('session', () => {
  it('signs in once for callers that come together', async () => {
    const signIn = vi.fn(async () => tokens('1'));
    const session = createSession({ signIn, refresh: vi.fn(), now: () => 1000 });
    expect(session.token()).toBeNull();
    const [a, b] = await Promise.all([session.renew(), session.renew()]);
    expect([a, b, session.token()]).toEqual(['access-1', 'access-1', 'access-1']);
    expect(signIn).toHaveBeenCalledTimes(1);
    expect(session.expiresAt()).toBe(901_000);
  });

  it('refreshes with the newest token, and signs in when that is refused', async () => {
    const signIn = vi.fn<() => Promise<Tokens>>();
    signIn.mockResolvedValueOnce(tokens('1')).mockResolvedValueOnce(tokens('3'));
    const refresh = vi.fn<(token: string) => Promise<Tokens>>();
    refresh.mockResolvedValueOnce(tokens('2')).mockRejectedValueOnce(refused);
    const session = createSession({ signIn, refresh, now: () => 0 });
    await session.renew();
    expect(await session.renew()).toBe('access-2');
    expect(await session.renew()).toBe('access-3');
    expect(refresh.mock.calls).toEqual([['refresh-1'], ['refresh-2']]);
  });

  it.each([
    ['the network fails', new ApiError(0, 'network', '')],
    ['a proxy wants to know who it is', new ApiError(401, 'unavailable', '')],
  ])('keeps the session when %s', async (_name, failure) => {
    const signIn = vi.fn(async () => tokens('1'));
    const refresh = vi.fn<(token: string) => Promise<Tokens>>();
    refresh.mockRejectedValueOnce(failure).mockResolvedValueOnce(tokens('2'));
    const session = createSession({ signIn, refresh, now: () => 0 });
    await session.renew();
    await expect(session.renew()).rejects.toBe(failure);
    expect(session.token()).toBe('access-1');
    expect(await session.renew()).toBe('access-2');
    expect(signIn).toHaveBeenCalledTimes(1);
  });
});
