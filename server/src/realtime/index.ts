import type { Server as HttpServer } from 'node:http';
import { AppError } from '@tikethet/shared/errors';
import { ROLES } from '@tikethet/shared/permissions';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { Server } from 'socket.io';
import { z } from 'zod';
import type { Actor, Person } from '../domain/context';
import { feedKeys } from '../domain/tickets/policy';
import { encodeFeedCursor } from '../feed/cursor';
import type { FeedRow } from '../feed/read';
import type { Cluster } from './cluster';
import { FeedDispatcher } from './dispatcher';
import { emitEvent, type SignEvent } from './emitEvent';
import {
  emitTyping,
  serveEphemeral,
  tellPresence,
  type FindTicket,
  type SeeTickets,
} from './ephemeral';
import { replayAndJoin } from './replay';
import { rooms, type DeskServer, type DeskSocket, type SocketData } from './socketState';

export interface RealtimeDeps {
  http: HttpServer;
  db: Knex;
  log: Logger;
  /** Who a bearer token belongs to. @throws AppError when it is not valid now */
  authenticate: (token: string) => Promise<Actor>;
  /** A person as they are now; null when blocked or unknown. */
  loadPerson: (userId: string) => Promise<Person | null>;
  findTicket: FindTicket;
  seeTickets: SeeTickets;
  sign: SignEvent;
  /** Other nodes, when there are any. */
  cluster: Cluster | null;
}

const handshake = z.object({
  token: z.string().min(1).max(4_096),
  cursor: z.string().min(1).max(500).optional(),
});
const renewal = z.object({ token: z.string().min(1).max(4_096) });
const control = z.union([
  z.object({ roles: z.array(z.enum(ROLES)) }),
  z.object({ userId: z.uuid(), sessionId: z.uuid().optional() }),
]);

/** Socket.IO over the feed. `typing` sends a notice that came in by HTTP or from the chat. */
export interface Realtime {
  wake(): void;
  typing(person: Person, visible: NonNullable<Awaited<ReturnType<FindTicket>>>): void;
  stop(): Promise<void>;
}

