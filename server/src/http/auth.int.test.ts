import { createHmac } from 'node:crypto';
import { sign } from '@tma.js/init-data-node';
import { DEFAULT_PREFERENCES } from '@tikethet/shared/notices';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanSessions } from '../domain/sessions/cleanSessions';
import { decideDeviceGrant } from '../domain/sessions/decideDeviceGrant';
import { revokeSession } from '../domain/sessions/revokeSession';
import { startTestApi, TEST_BOT_TOKEN, type ApiPerson, type TestApi } from '../testing/testApi';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const user = { id: 4242, first_name: 'Аня', language_code: 'ru' };
/** Signed by an independent implementation. */
const initData = (options: { at?: Date; token?: string; user?: object } = {}) =>
  sign(
    { query_id: 'q', user: (options.user ?? user) as never },
    options.token ?? TEST_BOT_TOKEN,
    options.at ?? api.now(),
  );
const signIn = (data: string) => api.anonymous('POST /auth/telegram', { initData: data });
const secondsAgo = (seconds: number) => new Date(api.now().getTime() - seconds * 1_000);
const refresh = (refreshToken: string) => api.anonymous('POST /auth/refresh', { refreshToken });
const me = (token: string) =>
  fetch(`${api.url}/api/v1/auth/me`, { headers: { authorization: `Bearer ${token}` } });

/** Signs any fields as Telegram would. */
function signFields(fields: Record<string, string>): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  const key = createHmac('sha256', 'WebAppData').update(TEST_BOT_TOKEN).digest();
  const hash = createHmac('sha256', key).update(lines.sort().join('\n')).digest('hex');
  return new URLSearchParams({ ...fields, hash }).toString();
}
const seconds = () => String(Math.floor(api.now().getTime() / 1_000));

describe('sign-in with initData', () => {
  test('lets a person in, as the same user every time', async () => {
    const first = await signIn(initData());
    expect(first).toMatchObject({
      expiresIn: 900,
      user: { telegramId: '4242', firstName: 'Аня', role: 'USER', language: 'ru' },
    });
    const again = await signIn(initData());
    expect(again.user.id).toBe(first.user.id);
    expect(again.sessionId).not.toBe(first.sessionId);
    const shown = await me(first.accessToken);
    expect(shown.status).toBe(200);
    expect(await shown.json()).toMatchObject({ id: first.user.id });
  });

  test('makes an owner DEVELOPER at the first contact', async () => {
    const { user: owner } = await signIn(initData({ user: { id: 777, first_name: 'Хозяйка' } }));
    expect(owner.role).toBe('DEVELOPER');
  });

  test('takes data up to a day old and a minute ahead', async () => {
    await signIn(initData({ at: secondsAgo(86_400) }));
    await signIn(initData({ at: secondsAgo(-60) }));
  });

  test.each<[string, () => string, string]>([
    ['another bot', () => initData({ token: `2000000:${'x'.repeat(35)}` }), 'invalid_init_data'],
    ['a day and a second old', () => initData({ at: secondsAgo(86_401) }), 'expired_init_data'],
    ['61 seconds ahead', () => initData({ at: secondsAgo(-61) }), 'invalid_init_data'],
    ['garbage', () => 'garbage', 'invalid_init_data'],
    ['half a percent sign', () => '%', 'invalid_init_data'],
    ['no hash', () => initData().replace(/&?hash=\w+/, ''), 'invalid_init_data'],
    ['empty hash', () => initData().replace(/hash=\w+/, 'hash='), 'invalid_init_data'],
    ['cut hash', () => initData().slice(0, -2), 'invalid_init_data'],
    ['two hashes', () => `${initData()}&hash=${'0'.repeat(64)}`, 'invalid_init_data'],
    ['changed user', () => initData().replace('4242', '4243'), 'invalid_init_data'],
    ['added field', () => `${initData()}&role=DEVELOPER`, 'invalid_init_data'],
    ['doubled date', () => `${initData()}&auth_date=${seconds()}`, 'invalid_init_data'],
    ['no date', () => signFields({ user: JSON.stringify(user) }), 'invalid_init_data'],
    [
      'a date that is none',
      () => signFields({ auth_date: 'today', user: JSON.stringify(user) }),
      'invalid_init_data',
    ],
    ['no user', () => signFields({ auth_date: seconds() }), 'invalid_init_data'],
    [
      'broken user',
      () => signFields({ auth_date: seconds(), user: '{"id":' }),
      'invalid_init_data',
    ],
    [
      'a bot',
      () => initData({ user: { id: 5, first_name: 'Bot', is_bot: true } }),
      'invalid_init_data',
    ],
  ])('refuses %s', async (_name, data, code) => {
    await expect(signIn(data())).rejects.toMatchObject({ status: 401, code });
  });

  test('refuses a blocked person', async () => {
    const { user: blocked } = await signIn(initData({ user: { id: 31, first_name: 'Х' } }));
    await api.db('users').where({ id: blocked.id }).update({ is_active: false });
    await expect(signIn(initData({ user: { id: 31, first_name: 'Х' } }))).rejects.toMatchObject({
      status: 403,
      code: 'account_blocked',
    });
  });
});

