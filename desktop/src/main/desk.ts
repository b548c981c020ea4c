import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { deskSettings, notification, user as userSchema } from '@tikethet/shared/contracts';
import type { FeedEvent, PresenceState } from '@tikethet/shared/events';
import { z } from 'zod';
import type { SessionState } from '../bridge';
import type { SoundName } from '../bridge/native';
import type { IpcPush } from '../ipc/channels';
import type { Outcome } from '../sync/outbox/outbox';
import type { TokenSource } from '../sync/tokenSource';
import type { Log } from './log';
import { createNotificationCenter } from './notifications/notificationCenter';
import type { Notifier } from './notifications/notifier';
import { createUnreadCount } from './notifications/unreadCount';
import { personFolder } from './personFolder';
import type { PreferenceStore } from './preferences';
import type { AuthApi } from './session/authApi';
import { createSession, type Session } from './session/session';
import type { SessionStore } from './session/sessionStore';
import { createSyncHost, type Launch, type SyncHost } from './sync/syncHost';
import type { Texts } from './texts';

export interface DeskOptions {
  serverUrl: string;
  deviceName: string;
  /** The folder under which every person's store has a folder of its own. */
  storeFolder: string;
  api: AuthApi;
  store: SessionStore;
  launch: Launch;
  notifier: Notifier;
  preferences: PreferenceStore;
  texts: () => Texts;
  /** The page that the person has in front; null: they are in another program. */
  focusedPage: () => number | null;
  push: (push: IpcPush) => void;
  /** Brings a ticket and a message in it to the front; null: just the window. */
  open: (ticketId: string | null, messageId: string | null) => void;
  sound: (name: SoundName) => void;
  /** How many notifications of the desk the person has not read. */
  unread: (count: number) => void;
  /** A trial of the self-test has come by the feed. */
  trialArrived(trialId: string): void;
  /** Every change of the session, after everything here knows of it. */
  sessionChanged(state: SessionState): void;
  log: Log;
}

/** The person's connection to the desk: session, sync engine and notifications put together. */
export interface Desk {
  session: Session;
  sync: SyncHost;
  tokens: TokenSource;
  /** Where the signed-in person's store is; null while nobody is. */
  storeFolder(): string | null;
  /** The ticket that a page shows. */
  viewing(ticketId: string | null, pageId: number): void;
  /** Tells a page that has just loaded what it missed. */
  greet(pageId: number, tell: (push: IpcPush) => void): void;
  /** A page is gone. */
  left(pageId: number): void;
  /** The computer woke up. */
  wake(): void;
}

const listed = z.object({ items: z.array(notification), unread: z.number().int() });

