import type { PersonRef, Ticket } from '@tikethet/shared/contracts';
import type { ConnectionState, OutboxState, Result, StoreState } from '../../bridge';
import type { FeedEvent, PresenceState, TypingNotice } from '@tikethet/shared/events';
import { fail } from '../../ipc/result';
import { fromEngine, type EngineCall, type FromEngine, type ToEngine } from '../../sync/protocol';
import type { Outcome } from '../../sync/outbox/outbox';
import type { TokenSource } from '../../sync/tokenSource';

/** A running engine process. */
export interface EngineProcess {
  send(message: ToEngine): void;
  kill(): void;
}

/** Starts an engine process; `exited` comes once, whatever ended it. */
export type Launch = (on: {
  message(value: unknown): void;
  exited(code: number): void;
}) => EngineProcess;

export interface SyncHostEvents {
  events(events: readonly FeedEvent[], replayed: boolean): void;
  caughtUp(): void;
  connection(state: ConnectionState): void;
  reset(): void;
  typing(notice: TypingNotice): void;
  presence(state: PresenceState): void;
  outbox(state: OutboxState): void;
  /** What became of commands that were kept. */
  outcomes(outcomes: readonly Outcome[]): void;
  /** How tickets are shown now that the person's unsent changes are others. */
  shown(tickets: readonly Ticket[]): void;
  store(state: StoreState): void;
  /** The process ended by itself; it is started anew. */
  crashed(code: number): void;
  /** What threw in the process, with its stack. */
  defect(text: string): void;
}

export interface SyncHostOptions {
  launch: Launch;
  serverUrl: string;
  /** The folder of a person's store. */
  folderOf: (userId: string) => string;
  tokens: TokenSource;
  events: SyncHostEvents;
  /** Milliseconds before a crashed process is started again. */
  restartDelay?: number;
}

export interface SyncHost {
  /** Works for this person from now on. */
  start(me: PersonRef): void;
  /** Resolves when the process has let go of the store. */
  stop(): Promise<void>;
  call(call: EngineCall, onProgress?: (share: number) => void): Promise<Result<unknown>>;
  /** The state last heard of. */
  connection(): ConnectionState;
  outbox(): OutboxState;
  store(): StoreState;
  renewed(token: string): void;
  typing(ticketId: string): void;
  viewing(ticketId: string | null): void;
  wake(): void;
}

interface Waiting {
  resolve: (result: Result<unknown>) => void;
  onProgress: ((share: number) => void) | undefined;
}

const NOTHING: OutboxState = { unsent: 0, held: 0, items: [] };
const SOUND: StoreState = { problem: null, loading: false };

/** Calls that wait for an answer at once; more are refused. */
const MOST_CALLS = 500;
/** Milliseconds for the engine to keep its cursor before the process is ended. */
const STOP_LIMIT = 1_000;

function isStopped(value: unknown): boolean {
  const parsed = fromEngine.safeParse(value);
  return parsed.success && parsed.data.type === 'stopped';
}

