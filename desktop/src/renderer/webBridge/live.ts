import type { ClientToServerEvents, ServerToClientEvents } from '@tikethet/shared/events';
import { io, type Socket } from 'socket.io-client';
import type { BridgeEmitter } from './emitter';
import type { WebSession } from './session';

/** Milliseconds: a short break is not worth telling. */
const OFFLINE_AFTER = 3_000;

/** The live feed of this tab: connects while somebody is signed in, reads on where it stopped. */
export class LiveFeed {
  readonly #emitter: BridgeEmitter;
  readonly #session: WebSession;
  #socket: Socket<ServerToClientEvents, ClientToServerEvents> | null = null;
  #cursor: string | null = null;
  #placed: Promise<void> = Promise.resolve();
  #viewing: string | null = null;
  #lastOnlineAt: string | null = null;
  #offline: ReturnType<typeof setTimeout> | undefined;

  constructor(emitter: BridgeEmitter, session: WebSession) {
    this.#emitter = emitter;
    this.#session = session;
  }

  /**
   * Resolves when it is known from where on events will come: what is read after that cannot miss
   * one. Without a network it resolves too, and a `reset` follows the connection.
   */
  placed(): Promise<void> {
    return this.#placed;
  }

  start(): void {
    if (this.#socket) return;
    this.#tell('connecting');
    this.#placed = this.#session.api('GET /sync', {}).then(
      ({ nextCursor }) => {
        this.#cursor ??= nextCursor;
        this.#socket?.connect();
      },
      () => void this.#socket?.connect(),
    );
    const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io({
      autoConnect: false,
      transports: ['websocket'],
      reconnectionDelay: 500,
      reconnectionDelayMax: 10_000,
      auth: (give) => {
        const cursor = this.#cursor;
        give({
          token: this.#session.tokens.access() ?? '',
          ...(cursor === null ? {} : { cursor }),
        });
      },
    });
    this.#socket = socket;
    socket.on('ready', ({ cursor }) => {
      // Without a cursor of our own, what was read before this moment may have missed something.
      if (this.#cursor === null) this.#emitter.emit('reset', null);
      this.#cursor = cursor;
      this.#tell('online');
      if (this.#viewing !== null) socket.emit('viewing', { ticketId: this.#viewing });
    });
    socket.on('event', (event) => {
      this.#cursor = event.cursor;
      this.#emitter.emit('events', [event]);
    });
    socket.on('reset', ({ reason, cursor }) => {
      this.#cursor = cursor;
      this.#emitter.emit('reset', null);
      // New rights come with a new token; renewing tells the screen who the person is now.
      if (reason === 'rights_changed') void this.#session.tokens.renew().catch(() => undefined);
    });
    socket.on('typing', (notice) => this.#emitter.emit('typing', notice));
    socket.on('presence', (state) => this.#emitter.emit('presence', state));
    socket.on('disconnect', (reason) => {
      this.#tell('connecting');
      if (reason === 'io server disconnect') void this.#comeBack(socket);
    });
    socket.on('connect_error', () => {
      this.#tell('connecting');
      // `active` is false when the server refused; otherwise Socket.IO tries again by itself.
      if (!socket.active) void this.#comeBack(socket);
    });
  }

  stop(): void {
    clearTimeout(this.#offline);
    this.#offline = undefined;
    this.#socket?.close();
    this.#socket = null;
    this.#cursor = null;
    this.#viewing = null;
  }

  /** A fresh token for the connection that stands. */
  renewed(token: string): void {
    if (!this.#socket?.connected) return;
    this.#socket.timeout(5_000).emit('auth.renew', { token }, () => undefined);
  }

  typing(ticketId: string): void {
    this.#socket?.volatile.emit('typing', { ticketId });
  }

  viewing(ticketId: string | null): void {
    this.#viewing = ticketId;
    if (this.#socket?.connected) this.#socket.emit('viewing', { ticketId });
  }

  /** The server ended the connection: with a fresh token, or not at all. */
  async #comeBack(socket: Socket): Promise<void> {
    const token = await this.#session.tokens.renew().catch(() => undefined);
    if (token === null || this.#socket !== socket) return;
    setTimeout(() => this.#socket === socket && socket.connect(), token === undefined ? 3_000 : 0);
  }

  #tell(status: 'connecting' | 'online'): void {
    if (status === 'online') {
      clearTimeout(this.#offline);
      this.#offline = undefined;
      this.#lastOnlineAt = new Date().toISOString();
      this.#emitter.emit('connection', { status, lastOnlineAt: null });
      return;
    }
    if (this.#offline !== undefined) return;
    // What was true until the connection broke: events came until now.
    if (this.#lastOnlineAt !== null) this.#lastOnlineAt = new Date().toISOString();
    const lastOnlineAt = this.#lastOnlineAt;
    this.#emitter.emit('connection', { status, lastOnlineAt });
    this.#offline = setTimeout(
      () => this.#emitter.emit('connection', { status: 'offline', lastOnlineAt }),
      OFFLINE_AFTER,
    );
  }
}
