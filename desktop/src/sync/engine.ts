import { createApiClient } from '@tikethet/shared/client';
import type { Attachment, PersonRef, Ticket } from '@tikethet/shared/contracts';
import type { FeedEvent, PresenceState, TypingNotice } from '@tikethet/shared/events';
import type { ConnectionState, OutboxState, QueueDecision, Result, StoreState } from '../bridge';
import { fail, ok } from '../ipc/result';
import { writeOperation } from '../ipc/routes';
import { backfill } from './backfill';
import type { Backoff } from './backoff';
import { createConnection } from './connection';
import { presenceState, typingNotice } from './ephemeral';
import { createFeedIntake } from './feedIntake';
import { createDirectOutbox } from './outbox/directOutbox';
import { createDiskOutbox } from './outbox/diskOutbox';
import { filesNamed } from './outbox/pending';
import type { OutboxCommand, Outcome } from './outbox/outbox';
import { createOutboxDesk } from './outboxDesk';
import { createReader } from './reader';
import { createSnapshot } from './snapshot';
import { createAnswers } from './store/answers';
import { evict } from './store/evict';
import { createLocalReads } from './store/localReads';
import { storeProblem } from './store/openStore';
import { openPassingStore, openPersonStore } from './store/personStore';
import type { TokenSource } from './tokenSource';
import { uploadFile, type OutgoingFile } from './upload';

/** What the engine tells its host. */
export interface EngineEvents {
  /** In feed order, each once. `replayed`: it happened while there was no connection. */
  event(event: FeedEvent, replayed: boolean): void;
  /** All that was missed has been told. */
  caughtUp(): void;
  connection(state: ConnectionState): void;
  reset(): void;
  typing(notice: TypingNotice): void;
  presence(state: PresenceState): void;
  outbox(state: OutboxState): void;
  outcome(outcome: Outcome): void;
  /** How a ticket is shown now that the person's unsent changes are others. */
  shown(ticket: Ticket): void;
  store(state: StoreState): void;
}

export interface EngineOptions {
  /** Origin of the desk, without a slash at its end. */
  serverUrl: string;
  /** Who is signed in. */
  me: PersonRef;
  /** The person's own folder. */
  folder: string;
  tokens: TokenSource;
  events: EngineEvents;
  backoff?: { connection?: Backoff; outbox?: Backoff };
}

export interface Engine {
  /** Connects, going on from where the replica stands. */
  start(): void;
  read(route: string, input: Record<string, unknown>): Promise<Result<unknown>>;
  /** `kept`: on disk; what becomes of it is told as an outcome. `done`: the desk's answer. */
  write(
    command: OutboxCommand,
  ): Promise<Result<{ state: 'kept' } | { state: 'done'; value: unknown }>>;
  upload(file: OutgoingFile, onProgress: (share: number) => void): Promise<Result<Attachment>>;
  outboxState(): OutboxState;
  decide(key: string, decision: QueueDecision): Result<null>;
  typing(ticketId: string): void;
  viewing(ticketId: string | null): void;
  /** The host has a fresh access token. */
  renewed(token: string): void;
  wake(): void;
  stop(): Promise<void>;
}

/** Milliseconds between two tellings of the queue, however fast it changes. */
const TELL_QUEUE_EVERY = 100;
/** Milliseconds between two tries of what runs in the background. */
const TRY_AGAIN = 5_000;
/** Milliseconds between two looks for what can leave the store. */
const EVICT_EVERY = 60 * 60_000;

/**
 * The console's half of the way of data: the replica, the outbox and the feed of one signed-in
 * person. Knows nothing of Electron; its host gives tokens and a folder.
 */
