import { ApiError } from '@tikethet/shared/client';
import type { Tokens, User } from '@tikethet/shared/contracts';
import type { DeviceSignIn, Result, SessionState } from '../../bridge';
import { attempt, fail, ok } from '../../ipc/result';
import type { AuthApi } from './authApi';
import { pollDevice, type Waiter } from './pollDevice';
import { freshContact, isOverdue } from './contact';
import type { SessionStore, StoredSession } from './sessionStore';

export interface SessionEvents {
  /** Every change of the state, in order. */
  changed(state: SessionState): void;
  /** A fresh access token of the running session. */
  renewed(token: string): void;
}

export interface SessionOptions {
  serverUrl: string;
  deviceName: string;
  api: AuthApi;
  store: SessionStore;
  events: SessionEvents;
  /** Erases what is kept of a person here; the desk has asked for it. */
  erase(userId: string): Promise<void>;
  /** How polls wait; for tests. */
  pause?: Waiter;
  /** Milliseconds since 1970. */
  now?: () => number;
}

export interface Session {
  /** Takes up the stored session. Needs no network. */
  open(): Promise<void>;
  state(): SessionState;
  signIn(): Promise<Result<DeviceSignIn>>;
  cancelSignIn(): void;
  /** Ends the session here in any case, at the desk when it can be reached. */
  signOut(): Promise<void>;
  /**
   * A token good for at least half a minute; null when nobody is signed in. Rejects with `ApiError`
   * `network` or the like when a new one is needed and cannot be had.
   */
  accessToken(): Promise<string | null>;
  /** As {@link Session.accessToken}, but never `stale`, which the desk has refused. */
  renewToken(stale: string | null): Promise<string | null>;
  /** Makes sure of a fresh token now, e.g. after the computer slept. */
  refreshIfDue(): void;
  /** The person changed at the desk; kept with the next refresh. */
  updateUser(user: User): void;
  /** Days without a word of the desk after which what is kept here locks. */
  setLockDays(days: number): void;
}

interface AccessToken {
  token: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** Milliseconds before its end from which a token counts as run out. */
const MARGIN = 30_000;
/** Milliseconds before its end at which a token is renewed without being asked for. */
const RENEW_BEFORE = 90_000;
/** Milliseconds between tries of that while the desk is out of reach. */
const RETRY = 20_000;
/** Milliseconds between two looks at the clock. */
const LOOK_EVERY = 60_000;
/** Milliseconds between two notes of the latest moment that the clock has shown. */
const NOTE_EVERY = 60 * 60_000;

type Ending = NonNullable<StoredSession['ended']>;

/** Refusals of a refresh token that are final. Anything else may be a proxy or a bad day. */
function endOf(error: unknown): Ending | null {
  if (!(error instanceof ApiError)) return null;
  if (error.code === 'account_blocked') return 'blocked';
  if (error.code === 'session_revoked' && error.details['reason'] === 'wiped') return 'wiped';
  const final = error.code === 'invalid_refresh_token' || error.code === 'session_revoked';
  return final && error.status === 401 ? 'revoked' : null;
}

/** The one owner of the person's tokens. */
export function createSession(options: SessionOptions): Session {
  const { serverUrl, api, store, events } = options;
  let stored: StoredSession | null = null;
  let access: AccessToken | null = null;
  let state: SessionState = { status: 'signedOut', reason: 'none' };
  let refreshing: Promise<string | null> | null = null;
  let starting: Promise<Result<DeviceSignIn>> | null = null;
  let signingIn: AbortController | null = null;
  /** Counts sign-ins and endings, so that an answer that comes late knows it is nobody's. */
  let generation = 0;
  let timer: NodeJS.Timeout | undefined;
  const now = options.now ?? (() => Date.now());

  function change(next: SessionState): void {
    state = next;
    events.changed(next);
  }

  function signedIn(user: User): void {
    change({ status: 'signedIn', user, serverUrl, storage: store.storage });
  }

  /**
   * Keeps the successor before anything else may use it: after a crash the desk gives the same
   * successor again, but only as long as it was never used. A successor that could not be kept
   * stays unused too: the next refresh then repeats with the old token.
   */
  async function accept(tokens: Tokens): Promise<string> {
    const { refreshToken, sessionId, user } = tokens;
    const contact = freshContact(now(), stored?.contact.lockDays);
    const next: StoredSession = { serverUrl, sessionId, refreshToken, user, contact };
    await store.save(next);
    stored = next;
    access = { token: tokens.accessToken, expiresAt: Date.now() + tokens.expiresIn * 1_000 };
    schedule(Math.max(tokens.expiresIn * 1_000 - RENEW_BEFORE, RETRY));
    return tokens.accessToken;
  }

  function schedule(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh().catch(() => schedule(RETRY)), ms);
  }

  async function end(reason: 'none' | Ending): Promise<void> {
    clearTimeout(timer);
    generation += 1;
    const last = stored;
    stored = null;
    access = null;
    change({ status: 'signedOut', reason });
    if (last === null || reason === 'none') return void (await attempt(() => store.clear()));
    const ended = { ...last, ended: reason };
    await attempt(() => store.save(ended));
    if (reason === 'wiped') await wipe(ended);
  }

  /** The token goes last: after a crash in between the desk says once more what is to be done. */
  async function wipe(session: StoredSession): Promise<void> {
    const erased = await attempt(async () => {
      await options.erase(session.user.id);
      await api.logout(session.refreshToken);
    });
    if (erased.ok && stored === null) await attempt(() => store.clear());
  }

