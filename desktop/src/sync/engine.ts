import { createApiClient } from '@tikethet/shared/client';
import type { Attachment } from '@tikethet/shared/contracts';
import type { FeedEvent, PresenceState, TypingNotice } from '@tikethet/shared/events';
import type { ConnectionState, Result } from '../bridge';
import type { Backoff } from './backoff';
import { createConnection } from './connection';
import type { CursorStore } from './cursorStore';
import { createDirectOutbox } from './directOutbox';
import { presenceState, typingNotice } from './ephemeral';
import { parseEvent } from './feedEvent';
import type { OutboxCommand } from './outbox';
import { createReader } from './reader';
import { createRecentIds } from './recentIds';
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
}

export interface EngineOptions {
  /** Origin of the desk, without a slash at its end. */
  serverUrl: string;
  tokens: TokenSource;
  cursors: CursorStore;
  events: EngineEvents;
  backoff?: { connection?: Backoff; outbox?: Backoff };
}

export interface Engine {
  /** Connects; goes on from the stored cursor when `resume` says that its reader still knows what came before. */
  start(resume: boolean): Promise<void>;
  read(route: string, input: Record<string, unknown>): Promise<Result<unknown>>;
  write(command: OutboxCommand): Promise<Result<unknown>>;
  upload(file: OutgoingFile, onProgress: (share: number) => void): Promise<Result<Attachment>>;
  typing(ticketId: string): void;
  viewing(ticketId: string | null): void;
  /** The host has a fresh access token. */
  renewed(token: string): void;
  wake(): void;
  stop(): Promise<void>;
}

/**
 * The console's half of the way of data: reads, commands and the feed of one signed-in person.
 * Knows nothing of Electron; its host gives tokens and a place to keep the cursor.
 */
export function createEngine({
  serverUrl,
  tokens,
  cursors,
  events,
  backoff = {},
}: EngineOptions): Engine {
  let token: string | null = null;
  let cursor: string | null = null;
  let caughtUp = false;
  const seen = createRecentIds();
  const baseUrl = `${serverUrl}/api/v1`;

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
  const reader = createReader(api);
  const outbox = createDirectOutbox({ api, backoff: backoff.outbox });

  function moveTo(position: string): void {
    cursor = position;
    cursors.save(position);
  }

  function reset(): void {
    reader.clear();
    events.reset();
  }

  const connection = createConnection({
    serverUrl,
    tokens: source,
    cursor: () => cursor,
    backoff: backoff.connection,
    handlers: {
      event(value) {
        const parsed = parseEvent(value);
        if (parsed.kind === 'event' && seen.isNew(parsed.event.id)) {
          events.event(parsed.event, !caughtUp);
        }
        if (parsed.kind === 'broken') reset();
        const position = parsed.kind === 'event' ? parsed.event.cursor : parsed.cursor;
        // Moved on only after it was told: a crash in between tells it again, never skips it.
        if (position !== null) moveTo(position);
      },
      ready(position) {
        moveTo(position);
        caughtUp = true;
        events.caughtUp();
      },
      reset(position) {
        moveTo(position);
        caughtUp = true;
        reset();
        events.caughtUp();
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
        if (state.status !== 'online') caughtUp = false;
        events.connection(state);
      },
    },
  });

  return {
    async start(resume) {
      cursor = resume ? await cursors.load() : null;
      connection.start();
    },
    read: (route, input) => reader.read(route, input),
    write: (command) => outbox.submit(command),
    upload: (file, onProgress) => uploadFile(baseUrl, source, file, onProgress),
    typing: (ticketId) => connection.typing(ticketId),
    viewing: (ticketId) => connection.viewing(ticketId),
    renewed(fresh) {
      token = fresh;
      connection.renewed(fresh);
    },
    wake: () => connection.wake(),
    async stop() {
      connection.stop();
      outbox.stop();
      await cursors.flush();
    },
  };
}