describe('access tokens', () => {
  const code = async (token: string) => {
    const response = await me(token);
    const body = (await response.json()) as { error?: { code: string } };
    return [response.status, body.error?.code];
  };

  test('live fifteen minutes', async () => {
    const { accessToken } = await signIn(initData());
    api.advance(899);
    expect((await me(accessToken)).status).toBe(200);
    api.advance(1);
    expect(await code(accessToken)).toEqual([401, 'token_expired']);
  });

  test('cannot be forged', async () => {
    const { accessToken } = await signIn(initData());
    const [head = '', body = '', signature = ''] = accessToken.split('.');
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    for (const forged of [
      'x',
      `${head}.${body}.${signature.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))}`,
      `${none}.${body}.`,
      `${none}.${body}.${signature}`,
    ]) {
      expect(await code(forged)).toEqual([401, 'invalid_token']);
    }
    expect((await fetch(`${api.url}/api/v1/auth/me`)).status).toBe(401);
  });

  test('die with their session and with their person', async () => {
    const session = await signIn(initData());
    const other = await signIn(initData());
    await api.desk.run({ person: null, sessionId: null, channel: 'API' }, (ctx) =>
      revokeSession(ctx, session.sessionId),
    );
    expect(await code(session.accessToken)).toEqual([401, 'session_revoked']);
    expect((await me(other.accessToken)).status).toBe(200);
    await api.db('users').where({ id: other.user.id }).update({ is_active: false });
    expect(await code(other.accessToken)).toEqual([403, 'account_blocked']);
    await api.db('users').where({ id: other.user.id }).update({ is_active: true });
  });

  test('note when a person was here, at most once a minute', async () => {
    const fresh = initData({ user: { id: 60, first_name: 'Ника' } });
    const { accessToken, user: person } = await signIn(fresh);
    const seen = async () => {
      await me(accessToken);
      // It is written beside the request.
      await new Promise((resolve) => setTimeout(resolve, 100));
      const [row] = await api.db('users').where({ id: person.id }).select('last_seen_at');
      return row.last_seen_at.getTime();
    };
    const first = api.now().getTime();
    api.advance(59);
    expect(await seen()).toBe(first);
    api.advance(1);
    expect(await seen()).toBe(first + 60_000);
  });
});

describe('refresh tokens', () => {
  test('rotate; a used one gives the same successor until that is used', async () => {
    const { refreshToken: zero, sessionId } = await signIn(initData());
    const one = await refresh(zero);
    expect(one.sessionId).toBe(sessionId);
    expect(one.refreshToken).not.toBe(zero);
    expect((await refresh(zero)).refreshToken).toBe(one.refreshToken);
    const two = await refresh(one.refreshToken);
    expect((await refresh(one.refreshToken)).refreshToken).toBe(two.refreshToken);
    expect((await me(two.accessToken)).status).toBe(200);
  });

  test('used again after their successor was used, end the session', async () => {
    const { refreshToken: zero } = await signIn(initData());
    const one = await refresh(zero);
    const two = await refresh(one.refreshToken);
    const reuse = { status: 401, code: 'session_revoked' };
    await expect(refresh(zero)).rejects.toMatchObject(reuse);
    // For everybody who holds a token of it.
    await expect(refresh(two.refreshToken)).rejects.toMatchObject(reuse);
    expect((await me(two.accessToken)).status).toBe(401);
  });

  test('give parallel users one successor', async () => {
    const { refreshToken } = await signIn(initData());
    const all = await Promise.all(Array.from({ length: 8 }, () => refresh(refreshToken)));
    expect(new Set(all.map((tokens) => tokens.refreshToken)).size).toBe(1);
    await refresh(all[0]!.refreshToken);
  });

  test('of others, changed ones and garbage are refused', async () => {
    const { refreshToken } = await signIn(initData());
    const text = Buffer.from(refreshToken, 'base64url').toString();
    const [id = '', generation = '', mac = ''] = text.split('.');
    const other = await signIn(initData());
    for (const parts of [
      [id, '1', mac],
      [other.sessionId, generation, mac],
      ['019a0000-0000-7000-8000-000000000000', '0', mac],
      [id, generation, 'A'.repeat(43)],
      [id, generation],
      ['', '', ''],
    ]) {
      const forged = Buffer.from(parts.join('.')).toString('base64url');
      await expect(refresh(forged || 'x')).rejects.toMatchObject({
        status: 401,
        code: 'invalid_refresh_token',
      });
    }
    await refresh(refreshToken);
  });

  test('die after sixty days without use', async () => {
    const { refreshToken } = await signIn(initData());
    api.advance(59 * 86_400);
    const next = await refresh(refreshToken);
    api.advance(60 * 86_400 + 1);
    await expect(refresh(next.refreshToken)).rejects.toMatchObject({
      status: 401,
      code: 'session_revoked',
    });
  });
});

