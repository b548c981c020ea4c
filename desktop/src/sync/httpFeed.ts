import { setTimeout as pause } from 'node:timers/promises';
import { ApiError, type ApiClient } from '@tikethet/shared/client';
import { z } from 'zod';

export interface HttpFeedOptions {
  api: ApiClient;
  /** The cursor to read from; null starts at now. */
  cursor: () => string | null;
  /** One entry of the feed, unchecked. */
  event(value: unknown): void;
  /** Caught up for the first time since {@link HttpFeed.start}; the position now. */
  ready(cursor: string): void;
  /** What is known cannot be continued; the position to go on from, and why. */
  reset(cursor: string, reason: string | null): void;
  /** The desk does not answer this way either, or no more. Reading has ended. */
  failed(): void;
  /** Milliseconds between two looks. */
  every?: number;
}

/**
 * The feed, asked for again and again: the way of those whose network lets no WebSocket through.
 * It carries what the socket carries, some seconds later, and without who is typing and viewing.
 */
export interface HttpFeed {
  isRunning(): boolean;
  /** Begins, when it does not run already. */
  start(): void;
  stop(): void;
}

/** Events asked for at once; fewer in an answer are the last ones. */
const PAGE = 500;
const EVERY = 5_000;
/** Refusals after which the feed can only be read from now on. */
const LOST: ReadonlySet<string> = new Set(['cursor_expired', 'invalid_cursor']);

/** The events are looked at one by one, where the socket's are. */
const feedPage = z.object({ items: z.array(z.unknown()), nextCursor: z.string().min(1) });

export function createHttpFeed(options: HttpFeedOptions): HttpFeed {
  const { api, every = EVERY } = options;
  let reading: AbortController | null = null;

  async function ask(cursor: string | undefined, signal: AbortSignal) {
    const answer = await api('GET /sync', { cursor, limit: PAGE }, { signal });
    signal.throwIfAborted();
    return feedPage.parse(answer);
  }

  /** @returns the position after everything there was */
  async function catchUp(from: string, signal: AbortSignal): Promise<string> {
    const page = await ask(from, signal);
    for (const item of page.items) options.event(item);
    return page.items.length < PAGE ? page.nextCursor : catchUp(page.nextCursor, signal);
  }

  async function startOver(reason: unknown, signal: AbortSignal): Promise<string> {
    const { nextCursor } = await ask(undefined, signal);
    options.reset(nextCursor, typeof reason === 'string' ? reason : null);
    return nextCursor;
  }

  async function look(cursor: string | null, signal: AbortSignal): Promise<string> {
    if (cursor === null) return (await ask(undefined, signal)).nextCursor;
    try {
      return await catchUp(cursor, signal);
    } catch (error) {
      const lost = error instanceof ApiError && LOST.has(error.code);
      if (!lost) throw error;
      return startOver(error.details['reason'], signal);
    }
  }

  async function run(signal: AbortSignal): Promise<void> {
    let cursor = await look(options.cursor(), signal);
    options.ready(cursor);
    for (;;) {
      await pause(every, undefined, { signal, ref: false });
      cursor = await look(cursor, signal);
    }
  }

  return {
    isRunning: () => reading !== null,
    start() {
      if (reading !== null) return;
      const mine = new AbortController();
      reading = mine;
      run(mine.signal).catch(() => {
        if (mine.signal.aborted) return;
        reading = null;
        options.failed();
      });
    },
    stop() {
      reading?.abort();
      reading = null;
    },
  };
}
