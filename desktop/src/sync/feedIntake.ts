import type { FeedEvent } from '@tikethet/shared/events';
import { parseEvent } from './feedEvent';
import { createRecentIds } from './recentIds';
import { applyEvent } from './store/applyEvent';
import type { Replica } from './store/replica';
import { noteStray } from './store/strays';

export interface FeedIntakeOptions {
  replica: Replica;
  meId: string;
  isSnapshotRunning: () => boolean;
  /** Kept together, in feed order, each once. */
  tell(events: readonly FeedEvent[]): void;
  /** Something arrived that cannot be understood: what it changed has to be read again. */
  broken(): void;
  /** The disk refused: the feed has to be read again from the kept position. */
  failed(error: unknown): void;
}

/** Takes the feed in: into the replica first, with the position, then to whoever shows it. */
export interface FeedIntake {
  event(value: unknown): void;
  /** All that was handed in is kept and told; the position now. */
  reached(cursor: string): void;
  cursor(): string | null;
  /** Takes in what is waiting. */
  flush(): void;
}

/** Events in one transaction. */
const BATCH = 500;
/**
 * Milliseconds between two of them: what comes one after another is kept and told together, since
 * each keeping costs more than what is in it. The first after a pause waits for nothing.
 */
const APART = 50;

export function createFeedIntake(options: FeedIntakeOptions): FeedIntake {
  const { replica } = options;
  const seen = createRecentIds();
  let waiting: unknown[] = [];
  let planned = false;
  let timer: NodeJS.Timeout | undefined;
  /** By a clock that nobody sets. */
  let flushedAt = -APART;

  function take(values: readonly unknown[]): void {
    const events: FeedEvent[] = [];
    let broken = false;
    let position: string | null = null;
    const apply = { snapshotRuns: options.isSnapshotRunning(), meId: options.meId };
    replica.write(() => {
      for (const value of values) {
        const parsed = parseEvent(value);
        const next = parsed.kind === 'event' ? parsed.event.cursor : parsed.cursor;
        position = next ?? position;
        if (parsed.kind === 'broken') broken = true;
        if (parsed.kind !== 'event') continue;
        noteStray(replica.database, parsed.event);
        applyEvent(replica, parsed.event, apply);
        events.push(parsed.event);
      }
      if (position !== null) replica.setMeta('cursor', position);
    });
    // Told only after it was kept; an end of the program in between tells it again.
    const fresh = events.filter(({ id }) => seen.isNew(id));
    if (fresh.length > 0) options.tell(fresh);
    if (broken) options.broken();
  }

  function flush(): void {
    planned = false;
    clearTimeout(timer);
    flushedAt = performance.now();
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      try {
        take(batch);
      } catch (error) {
        waiting = [];
        options.failed(error);
        return;
      }
    }
  }

  return {
    event(value) {
      waiting.push(value);
      if (planned) return;
      planned = true;
      const wait = flushedAt + APART - performance.now();
      // Also without a wait: events that arrive together are kept together.
      if (wait > 0) timer = setTimeout(flush, wait);
      else setImmediate(flush);
    },
    reached(cursor) {
      flush();
      try {
        replica.write(() => replica.setMeta('cursor', cursor));
      } catch (error) {
        options.failed(error);
      }
    },
    cursor: () => replica.getMeta('cursor'),
    flush,
  };
}