describe('sign-out', () => {
  const signOut = (refreshToken: string) => api.anonymous('POST /auth/logout', { refreshToken });

  test('kills the tokens at once and tells every node', async () => {
    const session = await signIn(initData());
    await signOut(session.refreshToken);
    expect((await me(session.accessToken)).status).toBe(401);
    await expect(refresh(session.refreshToken)).rejects.toMatchObject({ status: 401 });
    const events = await api.db('event_log').where({ type: 'session.revoked' });
    const mine = events.filter((event) => event.data.sessionId === session.sessionId);
    expect(mine).toEqual([
      expect.objectContaining({
        audience: ['control'],
        data: { sessionId: session.sessionId, userId: session.user.id },
      }),
    ]);
    // Its end is announced once.
    await signOut(session.refreshToken);
    expect(await api.db('event_log').where({ type: 'session.revoked' })).toHaveLength(
      events.length,
    );
  });

  test('refuses what is no token', async () => {
    await expect(signOut('nonsense')).rejects.toMatchObject({
      status: 401,
      code: 'invalid_refresh_token',
    });
  });
});

describe('profile', () => {
  test('shows and changes language and name, and tells those who list people', async () => {
    const { api: mine, id } = await api.person('USER');
    const changed = await mine('PUT /auth/profile', { language: 'en', displayName: ' Kit  Kat ' });
    expect(changed).toMatchObject({ id, language: 'en', displayName: 'Kit Kat' });
    expect(await mine('GET /auth/me', {})).toEqual(changed);
    const back = await mine('PUT /auth/profile', { displayName: null });
    expect(back).toMatchObject({ displayName: 'USER', language: 'en' });
    await mine('PUT /auth/profile', {});
    const events = await api.db('event_log').whereRaw(`data->>'id' = ?`, [id]);
    expect(events.map(({ type, audience }) => [type, audience])).toEqual([
      ['user.changed', ['people', `account:${id}`]],
      ['user.changed', ['people', `account:${id}`]],
    ]);
    await expect(mine('PUT /auth/profile', { role: 'ADMIN' } as never)).rejects.toMatchObject({
      status: 422,
    });
  });
});

describe('preferences', () => {
  test('start as the defaults, change in parts, are one’s own business', async () => {
    const { api: mine, id } = await api.person('USER');
    expect((await mine('GET /auth/me', {})).preferences).toEqual(DEFAULT_PREFERENCES);
    await mine('PUT /auth/profile', {
      preferences: { customerNotices: { news: false }, quietHours: { from: '22:00', to: '08:00' } },
    });
    const chosen = {
      ...DEFAULT_PREFERENCES,
      customerNotices: { ...DEFAULT_PREFERENCES.customerNotices, news: false },
      quietHours: { from: '22:00', to: '08:00' },
      timeZone: 'Asia/Omsk',
    };
    const change = { preferences: { timeZone: 'Asia/Omsk' } };
    expect((await mine('PUT /auth/profile', change)).preferences).toEqual(chosen);
    await mine('PUT /auth/profile', change);
    expect((await mine('GET /auth/me', {})).preferences).toEqual(chosen);
    const events = await api.db('event_log').whereRaw(`data->>'id' = ?`, [id]);
    expect(events.map(({ audience }) => audience)).toEqual([[`account:${id}`], [`account:${id}`]]);
    expect(JSON.stringify(events)).not.toContain('quietHours');
    await expect(
      mine('PUT /auth/profile', { preferences: { timeZone: 'Mars/Olympus' } }),
    ).rejects.toMatchObject({ status: 422 });
  });
});