  /** A session that is over: the desk may want more than its end by now. */
  async function askAgain(session: StoredSession): Promise<void> {
    if (session.ended === 'wiped') return wipe(session);
    try {
      const tokens = await api.refresh(session.refreshToken);
      await attempt(() => api.logout(tokens.refreshToken));
    } catch (error) {
      if (endOf(error) !== 'wiped' || stored !== null) return;
      change({ status: 'signedOut', reason: 'wiped' });
      await wipe(session);
    }
  }

  /** Too long without a word of the desk: what is kept here closes until there is one. */
  function lockIfOverdue(): void {
    if (stored === null) return;
    const { contact } = stored;
    if (state.status === 'signedIn' && isOverdue(contact, now())) {
      change({ status: 'signedOut', reason: 'locked' });
    }
    if (now() - contact.latest < NOTE_EVERY) return;
    stored = { ...stored, contact: { ...contact, latest: now() } };
    const noted = stored;
    void attempt(() => store.save(noted));
  }
  setInterval(lockIfOverdue, LOOK_EVERY).unref();

  async function refreshNow(session: StoredSession): Promise<string | null> {
    const mine = generation;
    try {
      const tokens = await api.refresh(session.refreshToken);
      if (mine !== generation) {
        // Signed out meanwhile: the successor must not stay alive either.
        await attempt(() => api.logout(tokens.refreshToken));
        return null;
      }
      const before = stored?.user;
      const token = await accept(tokens);
      const locked = state.status !== 'signedIn';
      if (locked) signingIn?.abort();
      if (locked || JSON.stringify(before) !== JSON.stringify(tokens.user)) signedIn(tokens.user);
      events.renewed(token);
      return token;
    } catch (error) {
      const reason = endOf(error);
      if (reason === null) throw error;
      if (mine === generation) await end(reason);
      return null;
    }
  }

  /** One refresh at a time, however many ask. */
  function refresh(): Promise<string | null> {
    if (stored === null) return Promise.resolve(null);
    refreshing ??= refreshNow(stored).finally(() => (refreshing = null));
    return refreshing;
  }

  async function follow(grant: Awaited<ReturnType<AuthApi['startDevice']>>, startedAt: number) {
    const controller = new AbortController();
    signingIn = controller;
    const outcome = await pollDevice(api, grant, {
      signal: controller.signal,
      startedAt,
      pause: options.pause,
    });
    if (outcome.kind === 'cancelled' || controller.signal.aborted) {
      if (outcome.kind === 'approved') await attempt(() => api.logout(outcome.tokens.refreshToken));
      return;
    }
    signingIn = null;
    if (outcome.kind === 'ended') return change({ status: 'signedOut', reason: outcome.reason });
    generation += 1;
    try {
      await accept(outcome.tokens);
      signedIn(outcome.tokens.user);
    } catch {
      // The tokens could not be kept: better nobody than a session that dies with the window.
      change({ status: 'signedOut', reason: 'none' });
      await attempt(() => api.logout(outcome.tokens.refreshToken));
    }
  }

  async function begin(): Promise<Result<DeviceSignIn>> {
    const startedAt = Date.now();
    const grant = await attempt(() => api.startDevice(options.deviceName));
    if (!grant.ok) return grant;
    const { userCode, verificationUrl, expiresIn } = grant.value;
    const expiresAt = new Date(startedAt + expiresIn * 1_000).toISOString();
    const device = { userCode, verificationUrl, expiresAt };
    change({ status: 'signingIn', device });
    void follow(grant.value, startedAt);
    return ok(device);
  }

  return {
    async open() {
      const kept = await store.load(serverUrl);
      if (kept === null) return events.changed(state);
      if (kept.ended !== undefined) {
        change({ status: 'signedOut', reason: kept.ended });
        return void askAgain(kept);
      }
      stored = kept;
      if (isOverdue(kept.contact, now())) change({ status: 'signedOut', reason: 'locked' });
      else signedIn(kept.user);
      schedule(0);
    },
    state: () => state,
    async signIn() {
      if (state.status === 'signedIn') return fail('invalid_ipc', 0, { state: 'signedIn' });
      if (state.status === 'signingIn') return ok(state.device);
      starting ??= begin().finally(() => (starting = null));
      return starting;
    },
    cancelSignIn() {
      if (state.status !== 'signingIn') return;
      signingIn?.abort();
      signingIn = null;
      change({ status: 'signedOut', reason: 'none' });
    },
    async signOut() {
      const session = stored;
      if (session === null) return;
      // Here first: it must not hang on a desk that does not answer.
      await end('none');
      await attempt(() => api.logout(session.refreshToken));
    },
    async accessToken() {
      if (access !== null && access.expiresAt - Date.now() > MARGIN) return access.token;
      return refresh();
    },
    async renewToken(stale) {
      if (access !== null && access.token !== stale && access.expiresAt - Date.now() > MARGIN) {
        return access.token;
      }
      return refresh();
    },
    refreshIfDue() {
      // Asleep it has not looked at the clock.
      lockIfOverdue();
      if (stored === null) return;
      if (access !== null && access.expiresAt - Date.now() > RENEW_BEFORE) return;
      void refresh().catch(() => schedule(RETRY));
    },
    updateUser(user) {
      if (stored === null || stored.user.id !== user.id) return;
      stored = { ...stored, user };
      signedIn(user);
    },
    setLockDays(lockDays) {
      if (stored === null || stored.contact.lockDays === lockDays) return;
      stored = { ...stored, contact: { ...stored.contact, lockDays } };
      const noted = stored;
      void attempt(() => store.save(noted));
    },
  };
}
