import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SessionState } from '../../bridge';
import {
  refusal,
  startDeskServer,
  type Answer,
  type DeskServer,
} from '../../sync/testing/deskServer';
import { sampleUser } from '../../sync/testing/samples';
import { createAuthApi } from './authApi';
import type { Cipher } from './cipher';
import { createSession, type Session } from './session';
import { createSessionStore } from './sessionStore';

const user = sampleUser();
const sessionId = randomUUID();
/** Turns the text around: enough to see that it is not stored as it is. */
const cipher: Cipher = {
  storage: 'obfuscated',
  encrypt: async (text) => Buffer.from([...text].reverse().join('')),
  decrypt: async (bytes) => [...bytes.toString()].reverse().join(''),
};

let desk: DeskServer;
let folder: string;
let states: SessionState[];
let renewed: string[];
let session: Session;
let issued: number;
let erased: string[];
let clock: number;

const tokens = (change: { expiresIn?: number; displayName?: string } = {}) => {
  issued += 1;
  return {
    accessToken: `access-${issued}`,
    expiresIn: change.expiresIn ?? 900,
    refreshToken: `refresh-${issued}`,
    sessionId,
    user: { ...user, displayName: change.displayName ?? user.displayName },
  };
};

function open(): Session {
  return createSession({
    serverUrl: desk.url,
    deviceName: 'Test',
    api: createAuthApi(desk.url),
    store: createSessionStore(join(folder, 'session.json'), cipher),
    pause: () => new Promise((resolve) => setTimeout(resolve, 10)),
    events: { changed: (state) => states.push(state), renewed: (token) => renewed.push(token) },
    erase: async (userId) => void erased.push(userId),
    now: () => clock,
  });
}

/** Answers the polls in this order; the last one stays. */
function polls(...answers: Answer[]): void {
  let next = 0;
  desk.on('POST /auth/device/token', () => answers[Math.min(next++, answers.length - 1)] ?? {});
}

/** How often a path was asked for, and with which refresh tokens. */
const shown = (path: string) =>
  desk.asked
    .filter((asked) => asked.path === `/api/v1${path}`)
    .map(({ body }) => (JSON.parse(body.toString()) as { refreshToken?: string }).refreshToken);

const until = (check: () => void) => vi.waitFor(check, { timeout: 8_000, interval: 10 });
const statuses = () => states.map((state) => state.status);

async function signIn(): Promise<void> {
  polls({ body: tokens() });
  await session.signIn();
  await until(() => expect(session.state().status).toBe('signedIn'));
}

beforeEach(async () => {
  desk = await startDeskServer();
  folder = await mkdtemp(join(tmpdir(), 'tikethet-session-'));
  [states, renewed, issued, erased, clock] = [[], [], 0, [], Date.now()];
  desk.on('POST /auth/device', () => ({
    body: {
      deviceCode: 'device',
      userCode: 'ABCD-EFGH',
      verificationUrl: 'https://t.me/desk_bot?start=login_ABCDEFGH',
      interval: 1,
      expiresIn: 60,
    },
  }));
  desk.on('POST /auth/logout', () => ({ status: 204 }));
  session = open();
});