describe('device sign-in', () => {
  let helper: ApiPerson;
  beforeAll(async () => {
    helper = await api.person('HELPER');
  });
  const start = () => api.anonymous('POST /auth/device', { deviceName: 'Стол у окна' });
  const poll = (deviceCode: string) => api.anonymous('POST /auth/device/token', { deviceCode });
  const decide = (who: ApiPerson, userCode: string, approve: boolean) =>
    api.desk.run(who.actor, (ctx) => decideDeviceGrant(ctx, { userCode, approve }));
  const refusal = (deviceCode: string) =>
    poll(deviceCode).then(
      () => 'tokens',
      (error: { status: number; code: string }) => `${error.status} ${error.code}`,
    );

  test('approved: tokens, once, also for parallel polls', async () => {
    const grant = await start();
    expect(grant).toMatchObject({ interval: 5, expiresIn: 600 });
    expect(grant.userCode).toMatch(/^[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}$/);
    expect(grant.verificationUrl).toBe(
      `https://t.me/test_bot?start=login_${grant.userCode.replace('-', '')}`,
    );
    expect(await refusal(grant.deviceCode)).toBe('400 authorization_pending');
    await decide(helper, grant.userCode.toLowerCase(), true);
    const answers = await Promise.all([1, 2, 3].map(() => poll(grant.deviceCode).catch(String)));
    const [tokens, ...others] = answers.filter((answer) => typeof answer !== 'string');
    expect(others).toHaveLength(0);
    expect(tokens).toMatchObject({ user: { id: helper.id, role: 'HELPER' } });
    const session = await api.db('sessions').where({ id: tokens!.sessionId }).first();
    expect(session).toMatchObject({ kind: 'CONSOLE', device_name: 'Стол у окна' });
    expect(await refusal(grant.deviceCode)).toBe('401 expired_token');
  });

  test('nothing that is stored signs anybody in', async () => {
    const grant = await start();
    const row = await api.db('device_grants').where({ user_code: grant.userCode }).first();
    expect(JSON.stringify(row)).not.toContain(grant.deviceCode);
  });

  test('hasty polls are slowed down for good', async () => {
    const { deviceCode } = await start();
    expect(await refusal(deviceCode)).toBe('400 authorization_pending');
    api.advance(5);
    expect(await refusal(deviceCode)).toBe('400 authorization_pending');
    api.advance(2);
    expect(await refusal(deviceCode)).toBe('400 slow_down');
    api.advance(9);
    expect(await refusal(deviceCode)).toBe('400 slow_down');
    api.advance(15);
    expect(await refusal(deviceCode)).toBe('400 authorization_pending');
  });

  test('denied, expired, unknown', async () => {
    const denied = await start();
    await decide(helper, denied.userCode, false);
    expect(await refusal(denied.deviceCode)).toBe('403 access_denied');
    const late = await start();
    await decide(helper, late.userCode, true);
    api.advance(600);
    expect(await refusal(late.deviceCode)).toBe('401 expired_token');
    expect(await refusal('nonsense')).toBe('401 invalid_device_code');
  });

  test('customers have no console', async () => {
    const customer = await api.person('USER');
    const grant = await start();
    await expect(decide(customer, grant.userCode, true)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const dismissed = await api.person('HELPER');
    await decide(dismissed, grant.userCode, true);
    await api.db('users').where({ id: dismissed.id }).update({ role: 'USER' });
    expect(await refusal(grant.deviceCode)).toBe('403 access_denied');
    await api.db('users').where({ id: dismissed.id }).update({ is_active: false });
    expect(await refusal(grant.deviceCode)).toBe('403 account_blocked');
  });
});

describe('cleaning', () => {
  test('forgets sessions a month after they died of disuse', async () => {
    const old = await signIn(initData());
    api.advance(89 * 86_400);
    await cleanSessions(api.desk);
    const young = await signIn(initData());
    const left = async () => (await api.db('sessions').select('id')).map(({ id }) => String(id));
    expect(await left()).toContain(old.sessionId);
    api.advance(2 * 86_400);
    await cleanSessions(api.desk);
    expect(await left()).not.toContain(old.sessionId);
    expect(await left()).toContain(young.sessionId);
    await expect(refresh(old.refreshToken)).rejects.toMatchObject({ status: 401 });
  });
});
