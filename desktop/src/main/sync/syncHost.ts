import type { ConnectionState, Result } from '../../bridge';
import type { FeedEvent, PresenceState, TypingNotice } from '@tikethet/shared/events';
import { fail } from '../../ipc/result';
import { fromEngine, type EngineCall, type FromEngine, type ToEngine } from '../../sync/protocol';
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
  event(event: FeedEvent, replayed: boolean): void;
  caughtUp(): void;
  connection(state: ConnectionState): void;
  reset(): void;
  typing(notice: TypingNotice): void;
  presence(state: PresenceState): void;
  /** The process ended by itself; it is started anew. */
  crashed(code: number): void;
}

export interface SyncHostOptions {
  launch: Launch;
  serverUrl: string;
  cursorFile: string;
  tokens: TokenSource;
  events: SyncHostEvents;
  /** Milliseconds before a crashed process is started again. */
  restartDelay?: number;
}

export interface SyncHost {
  /** Works for this person from now on. */
  start(userId: string): void;
  stop(): void;
  call(call: EngineCall, onProgress?: (share: number) => void): Promise<Result<unknown>>;
  /** The state last heard of. */
  connection(): ConnectionState;
  renewed(token: string): void;
  typing(ticketId: string): void;
  viewing(ticketId: string | null): void;
  wake(): void;
}

interface Waiting {
  resolve: (result: Result<unknown>) => void;
  onProgress: ((share: number) => void) | undefined;
}

/** Calls that wait for an answer at once; more are refused. */
const MOST_CALLS = 500;
/** Milliseconds for the engine to keep its cursor before the process is ended. */
const STOP_LIMIT = 1_000;

/** Main's end of the sync engine: starts it, restarts it, and pairs calls with answers. */
export function createSyncHost(options: SyncHostOptions): SyncHost {
  const { events, tokens, restartDelay = 1_000 } = options;
  const waiting = new Map<number, Waiting>();
  let engine: EngineProcess | null = null;
  let userId: string | null = null;
  let lastId = 0;
  let viewed: string | null = null;
  let connection: ConnectionState = { status: 'connecting', lastOnlineAt: null };
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
    if (engine !== from) return;
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
      case 'event':
        return events.event(message.event, message.replayed);
      case 'caughtUp':
        return events.caughtUp();
      case 'connection':
        return tellConnection(message.state);
      case 'reset':
        return events.reset();
      case 'typing':
        return events.typing(message.notice);
      case 'presence':
        return events.presence(message.state);
      case 'stopped':
        return;
    }
  }

  /** `resume`: the screens still hold what came before, so the feed goes on where it was. */
  function run(person: string, resume: boolean): void {
    const { serverUrl, cursorFile } = options;
    const started: EngineProcess = options.launch({
      message: (value) => receive(started, value),
      exited: (code) => {
        if (engine !== started) return;
        engine = null;
        abandonCalls();
        events.crashed(code);
        tellConnection({ ...connection, status: 'connecting' });
        restart = setTimeout(() => userId !== null && run(userId, true), restartDelay);
      },
    });
    engine = started;
    started.send({ type: 'start', serverUrl, userId: person, cursorFile, resume });
    if (viewed !== null) started.send({ type: 'viewing', ticketId: viewed });
  }

  function stop(): void {
    clearTimeout(restart);
    const stopping = engine;
    engine = null;
    userId = null;
    viewed = null;
    abandonCalls();
    connection = { status: 'connecting', lastOnlineAt: null };
    if (stopping === null) return;
    stopping.send({ type: 'stop' });
    setTimeout(() => stopping.kill(), STOP_LIMIT);
  }

  return {
    start(person) {
      if (userId === person) return;
      stop();
      userId = person;
      run(person, false);
    },
    stop,
    call(call, onProgress) {
      if (engine === null) {
        return Promise.resolve(userId === null ? fail('unauthorized', 401) : fail('network'));
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
    renewed: (token) => engine?.send({ type: 'renewed', token }),
    typing: (ticketId) => engine?.send({ type: 'typing', ticketId }),
    viewing(ticketId) {
      viewed = ticketId;
      engine?.send({ type: 'viewing', ticketId });
    },
    wake: () => engine?.send({ type: 'wake' }),
  };
}
