import type { ClientToServerEvents, ServerToClientEvents } from '@tikethet/shared/events';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import type { ApiClient } from '@tikethet/shared/client';
import type { ConnectionState } from '../bridge';
import { backoffDelay, type Backoff } from './backoff';
import { createHttpFeed } from './httpFeed';
import type { TokenSource } from './tokenSource';

export interface ConnectionHandlers {
  /** One entry of the feed, unchecked. */
  event(value: unknown): void;
  /** Caught up with the feed; the position now. */
  ready(cursor: string): void;
  /** What is known cannot be continued; the position to go on from, and why, as far as it is known. */
  reset(cursor: string, reason: string | null): void;
  typing(value: unknown): void;
  presence(value: unknown): void;
  state(state: ConnectionState): void;
}

export interface ConnectionOptions {
  serverUrl: string;
  tokens: TokenSource;
  /** The way round for those whose network lets no socket through. */
  api: ApiClient;
  /** The cursor to connect with; null starts at now. */
  cursor: () => string | null;
  handlers: ConnectionHandlers;
  backoff?: Backoff;
  /** Milliseconds between two looks at the feed without a socket. */
  lookEvery?: number;
  now?: () => Date;
}

export interface Connection {
  start(): void;
  /** The computer woke up or changed its network: don't trust the old socket, don't wait. */
  wake(): void;
  /** Tells the server of a fresh token while the connection stays. */
  renewed(token: string): void;
  typing(ticketId: string): void;
  viewing(ticketId: string | null): void;
  stop(): void;
}

/** Milliseconds for the handshake, for `ready` after it, and for the answer to a renewal. */
const TIME_LIMIT = 15_000;

const position = z.object({
  cursor: z.string().min(1),
  reason: z.string().nullable().default(null),
});
const refusal = z.object({ data: z.object({ code: z.string() }) });
/** Refusals that a new token cannot cure at once. */
const PATIENT = new Set(['rate_limited', 'unavailable', 'internal']);

/**
 * The live connection. Socket.IO's own reconnection is off: it neither comes back after the server
 * has refused or ended a socket, nor asks for a new token first.
 */
export function createConnection(options: ConnectionOptions): Connection {
  const { handlers, tokens, backoff = { base: 500, max: 15_000 } } = options;
  const now = options.now ?? (() => new Date());
  let token: string | null = null;
  let refused = false;
  let attempts = 0;
  let stopped = false;
  let connecting = false;
  let retryTimer: NodeJS.Timeout | undefined;
  let readyTimer: NodeJS.Timeout | undefined;
  let viewed: string | null = null;
  let state: ConnectionState = { status: 'connecting', lastOnlineAt: null };

  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io(options.serverUrl, {
    autoConnect: false,
    reconnection: false,
    transports: ['websocket'],
    forceNew: true,
    timeout: TIME_LIMIT,
    auth: (give) => give({ token, cursor: options.cursor() ?? undefined }),
  });

  function setStatus(status: ConnectionState['status']): void {
    const fresh = status === 'online' || state.status === 'online';
    if (status === state.status) return;
    state = { status, lastOnlineAt: fresh ? now().toISOString() : state.lastOnlineAt };
    handlers.state(state);
  }

  const httpFeed = createHttpFeed({
    api: options.api,
    cursor: options.cursor,
    event: (value) => handlers.event(value),
    ready(cursor) {
      handlers.ready(cursor);
      setStatus('online');
    },
    reset: (cursor, reason) => handlers.reset(cursor, reason),
    failed: () => setStatus('offline'),
    every: options.lookEvery,
  });

  /** No socket: whether there is a desk at all, HTTP tells. */
  function noSocket(): void {
    if (!httpFeed.isRunning()) setStatus('offline');
    httpFeed.start();
    later();
  }

  function later(): void {
    clearTimeout(retryTimer);
    clearTimeout(readyTimer);
    connecting = false;
    if (stopped) return;
    retryTimer = setTimeout(() => void attempt(), backoffDelay(attempts, backoff));
    attempts += 1;
  }

  async function attempt(): Promise<void> {
    clearTimeout(retryTimer);
    if (stopped || connecting) return;
    connecting = true;
    try {
      token = refused ? await tokens.renew(token) : await tokens.current();
    } catch {
      httpFeed.stop();
      setStatus('offline');
      later();
      return;
    }
    // Without a token the session is over; its owner will stop this connection.
    if (stopped || token === null) {
      connecting = false;
      return;
    }
    refused = false;
    readyTimer = setTimeout(() => fallBack(), TIME_LIMIT * 2);
    socket.connect();
  }

  function fallBack(): void {
    // Its own `disconnect` event says "io client disconnect" and starts nothing.
    socket.disconnect();
    noSocket();
  }

  function caughtUp(): void {
    clearTimeout(readyTimer);
    attempts = 0;
    connecting = false;
    setStatus('online');
    socket.emit('viewing', { ticketId: viewed });
  }

  socket.on('connect_error', (error) => {
    const coded = refusal.safeParse(error);
    refused = coded.success && !PATIENT.has(coded.data.data.code);
    if (!coded.success) return noSocket();
    httpFeed.stop();
    setStatus('offline');
    later();
  });
  // From here on the socket tells, and from where the other way has come.
  socket.on('connect', () => httpFeed.stop());
  socket.on('disconnect', (reason) => {
    if (reason === 'io client disconnect') return;
    // The server ends sockets when it stops, and when a session is over: ask which.
    refused = reason === 'io server disconnect';
    setStatus('connecting');
    later();
  });
  socket.on('ready', (value) => {
    const parsed = position.safeParse(value);
    if (!parsed.success) return fallBack();
    handlers.ready(parsed.data.cursor);
    caughtUp();
  });
  socket.on('reset', (value) => {
    const parsed = position.safeParse(value);
    if (!parsed.success) return fallBack();
    handlers.reset(parsed.data.cursor, parsed.data.reason);
    caughtUp();
  });
  socket.on('event', (value) => handlers.event(value));
  socket.on('typing', (value) => handlers.typing(value));
  socket.on('presence', (value) => handlers.presence(value));

  return {
    start() {
      handlers.state(state);
      void attempt();
    },
    wake() {
      if (stopped || connecting) return;
      attempts = 0;
      httpFeed.stop();
      if (state.status === 'online') setStatus('connecting');
      socket.disconnect();
      void attempt();
    },
    renewed(fresh) {
      token = fresh;
      if (!socket.connected) return;
      socket.timeout(TIME_LIMIT).emit('auth.renew', { token: fresh }, (error, answer) => {
        // No answer: the ping will find out. A refusal: connect anew with the new token.
        if (error === null && !answer.ok) fallBack();
      });
    },
    typing(ticketId) {
      if (socket.connected) socket.emit('typing', { ticketId });
    },
    viewing(ticketId) {
      viewed = ticketId;
      if (socket.connected) socket.emit('viewing', { ticketId });
    },
    stop() {
      stopped = true;
      clearTimeout(retryTimer);
      clearTimeout(readyTimer);
      httpFeed.stop();
      socket.disconnect();
    },
  };
}
