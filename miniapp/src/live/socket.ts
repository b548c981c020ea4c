import type { QueryClient } from '@tanstack/react-query';
import type { ClientToServerEvents, ServerToClientEvents } from '@tikethet/shared/events';
import { io, type Socket } from 'socket.io-client';
import { renewToken, session, sessionOver } from '../api/api';
import { applyEvent } from './applyEvent';
import { connection, noteTyping, setProber, setTypingTeller } from './connection';

/** An access token with less than this left (milliseconds) is renewed first. */
const MARGIN = 60_000;

/** Milliseconds between attempts after a refusal. */
const RETRY = 3_000;

/** Milliseconds that a living line needs at most for an answer. */
const PROBE = 4_000;

/** Events seen lately; a repeated one is not shown twice (it may be older than what is cached). */
const REMEMBERED = 500;

async function freshToken(): Promise<string> {
  const token = session.token();
  return token !== null && session.expiresAt() - Date.now() > MARGIN ? token : renewToken();
}

/** Connects to the live feed and keeps the cache current. Called once, after the sign-in. */
export function startLive(client: QueryClient): void {
  let cursor: string | undefined;
  let renewal: ReturnType<typeof setTimeout> | undefined;
  const seen = new Set<string>();

  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io({
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 8_000,
    // As a function: each reconnect takes the token and the cursor of that moment.
    auth: (answer) => {
      freshToken().then(
        (token) => answer({ token, ...(cursor !== undefined && { cursor }) }),
        () => answer({ token: '' }),
      );
    },
  });

  const planRenewal = (): void => {
    clearTimeout(renewal);
    const wait = Math.max(5_000, session.expiresAt() - Date.now() - MARGIN);
    renewal = setTimeout(() => {
      renewToken()
        .then((token) => socket.timeout(10_000).emitWithAck('auth.renew', { token }))
        .then(planRenewal, planRenewal);
    }, wait);
  };
  const refetchAll = (): void => void client.invalidateQueries();

  socket.on('ready', (state) => {
    // What changed between the first answers of the API and this moment was told to nobody.
    if (cursor === undefined) refetchAll();
    cursor = state.cursor;
    connection.set('connected');
    planRenewal();
  });
  socket.on('event', (event) => {
    cursor = event.cursor;
    if (seen.has(event.id)) return;
    seen.add(event.id);
    if (seen.size > REMEMBERED) for (const first of seen) if (seen.delete(first)) break;
    applyEvent(client, event, session.user()?.id ?? '');
  });
  socket.on('reset', (state) => {
    cursor = state.cursor;
    refetchAll();
  });
  socket.on('typing', (notice) => {
    if (notice.side === 'STAFF') noteTyping(notice.ticketId, notice.person.displayName);
  });

  /** After a refusal Socket.IO gives up; the token may simply have run out. */
  const comeBack = (wait = RETRY): void => {
    setTimeout(() => {
      if (socket.active) return;
      renewToken().then(
        () => socket.connect(),
        () => {
          if (sessionOver.get() === null) comeBack();
        },
      );
    }, wait);
  };
  socket.on('connect_error', () => {
    connection.set('offline');
    if (!socket.active) comeBack();
  });
  socket.on('disconnect', (reason) => {
    clearTimeout(renewal);
    connection.set(navigator.onLine ? 'connecting' : 'offline');
    // A person who was shut out learns it at once; one whose rights changed is back at once.
    if (reason === 'io server disconnect') comeBack(100);
  });

  let probing = false;
  /** A cut line is noticed by itself only after half a minute: asks, and begins anew when in doubt. */
  const probe = async (): Promise<void> => {
    const token = session.token();
    if (probing || !socket.connected || token === null) return;
    probing = true;
    try {
      await socket.timeout(PROBE).emitWithAck('auth.renew', { token });
      connection.set('connected');
    } catch {
      connection.set(navigator.onLine ? 'connecting' : 'offline');
      socket.disconnect().connect();
    }
    probing = false;
  };
  const wake = (): void => {
    if (document.visibilityState !== 'visible' || !navigator.onLine) return;
    if (socket.connected) return void probe();
    // Not waiting for the next attempt: the person is looking.
    socket.disconnect().connect();
    if (connection.get() === 'offline') connection.set('connecting');
  };
  setProber(() => void probe());
  window.addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);
  window.addEventListener('offline', () => connection.set('offline'));
  setTypingTeller((ticketId) => {
    if (socket.connected) socket.emit('typing', { ticketId });
  });
  connection.set(navigator.onLine ? 'connecting' : 'offline');
}
