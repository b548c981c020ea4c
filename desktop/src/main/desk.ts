import { rm } from 'node:fs/promises';
import { ticket, user as userSchema } from '@tikethet/shared/contracts';
import type { FeedEvent } from '@tikethet/shared/events';
import type { Result, SessionState } from '../bridge';
import type { IpcPush } from '../ipc/channels';
import type { TokenSource } from '../sync/tokenSource';
import type { Log } from './log';
import type { TicketLabel } from './notifications/kinds';
import { createNotificationCenter } from './notifications/notificationCenter';
import type { Notifier } from './notifications/notifier';
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
  isFocused: () => boolean;
  push: (push: IpcPush) => void;
  showWindow(): void;
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
  /** The ticket on screen. */
  viewing(ticketId: string | null): void;
  /** Tells a page that has just loaded what it missed. */
  greet(): void;
  /** The computer woke up. */
  wake(): void;
}

/** Milliseconds that a notification waits for its ticket's number. */
const LOOK_UP_LIMIT = 3_000;

export function createDesk(options: DeskOptions): Desk {
  const { push, log } = options;
  let viewed: string | null = null;
  /** Whose store is open. */
  let personId: string | null = null;

  const folderOf = (userId: string) => personFolder(options.storeFolder, userId, options.serverUrl);

  const session = createSession({
    serverUrl: options.serverUrl,
    deviceName: options.deviceName,
    api: options.api,
    store: options.store,
    events: { changed: sessionChanged, renewed: (token) => sync.renewed(token) },
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
      event,
      caughtUp: () => notifications.caughtUp(),
      connection: (value) => push({ name: 'connection', value }),
      reset() {
        push({ name: 'reset', value: null });
        void refreshUser();
      },
      typing: (value) => push({ name: 'typing', value }),
      presence: (value) => push({ name: 'presence', value }),
      outbox: (value) => push({ name: 'outbox', value }),
      outcome,
      shown: (value) => push({ name: 'shown', value }),
      store: (value) => push({ name: 'store', value }),
      crashed: (code) => log.error('sync engine ended', code),
    },
  });
  const notifications = createNotificationCenter({
    notifier: options.notifier,
    context() {
      const state = session.state();
      if (state.status !== 'signedIn') return null;
      return {
        userId: state.user.id,
        enabled: options.preferences.get().notifications,
        watchedTicketId: options.isFocused() ? viewed : null,
        texts: options.texts(),
      };
    },
    findTicket,
    open: openFromNotice,
  });

  function openFromNotice(ticketId: string | null): void {
    options.showWindow();
    if (ticketId !== null) push({ name: 'openTicket', value: { ticketId } });
  }

  /**
   * A session that the desk has ended locks the store: the same person finds it, with everything
   * unsent, after the next sign-in. Only the person's own word erases it.
   */
  async function leave(userId: string | null, signedOut: boolean): Promise<void> {
    await sync.stop();
    if (userId === null || !signedOut) return;
    await rm(folderOf(userId), { recursive: true, force: true }).catch((error: unknown) =>
      log.error('store not erased', error),
    );
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
      viewed = null;
    }
    push({ name: 'session', value: state });
    options.sessionChanged(state);
  }

  function event(value: FeedEvent, replayed: boolean): void {
    push({ name: 'event', value });
    if (value.type === 'user.changed') session.updateUser(value.data);
    notifications.event(value, replayed);
  }

  function outcome(key: string, result: Result<unknown>): void {
    push({ name: 'outcome', value: { key, result } });
    if (result.ok) return;
    const t = options.texts();
    const ticketId = sync.outbox().items.find((item) => item.key === key)?.ticketId ?? null;
    const content = { title: t('unsent.heldTitle'), body: t('unsent.heldBody'), ticketId };
    options.notifier.show(content, () => openFromNotice(ticketId));
  }

  /** After a reset the person's own role may be another. */
  async function refreshUser(): Promise<void> {
    const result = await sync.call({ method: 'read', route: 'GET /auth/me', input: {} });
    const parsed = userSchema.safeParse(result.ok ? result.value : null);
    if (parsed.success) session.updateUser(parsed.data);
  }

  async function findTicket(id: string): Promise<TicketLabel | null> {
    const late = new Promise<null>((resolve) => setTimeout(resolve, LOOK_UP_LIMIT, null));
    const read = sync.call({ method: 'read', route: 'GET /tickets/{id}', input: { id } });
    const result = await Promise.race([read, late]);
    const parsed = ticket.safeParse(result?.ok ? result.value : null);
    return parsed.success ? { number: parsed.data.number } : null;
  }

  function viewing(ticketId: string | null): void {
    viewed = ticketId;
    sync.viewing(ticketId);
  }

  return {
    session,
    sync,
    tokens,
    storeFolder: () => (personId === null ? null : folderOf(personId)),
    viewing,
    greet() {
      viewing(null);
      push({ name: 'session', value: session.state() });
      push({ name: 'connection', value: sync.connection() });
      push({ name: 'outbox', value: sync.outbox() });
      push({ name: 'store', value: sync.store() });
    },
    wake() {
      session.refreshIfDue();
      sync.wake();
    },
  };
}
