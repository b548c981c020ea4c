import type { FeedEvent } from './index';

/** What a client gives when it connects. */
export interface SocketAuth {
  token: string;
  /** The last cursor it has; without one it starts at now. */
  cursor?: string;
}

export interface TypingNotice {
  ticketId: string;
  person: { id: string; displayName: string };
  side: 'CUSTOMER' | 'STAFF';
}

export interface PresenceState {
  ticketId: string;
  /** Staff who have the ticket open now. */
  viewers: { id: string; displayName: string }[];
}

export interface ServerToClientEvents {
  /** Connected and caught up; `cursor` is the position of the feed now. */
  ready: (state: { cursor: string }) => void;
  event: (event: FeedEvent) => void;
  /** What the client holds can't be continued: fetch everything anew, then go on from `cursor`. */
  reset: (state: { reason: 'rights_changed' | 'cursor_expired' | 'epoch'; cursor: string }) => void;
  typing: (notice: TypingNotice) => void;
  presence: (state: PresenceState) => void;
}

export type Ack = (answer: { ok: true } | { ok: false; code: string }) => void;

export interface ClientToServerEvents {
  /** A fresh access token of the same session, before the old one runs out. */
  'auth.renew': (input: { token: string }, ack: Ack) => void;
  /** Ephemeral, at most one in two seconds per ticket. */
  typing: (input: { ticketId: string }) => void;
  /** Staff: which ticket is open on screen (null: none). */
  viewing: (input: { ticketId: string | null }) => void;
}