export function createEngine(options: EngineOptions): Engine {
  const { serverUrl, me, tokens, events, backoff = {} } = options;
  const baseUrl = `${serverUrl}/api/v1`;
  let token: string | null = null;
  let caughtUp = false;
  let online = false;
  let madeDo = false;
  const stopped = new AbortController();

  /** The token source, remembering its last token for the API client. */
  const source: TokenSource = {
    current: async () => (token = await tokens.current()),
    renew: async (stale) => (token = await tokens.renew(stale)),
  };
  const api = createApiClient({
    baseUrl,
    token: () => token,
    renew: () => source.renew(token),
  });
  const sendFile = (file: OutgoingFile, key: string, onProgress: (share: number) => void) =>
    uploadFile(baseUrl, source, file, onProgress, key);

  const opened = openPersonStore(options.folder, sendFile);
  const store = opened.ok ? opened.store : openPassingStore(sendFile);
  const { replica, queue, files, own } = store;
  let problem: StoreState['problem'] = opened.ok
    ? opened.store.damaged
      ? 'damaged'
      : null
    : opened.problem;

  const snapshot = createSnapshot(api, replica);
  const desk = createOutboxDesk({ replica, queue, me, shown: (ticket) => events.shown(ticket) });
  const local = createLocalReads({
    replica,
    meId: me.id,
    isWhole: () => snapshot.isWhole(),
    views: () => desk.views(),
    own: (id, value) => desk.own(id, value),
  });
  const reader = createReader({
    api,
    local,
    answers: createAnswers(replica.database),
    isOnline: () => online,
    received: (id, input, value) => desk.received(id, input, value),
    madeDo: () => (madeDo = true),
  });

  let queueTimer: NodeJS.Timeout | undefined;
  function tellQueue(): void {
    queueTimer ??= setTimeout(() => {
      queueTimer = undefined;
      events.outbox(outbox.state());
    }, TELL_QUEUE_EVERY);
  }
  const outbox = createDiskOutbox({
    api,
    queue,
    files,
    own,
    desk,
    meId: me.id,
    events: { outcome: (outcome) => events.outcome(outcome), changed: tellQueue },
    backoff: backoff.outbox,
  });
  const direct = createDirectOutbox({ api, backoff: backoff.outbox });

  function tellStore(): void {
    events.store({ problem, loading: snapshot.isRunning() });
  }

  /** The disk refused a change of the replica: the feed is read again from what is kept. */
  function storeFailed(error: unknown): void {
    problem = storeProblem(error) ?? 'unusable';
    tellStore();
    caughtUp = false;
    setTimeout(() => connection.wake(), TRY_AGAIN);
  }

  function reset(): void {
    reader.forget();
    events.reset();
  }

  const intake = createFeedIntake({
    replica,
    meId: me.id,
    isSnapshotRunning: () => snapshot.isRunning(),
    tell: (event) => events.event(desk.overlaid(event), !caughtUp),
    broken() {
      startOver(false);
      reset();
    },
    failed: storeFailed,
  });

  let background: Promise<void> | null = null;
  let backgroundTimer: NodeJS.Timeout | undefined;
  let pages = new AbortController();

  /** Brings the replica to what it should hold: the snapshot, then what came into sight since. */
  async function complete(signal: AbortSignal): Promise<void> {
    const loading = snapshot.isRunning();
    if (loading) tellStore();
    await snapshot.run(signal);
    if (loading) {
      if (problem === 'damaged') problem = null;
      tellStore();
      // Lists may be answered from here now, and hold what no page of the desk's did.
      events.reset();
    }
    await backfill(api, replica, signal);
  }

  function completeSoon(): void {
    if (background !== null || stopped.signal.aborted || !online) return;
    clearTimeout(backgroundTimer);
    const signal = AbortSignal.any([stopped.signal, pages.signal]);
    background = complete(signal)
      .catch((error: unknown) => {
        if (stopped.signal.aborted) return;
        if (storeProblem(error) !== null) return storeFailed(error);
        backgroundTimer = setTimeout(completeSoon, signal.aborted ? 0 : TRY_AGAIN);
      })
      .finally(() => (background = null));
  }

  /** The replica may hold what it must not, or miss what it cannot know: all is read anew. */
  function startOver(forget: boolean): void {
    pages.abort();
    pages = new AbortController();
    replica.write(() => {
      if (forget) for (const id of replica.ticketIds()) replica.dropTicket(id, false);
      snapshot.begin();
    });
  }

  function arrived(cursor: string): void {
    intake.reached(cursor);
    caughtUp = true;
    online = true;
    if (!snapshot.isWhole() && !snapshot.isRunning()) snapshot.begin();
    completeSoon();
    outbox.wake();
    events.caughtUp();
    // What was given without a connection may be old or not all of it.
    if (madeDo) reset();
    madeDo = false;
  }

  const connection = createConnection({
    serverUrl,
    tokens: source,
    cursor: () => intake.cursor(),
    backoff: backoff.connection,
    handlers: {
      event(value) {
        intake.event(value);
        completeSoon();
      },
      ready: arrived,
      reset(position, reason) {
        intake.flush();
        // Who lost rights must not go on reading what was kept under the old ones.
        startOver(reason === 'rights_changed');
        reset();
        arrived(position);
      },
      typing(value) {
        const parsed = typingNotice.safeParse(value);
        if (parsed.success) events.typing(parsed.data);
      },
      presence(value) {
        const parsed = presenceState.safeParse(value);
        if (parsed.success) events.presence(parsed.data);
      },
      state(state) {
        online = state.status === 'online';
        if (!online) caughtUp = false;
        events.connection({ ...state, lastOnlineAt: lastOnline(state.lastOnlineAt) });
      },
    },
  });

  /** When everything kept here was last true, also over a restart. */
  function lastOnline(at: string | null): string | null {
    if (at === null) return replica.getMeta('lastOnlineAt');
    try {
      replica.write(() => replica.setMeta('lastOnlineAt', at));
    } catch (error) {
      storeFailed(error);
    }
    return at;
  }

  /** For changes that do not wait; files that were kept here go first. */
  async function submitNow(command: OutboxCommand): Promise<Result<unknown>> {
    const names = filesNamed(command.input).filter((id) => files.isKept(id));
    for (const id of names) {
      const sent = await files.send(id, () => undefined);
      if (!sent.ok) return sent;
    }
    if (names.length === 0) return direct.submit(command);
    const attachmentIds = filesNamed(command.input).map((id) => files.remoteId(id));
    const result = await direct.submit({ ...command, input: { ...command.input, attachmentIds } });
    if (result.ok) for (const id of names) files.drop(id);
    return result;
  }

  function tidy(): void {
    const latest = replica.database.get<{ at: string | null }>(
      'select max(updated_at) as at from tickets',
    );
    // The newest fact tells the desk's time: a clock set forward here empties nothing.
    const now = new Date(Math.min(Date.now(), Date.parse(latest?.at ?? '') || 0));
    evict(replica, me.id, now);
  }
  const tidying = setInterval(() => {
    try {
      tidy();
    } catch (error) {
      storeFailed(error);
    }
  }, EVICT_EVERY);

  return {
    start() {
      desk.redrawAll();
      const named = new Set(queue.all().flatMap(({ input }) => filesNamed(input)));
      files.clean(named, new Date(Date.now() - 86_400_000).toISOString());
      tellStore();
      events.outbox(outbox.state());
      outbox.wake();
      connection.start();
    },
    read: (route, input) => reader.read(route, input),
    async write(command) {
      const operation = writeOperation(command.route);
      if (operation?.offline !== true) {
        const result = await submitNow(command);
        return result.ok ? ok({ state: 'done', value: result.value }) : result;
      }
      try {
        outbox.keep(command);
        return ok({ state: 'kept' });
      } catch (error) {
        return refused(error);
      }
    },
    async upload(file, onProgress) {
      try {
        const kept = files.keep(file);
        if (!online) return ok(kept);
        const sent = await files.send(kept.id, onProgress);
        // Without the desk the copy here is as good; it refuses now or later.
        if (sent.ok) return ok({ ...sent.value, id: kept.id });
        if (sent.error.status === 0 || sent.error.status >= 500) return ok(kept);
        files.drop(kept.id);
        return sent;
      } catch (error) {
        return refused(error);
      }
    },
    outboxState: () => outbox.state(),
    decide(key, decision) {
      try {
        return outbox.decide(key, decision);
      } catch (error) {
        return refused(error);
      }
    },
    typing: (ticketId) => connection.typing(ticketId),
    viewing: (ticketId) => connection.viewing(ticketId),
    renewed(fresh) {
      token = fresh;
      connection.renewed(fresh);
      outbox.wake();
    },
    wake() {
      connection.wake();
      outbox.wake();
    },
    async stop() {
      stopped.abort();
      clearTimeout(queueTimer);
      clearTimeout(backgroundTimer);
      clearInterval(tidying);
      connection.stop();
      direct.stop();
      intake.flush();
      await outbox.stop();
      await background;
      store.close();
    },
  };

  function refused(error: unknown): { ok: false; error: ReturnType<typeof fail>['error'] } {
    problem = storeProblem(error) ?? 'unusable';
    tellStore();
    return fail('storage', 0, { problem });
  }
}
