import type { ClientToServerEvents, ServerToClientEvents } from '@tikethet/shared/events';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { Person } from '../domain/context';

export interface SocketData {
  person: Person;
  sessionId: string;
  /** Audience keys whose rooms the socket is in. */
  keys: ReadonlySet<string>;
  /** Milliseconds: when `typing` was last passed on. */
  typedAt: number;
  /** The ticket open on screen, and the keys of the staff who saw it then. */
  viewing: { ticketId: string; audience: readonly string[] } | null;
}

export type DeskServer = Server<
  ClientToServerEvents,
  ServerToClientEvents,
  DefaultEventsMap,
  SocketData
>;
export type DeskSocket = Socket<
  ClientToServerEvents,
  ServerToClientEvents,
  DefaultEventsMap,
  SocketData
>;

/** The room of one session's sockets, and of one account's. */
export const rooms = {
  session: (id: string) => `session:${id}`,
  // Not the audience key `account:`: that room gives events, and is joined only after the replay.
  account: (id: string) => `person:${id}`,
  viewers: (ticketId: string) => `viewing:${ticketId}`,
  /** Everybody who has any ticket open. */
  viewing: 'viewing',
} as const;