/** Starts the node's sockets. */
export async function startRealtime(deps: RealtimeDeps): Promise<Realtime> {
  const { db, log, sign } = deps;
  const io: DeskServer = new Server(deps.http, {
    serveClient: false,
    maxHttpBufferSize: 64 * 1024,
    pingInterval: 20_000,
    pingTimeout: 20_000,
    ...(deps.cluster ? { adapter: deps.cluster.adapter } : {}),
  });
  const dispatcher = new FeedDispatcher(db, log, (row) => {
    if (row.audience.includes('control')) steer(row);
    else emitEvent(io, row, dispatcher.epoch, sign);
  });
  await dispatcher.start();

  /** Sessions that ended and rights that changed. */
  function steer(row: FeedRow): void {
    const parsed = control.safeParse(row.data);
    if (!parsed.success) return;
    if ('roles' in parsed.data) {
      const { roles } = parsed.data;
      void renewRights((person) => roles.includes(person.role));
      return;
    }
    const { userId, sessionId } = parsed.data;
    if (row.type === 'account.rights_changed') void renewRights(({ id }) => id === userId);
    else if (row.type === 'account.blocked') drop(rooms.account(userId), 'account_blocked');
    else if (sessionId !== undefined) drop(rooms.session(sessionId), 'session_revoked');
  }

  function drop(room: string, reason: string): void {
    log.info({ room, reason }, 'sockets dropped');
    io.local.in(room).disconnectSockets(true);
  }

  /** Sockets of people leave their rooms before anything else is sent, then join the new ones. */
  async function renewRights(concerns: (person: Person) => boolean): Promise<void> {
    const concerned = [...io.sockets.sockets.values()].filter(({ data }) => concerns(data.person));
    for (const socket of concerned) for (const key of socket.data.keys) void socket.leave(key);
    for (const id of new Set(concerned.map(({ data }) => data.person.id))) {
      const sockets = concerned.filter(({ data }) => data.person.id === id);
      await letInAnew(id, sockets).catch((error: unknown) => {
        // They come back by themselves, and are looked at again then.
        log.error({ err: error }, 'rights could not be read anew');
        for (const socket of sockets) socket.disconnect(true);
      });
    }
  }

  async function letInAnew(userId: string, sockets: readonly DeskSocket[]): Promise<void> {
    const person = await deps.loadPerson(userId);
    for (const socket of sockets) {
      if (person === null) {
        socket.disconnect(true);
        continue;
      }
      socket.data.person = person;
      socket.data.keys = feedKeys(person);
      void socket.join([...socket.data.keys]);
      const cursor = encodeFeedCursor({ epoch: dispatcher.epoch, position: dispatcher.position });
      socket.emit('reset', { reason: 'rights_changed', cursor });
      void present(socket);
    }
  }

  /** Who looks at what is a help, no more: without it the console works all the same. */
  async function present(socket: DeskSocket): Promise<void> {
    try {
      await tellPresence(io, socket, deps.seeTickets);
    } catch (error) {
      log.warn({ err: error }, 'socket: presence could not be told');
    }
  }

  io.use((socket, next) => {
    const input = handshake.safeParse(socket.handshake.auth);
    if (!input.success) {
      next(refusal(new AppError('unauthorized')));
      return;
    }
    deps.authenticate(input.data.token).then(
      (actor) => {
        socket.data = dataOf(actor);
        next();
      },
      (error: unknown) =>
        next(refusal(error instanceof AppError ? error : new AppError('internal'))),
    );
  });

  io.on('connection', (socket) => {
    const { person, sessionId } = socket.data;
    void socket.join([rooms.account(person.id), rooms.session(sessionId)]);
    socket.on('auth.renew', (raw, ack) => void renew(socket, raw, ack));
    serveEphemeral(io, socket, deps.findTicket);
    admit(socket).catch((error: unknown) => {
      if (!(error instanceof AppError)) log.error({ err: error }, 'socket: replay failed');
      socket.disconnect(true);
    });
  });

  /**
   * The session is looked at once more now that the socket is in its room: had it ended between
   * the handshake and here, nobody would have dropped the socket.
   */
  async function admit(socket: DeskSocket): Promise<void> {
    const { token, cursor } = handshake.parse(socket.handshake.auth);
    socket.data = dataOf(await deps.authenticate(token));
    await replayAndJoin(socket, cursor, { db, dispatcher, sign });
    await present(socket);
  }

  /** A fresh token of the same session keeps the connection; another person's is refused. */
  async function renew(
    socket: DeskSocket,
    raw: unknown,
    ack: (answer: { ok: true } | { ok: false; code: string }) => void,
  ): Promise<void> {
    if (typeof ack !== 'function') return;
    const input = renewal.safeParse(raw);
    if (!input.success) {
      ack({ ok: false, code: 'validation_failed' });
      return;
    }
    try {
      const actor = await deps.authenticate(input.data.token);
      if (actor.sessionId !== socket.data.sessionId) throw new AppError('invalid_token');
      ack({ ok: true });
    } catch (error) {
      ack({ ok: false, code: error instanceof AppError ? error.code : 'internal' });
    }
  }

  return {
    wake: () => dispatcher.wake(),
    typing: (person, visible) => emitTyping(io, person, visible),
    stop: async () => {
      await dispatcher.stop();
      // Closes the HTTP server too.
      await io.close();
      await deps.cluster?.stop();
    },
  };
}

function dataOf(actor: Actor): SocketData {
  const { person, sessionId } = actor;
  if (person === null || sessionId === null) throw new AppError('unauthorized');
  return { person, sessionId, keys: feedKeys(person), typedAt: 0, viewing: null };
}

/** Socket.IO carries `data` of a refusal to the client's `connect_error`. */
function refusal(error: AppError): Error {
  return Object.assign(new Error(error.code), { data: { code: error.code } });
}