afterEach(async () => {
  session.cancelSignIn();
  await session.signOut();
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

describe('signing in by device', () => {
  test('waits for the approval, then keeps an encrypted session', async () => {
    polls(refusal(400, 'authorization_pending'), { hangUp: true }, { body: tokens() });
    const begun = await session.signIn();
    expect(begun).toMatchObject({ ok: true, value: { userCode: 'ABCD-EFGH' } });
    await until(() => expect(statuses()).toEqual(['signingIn', 'signedIn']));
    expect(session.state()).toEqual({
      status: 'signedIn',
      user,
      serverUrl: desk.url,
      storage: 'obfuscated',
    });
    const kept = await readFile(join(folder, 'session.json'), 'utf8');
    expect(kept).not.toContain('refresh-1');
    expect(Buffer.from(kept, 'base64').toString()).not.toContain('refresh-1');
  });

  test.each([
    ['access_denied', 403, 'denied'],
    ['expired_token', 401, 'expired'],
    ['invalid_device_code', 401, 'expired'],
    ['account_blocked', 403, 'blocked'],
  ])('%s ends it as %s %s', async (code, status, reason) => {
    polls(refusal(status, code));
    await session.signIn();
    await until(() => expect(session.state()).toEqual({ status: 'signedOut', reason }));
  });

  test('asking twice gives the same code', async () => {
    polls(refusal(400, 'authorization_pending'));
    const [first, second] = await Promise.all([session.signIn(), session.signIn()]);
    expect(first).toEqual(second);
    expect(await session.signIn()).toEqual(first);
    expect(desk.asked.filter(({ path }) => path === '/api/v1/auth/device')).toHaveLength(1);
  });

  test('an approval that comes after the person gave up is undone', async () => {
    let answer: (value: Answer) => void = () => undefined;
    desk.on('POST /auth/device/token', () => new Promise((resolve) => (answer = resolve)));
    await session.signIn();
    await until(() => expect(desk.asked.at(-1)?.path).toBe('/api/v1/auth/device/token'));
    session.cancelSignIn();
    answer({ body: tokens() });
    await until(() => expect(shown('/auth/logout')).toEqual(['refresh-1']));
    expect(statuses()).toEqual(['signingIn', 'signedOut']);
  });

  test('a desk out of reach is said at once', async () => {
    desk.on('POST /auth/device', () => ({ hangUp: true }));
    expect(await session.signIn()).toMatchObject({ ok: false, error: { code: 'network' } });
    expect(session.state().status).toBe('signedOut');
  });
});

describe('the running session', () => {
  beforeEach(signIn);

  test('refreshes once for many who ask, and keeps the successor before it is used', async () => {
    desk.on('POST /auth/refresh', () => ({ body: tokens() }));
    const answers = await Promise.all([
      session.renewToken('access-1'),
      session.renewToken('access-1'),
    ]);
    expect(answers).toEqual(['access-2', 'access-2']);
    expect(shown('/auth/refresh')).toEqual(['refresh-1']);
    expect(renewed).toEqual(['access-2']);
    // Who comes with the old token later gets the new one without another refresh.
    expect(await session.renewToken('access-1')).toBe('access-2');
    const again = open();
    await again.open();
    await again.accessToken();
    expect(shown('/auth/refresh')).toEqual(['refresh-1', 'refresh-2']);
  });

  test('a successor that cannot be kept is not used: the old token is shown again', async () => {
    desk.on('POST /auth/refresh', () => ({ body: tokens() }));
    const path = join(folder, 'session.json');
    await rm(path);
    // A folder in its place: the file cannot be replaced.
    const { mkdir } = await import('node:fs/promises');
    await mkdir(join(path, 'full'), { recursive: true });
    await expect(session.renewToken('access-1')).rejects.toThrow();
    await rm(path, { recursive: true });
    expect(await session.renewToken('access-1')).toBe('access-3');
    expect(shown('/auth/refresh')).toEqual(['refresh-1', 'refresh-1']);
  });

  test.each([
    ['no answer', { hangUp: true }],
    ['a bad day', refusal(500, 'internal')],
    ['a proxy', { status: 401, body: 'who are you?' }],
    ['too many', refusal(429, 'rate_limited')],
  ])('%s does not end it', async (_name, answer: Answer) => {
    desk.on('POST /auth/refresh', () => answer);
    await expect(session.renewToken('access-1')).rejects.toThrow();
    expect(session.state().status).toBe('signedIn');
  });

  test.each([
    ['invalid_refresh_token', 401, 'revoked'],
    ['session_revoked', 401, 'revoked'],
    ['account_blocked', 403, 'blocked'],
  ])('%s ends it, also for the next start', async (code, status, reason) => {
    desk.on('POST /auth/refresh', () => refusal(status, code));
    expect(await session.renewToken('access-1')).toBeNull();
    expect(session.state()).toEqual({ status: 'signedOut', reason });
    const again = open();
    await again.open();
    expect(again.state()).toEqual({ status: 'signedOut', reason });
    expect(await again.accessToken()).toBeNull();
    expect(erased).toEqual([]);
  });

  test('a wipe erases what is kept, then tells the desk, and the token goes last', async () => {
    desk.on('POST /auth/refresh', () => refusal(401, 'session_revoked', { reason: 'wiped' }));
    desk.on('POST /auth/logout', () => ({ hangUp: true }));
    expect(await session.renewToken('access-1')).toBeNull();
    expect(session.state()).toEqual({ status: 'signedOut', reason: 'wiped' });
    await until(() => expect(shown('/auth/logout')).toHaveLength(1));
    expect(erased).toEqual([user.id]);
    // The desk did not hear of it: the next start says it again.
    desk.on('POST /auth/logout', () => ({ status: 204 }));
    await open().open();
    await until(async () => {
      await expect(readFile(join(folder, 'session.json'))).rejects.toThrow();
    });
    expect(shown('/auth/logout')).toEqual(['refresh-1', 'refresh-1']);
  });

  test('a session that was over is asked once more: it may be wiped by now', async () => {
    desk.on('POST /auth/refresh', () => refusal(403, 'account_blocked'));
    await session.renewToken('access-1');
    desk.on('POST /auth/refresh', () => refusal(401, 'session_revoked', { reason: 'wiped' }));
    const again = open();
    await again.open();
    await until(() => expect(again.state()).toEqual({ status: 'signedOut', reason: 'wiped' }));
    await until(() => expect(erased).toEqual([user.id]));
  });

  test('signing out wipes it here and ends it at the desk', async () => {
    await session.signOut();
    expect(session.state()).toEqual({ status: 'signedOut', reason: 'none' });
    expect(shown('/auth/logout')).toEqual(['refresh-1']);
    await expect(readFile(join(folder, 'session.json'))).rejects.toThrow();
    expect(await session.accessToken()).toBeNull();
  });

  test('signing out while a refresh is under way leaves no token alive', async () => {
    let answer: (value: Answer) => void = () => undefined;
    desk.on('POST /auth/refresh', () => new Promise((resolve) => (answer = resolve)));
    const asked = session.renewToken('access-1');
    await until(() => expect(shown('/auth/refresh')).toHaveLength(1));
    await session.signOut();
    answer({ body: tokens() });
    expect(await asked).toBeNull();
    expect(shown('/auth/logout')).toEqual(['refresh-1', 'refresh-2']);
    expect(session.state().status).toBe('signedOut');
  });

  test('a changed person is told', async () => {
    desk.on('POST /auth/refresh', () => ({ body: tokens({ displayName: 'Анна Б.' }) }));
    await session.renewToken('access-1');
    expect(session.state()).toMatchObject({ user: { displayName: 'Анна Б.' } });
  });
});

describe('opening', () => {
  test('takes up the kept session without a network', async () => {
    await signIn();
    await desk.close();
    states = [];
    const again = open();
    await again.open();
    expect(statuses()).toEqual(['signedIn']);
    await expect(again.accessToken()).rejects.toMatchObject({ code: 'network' });
    expect(again.state().status).toBe('signedIn');
    await desk.reopen();
  });

  test('too long without the desk it stays locked, until the desk answers', async () => {
    await signIn();
    session.setLockDays(2);
    const store = createSessionStore(join(folder, 'session.json'), cipher);
    await until(async () => expect((await store.load(desk.url))?.contact.lockDays).toBe(2));
    await desk.close();
    clock += 2 * 86_400_000 + 1;
    states = [];
    const again = open();
    await again.open();
    expect(again.state()).toEqual({ status: 'signedOut', reason: 'locked' });
    await desk.reopen();
    desk.on('POST /auth/refresh', () => ({ body: tokens() }));
    expect(await again.accessToken()).toBe('access-2');
    expect(statuses()).toEqual(['signedOut', 'signedIn']);
    await again.signOut();
  });

  test('awake again after a week without the desk it is locked at once', async () => {
    await signIn();
    await desk.close();
    clock += 7 * 86_400_000 + 1;
    session.refreshIfDue();
    expect(session.state()).toEqual({ status: 'signedOut', reason: 'locked' });
    await desk.reopen();
    desk.on('POST /auth/refresh', () => ({ body: tokens() }));
    // The first try may go out on a connection that ended with the desk.
    await vi.waitFor(async () => expect(await session.renewToken('access-1')).toBe('access-2'));
    expect(session.state().status).toBe('signedIn');
  });

  test('a clock a day off in either direction neither ends it nor holds a token too long', async () => {
    await signIn();
    const day = 86_400_000;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + day });
    try {
      desk.on('POST /auth/refresh', () => ({ body: tokens() }));
      expect(await session.accessToken()).toBe('access-2');
      vi.setSystemTime(Date.now() - 2 * day);
      // The desk's clock is the one that counts: it refuses what looks fresh here.
      expect(await session.renewToken('access-2')).toBe('access-3');
      expect(await session.accessToken()).toBe('access-3');
      expect(session.state().status).toBe('signedIn');
    } finally {
      vi.useRealTimers();
    }
  });

  test('shows no token to another desk', async () => {
    await signIn();
    const store = createSessionStore(join(folder, 'session.json'), cipher);
    expect(await store.load(desk.url)).not.toBeNull();
    expect(await store.load('https://elsewhere.example')).toBeNull();
  });

  test('a damaged file means nobody is signed in', async () => {
    await writeFile(join(folder, 'session.json'), '{"version":1,"sealed":"AAAA"}');
    await session.open();
    expect(states).toEqual([{ status: 'signedOut', reason: 'none' }]);
  });
});