/** Main's end of the sync engine: starts it, restarts it, and pairs calls with answers. */
export function createSyncHost(options: SyncHostOptions): SyncHost {
  const { events, tokens, restartDelay = 1_000 } = options;
  const waiting = new Map<number, Waiting>();
  let engine: EngineProcess | null = null;
  let me: PersonRef | null = null;
  let lastId = 0;
  let viewed: string | null = null;
  let connection: ConnectionState = { status: 'connecting', lastOnlineAt: null };
  let outbox = NOTHING;
  let store = SOUND;
  /** When the last process has ended. */
  let stopped: Promise<void> = Promise.resolve();
  let restart: NodeJS.Timeout | undefined;

  function tellConnection(state: ConnectionState): void {
    connection = state;
    events.connection(state);
  }

  /** Nothing is known of what was under way; repeating it with its key is safe. */
  function abandonCalls(): void {
    for (const { resolve } of waiting.values()) resolve(fail('network'));
    waiting.clear();
  }

  async function giveToken(
    to: EngineProcess,
    { id, renew, stale }: FromEngine & { type: 'tokenWanted' },
  ): Promise<void> {
    try {
      const token = await (renew ? tokens.renew(stale) : tokens.current());
      const answer = token === null ? { kind: 'over' as const } : { kind: 'token' as const, token };
      to.send({ type: 'token', id, answer });
    } catch {
      to.send({ type: 'token', id, answer: { kind: 'offline' } });
    }
  }

  function receive(from: EngineProcess, value: unknown): void {
    // An engine that was told to stop has closed its files.
    if (engine !== from) return isStopped(value) ? from.kill() : undefined;
    const parsed = fromEngine.safeParse(value);
    // Both ends come from one build: an engine that speaks another language is broken.
    if (!parsed.success) return from.kill();
    const message = parsed.data;
    switch (message.type) {
      case 'answer':
        waiting.get(message.id)?.resolve(message.result);
        waiting.delete(message.id);
        return;
      case 'progress':
        return waiting.get(message.id)?.onProgress?.(message.share);
      case 'tokenWanted':
        return void giveToken(from, message);
      case 'events':
        return events.events(message.events, message.replayed);
      case 'caughtUp':
        return events.caughtUp();
      case 'connection':
        return tellConnection(message.state);
      case 'reset':
        return events.reset();
      case 'outbox':
        outbox = message.state;
        return events.outbox(outbox);
      case 'outcomes':
        return events.outcomes(message.outcomes);
      case 'shown':
        return events.shown(message.tickets);
      case 'store':
        store = message.state;
        return events.store(store);
      case 'typing':
        return events.typing(message.notice);
      case 'presence':
        return events.presence(message.state);
      case 'defect':
        return events.defect(message.text);
      case 'stopped':
        return;
    }
  }

  function run(person: PersonRef): void {
    const { serverUrl } = options;
    let ended = (): void => undefined;
    stopped = new Promise((resolve) => (ended = resolve));
    const started: EngineProcess = options.launch({
      message: (value) => receive(started, value),
      exited: (code) => {
        ended();
        if (engine !== started) return;
        engine = null;
        abandonCalls();
        events.crashed(code);
        tellConnection({ ...connection, status: 'connecting' });
        restart = setTimeout(() => me !== null && run(me), restartDelay);
      },
    });
    engine = started;
    const folder = options.folderOf(person.id);
    started.send({ type: 'start', serverUrl, me: person, folder });
    if (viewed !== null) started.send({ type: 'viewing', ticketId: viewed });
  }

  function stop(): Promise<void> {
    clearTimeout(restart);
    const stopping = engine;
    engine = null;
    me = null;
    viewed = null;
    abandonCalls();
    connection = { status: 'connecting', lastOnlineAt: null };
    [outbox, store] = [NOTHING, SOUND];
    if (stopping === null) return stopped;
    stopping.send({ type: 'stop' });
    const end = stopped;
    const timer = setTimeout(() => stopping.kill(), STOP_LIMIT);
    void end.then(() => clearTimeout(timer));
    return end;
  }

  return {
    start(person) {
      if (me?.id === person.id) return;
      const idle = engine === null;
      const end = stop();
      me = person;
      if (idle) return run(person);
      // Two processes must not work on one store.
      void end.then(() => me === person && engine === null && run(person));
    },
    stop,
    call(call, onProgress) {
      if (engine === null) {
        return Promise.resolve(me === null ? fail('unauthorized', 401) : fail('network'));
      }
      if (waiting.size >= MOST_CALLS) return Promise.resolve(fail('rate_limited', 429));
      const id = (lastId += 1);
      const sender = engine;
      return new Promise((resolve) => {
        waiting.set(id, { resolve, onProgress });
        sender.send({ type: 'call', id, call });
      });
    },
    connection: () => connection,
    outbox: () => outbox,
    store: () => store,
    renewed: (token) => engine?.send({ type: 'renewed', token }),
    typing: (ticketId) => engine?.send({ type: 'typing', ticketId }),
    viewing(ticketId) {
      viewed = ticketId;
      engine?.send({ type: 'viewing', ticketId });
    },
    wake: () => engine?.send({ type: 'wake' }),
  };
}