export function createDesk(options: DeskOptions): Desk {
  const { push, log } = options;
  /** What each page shows; the last one is the page that was used last. */
  const viewed = new Map<number, string>();
  /** Who looks at which ticket: told to pages that open later. */
  const looked = new Map<string, PresenceState>();
  /** Whose store is open. */
  let personId: string | null = null;

  const folderOf = (userId: string) => personFolder(options.storeFolder, userId, options.serverUrl);

  const session = createSession({
    serverUrl: options.serverUrl,
    deviceName: options.deviceName,
    api: options.api,
    store: options.store,
    events: { changed: sessionChanged, renewed: (token) => sync.renewed(token) },
    erase,
  });
  const tokens: TokenSource = {
    current: () => session.accessToken(),
    renew: (stale) => session.renewToken(stale),
  };
  const sync = createSyncHost({
    launch: options.launch,
    serverUrl: options.serverUrl,
    folderOf,
    tokens,
    events: {
      events,
      caughtUp: () => notifications.caughtUp(),
      connection(value) {
        push({ name: 'connection', value });
        if (value.status !== 'online') looked.clear();
        if (value.status === 'online') void countUnread();
        if (value.status === 'online') void readSettings();
      },
      reset() {
        push({ name: 'reset', value: null });
        void refreshUser();
      },
      typing: (value) => push({ name: 'typing', value }),
      presence(value) {
        push({ name: 'presence', value });
        if (value.viewers.length === 0) looked.delete(value.ticketId);
        else looked.set(value.ticketId, value);
      },
      outbox(value) {
        push({ name: 'outbox', value });
        unread.queued(value.items);
      },
      outcomes,
      shown: (value) => push({ name: 'shown', value: [...value] }),
      store: (value) => push({ name: 'store', value }),
      crashed: (code) => log.error('sync engine ended', code),
      defect: (text) => log.error('sync engine', text),
    },
  });
  const notifications = createNotificationCenter({
    notifier: options.notifier,
    context() {
      if (session.state().status !== 'signedIn') return null;
      const inFront = viewed.get(options.focusedPage() ?? -1);
      return {
        preferences: options.preferences.get(),
        watched: new Set(inFront === undefined ? [] : [inFront]),
        texts: options.texts(),
      };
    },
    open: options.open,
    reply(ticketId, content) {
      write('POST /tickets/{id}/messages', { id: ticketId, content, internal: false });
    },
    markRead: (ticketId) => write('PUT /notifications/read', { ticketId }),
    sound: options.sound,
  });
  const unread = createUnreadCount(options.unread);

  /** Does what a person did outside of any page; what cannot be sent tells of itself. */
  function write(route: string, input: Record<string, unknown>): void {
    void sync.call({ method: 'write', route, input, key: randomUUID() }).then((result) => {
      if (!result.ok) log.warn('not written', route, result.error.code);
    });
  }

  /**
   * A session that the desk has ended locks the store: the same person finds it, with everything
   * unsent, after the next sign-in. Only the person's own word erases it, or a wipe.
   */
  async function leave(userId: string | null, signedOut: boolean): Promise<void> {
    if (userId === null || !signedOut) return sync.stop();
    await erase(userId).catch((error: unknown) => log.error('store not erased', error));
  }

  async function erase(userId: string): Promise<void> {
    await sync.stop();
    await rm(folderOf(userId), { recursive: true, force: true });
  }

  function sessionChanged(state: SessionState): void {
    log.info('session', state.status, state.status === 'signedOut' ? state.reason : '');
    if (state.status === 'signedIn') {
      const { id, displayName, username, role } = state.user;
      personId = id;
      sync.start({ id, displayName, username, role });
    } else {
      void leave(personId, state.status === 'signedOut' && state.reason === 'none');
      personId = null;
      notifications.clear();
      unread.clear();
      viewed.clear();
    }
    push({ name: 'session', value: state });
    options.sessionChanged(state);
  }

  function events(value: readonly FeedEvent[], replayed: boolean): void {
    push({ name: 'events', value: [...value] });
    for (const event of value) {
      if (event.type === 'user.changed') session.updateUser(event.data);
      if (event.type === 'desk.changed') session.setLockDays(event.data.offlineLockDays);
      if (event.type === 'notification.tried') options.trialArrived(event.data.trialId);
      if (personId !== null) unread.event(event);
      notifications.event(event, replayed);
    }
  }

  function outcomes(value: readonly Outcome[]): void {
    push({ name: 'outcomes', value: value.map(({ key, result }) => ({ key, result })) });
    for (const { ticketId, result } of value) if (!result.ok) notifications.notSent(ticketId);
  }

  /** After a reset the person's own role may be another. */
  async function refreshUser(): Promise<void> {
    const result = await sync.call({ method: 'read', route: 'GET /auth/me', input: {} });
    const parsed = userSchema.safeParse(result.ok ? result.value : null);
    if (parsed.success) session.updateUser(parsed.data);
  }

  /** How long what is kept here stays open without the desk is the desk's to say. */
  async function readSettings(): Promise<void> {
    const result = await sync.call({ method: 'read', route: 'GET /desk', input: {} });
    const parsed = deskSettings.safeParse(result.ok ? result.value : null);
    if (parsed.success) session.setLockDays(parsed.data.offlineLockDays);
  }

  /** The feed tells of changes; where the count stands, only the list. */
  async function countUnread(): Promise<void> {
    const input = { limit: 100 };
    const result = await sync.call({ method: 'read', route: 'GET /notifications', input });
    const parsed = listed.safeParse(result.ok ? result.value : null);
    if (parsed.success) unread.listed(parsed.data.items, parsed.data.unread);
  }

  function viewing(ticketId: string | null, pageId: number): void {
    viewed.delete(pageId);
    if (ticketId !== null) viewed.set(pageId, ticketId);
    sync.viewing([...viewed.values()].at(-1) ?? null);
  }

  return {
    session,
    sync,
    tokens,
    storeFolder: () => (personId === null ? null : folderOf(personId)),
    viewing,
    greet(pageId, tell) {
      viewing(null, pageId);
      tell({ name: 'session', value: session.state() });
      tell({ name: 'connection', value: sync.connection() });
      tell({ name: 'outbox', value: sync.outbox() });
      tell({ name: 'store', value: sync.store() });
      for (const value of looked.values()) tell({ name: 'presence', value });
    },
    left: (pageId) => viewing(null, pageId),
    wake() {
      session.refreshIfDue();
      sync.wake();
    },
  };
}
