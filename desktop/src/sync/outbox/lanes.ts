import { backoffDelay, type Backoff } from '../backoff';
import type { Queue, QueuedRow } from './queue';

/** Which commands may go out now: the first of each lane that neither rests nor is under way. */
export interface Lanes {
  /** Heads that are ready, oldest first, at most so many. */
  ready(most: number): QueuedRow[];
  /** The lane's head is under way until {@link Lanes.release}. */
  take(lane: string): void;
  release(lane: string): void;
  isTaken(lane: string): boolean;
  /** The lane rests for a while: longer each time, and at least so many milliseconds. */
  rest(lane: string, atLeast: number): void;
  /** How often the lane's head has failed in a row. */
  failures(lane: string): number;
  succeeded(lane: string): void;
  /** Whoever rests may go at once. */
  wakeAll(): void;
  /** Milliseconds until the first lane is ready that rests or may be withdrawn; null: none is. */
  nextWake(): number | null;
}

/** A clock that nobody sets: the computer's own may jump. */
const monotonic = () => performance.now();

/** Milliseconds: nothing is withdrawn later, whatever the clock of this computer says. */
const LONGEST_DELAY = 60_000;

/** Milliseconds until a command may go. */
export function delayOf({ dueAt }: Pick<QueuedRow, 'dueAt'>, now = Date.now()): number {
  if (dueAt === null) return 0;
  const left = Date.parse(dueAt) - now;
  // A clock that was set back must not hold anything for hours.
  return left > LONGEST_DELAY ? 0 : Math.max(0, left);
}

export function createLanes(queue: Queue, backoff: Backoff, now = monotonic): Lanes {
  const taken = new Set<string>();
  const resting = new Map<string, number>();
  const failed = new Map<string, number>();

  return {
    ready(most) {
      const heads: QueuedRow[] = [];
      for (const lane of queue.lanes()) {
        const head = queue.lane(lane)[0];
        if (head === undefined || head.held || taken.has(lane)) continue;
        if ((resting.get(lane) ?? 0) > now() || delayOf(head) > 0) continue;
        heads.push(head);
      }
      return heads.sort((a, b) => a.place - b.place).slice(0, most);
    },
    take: (lane) => void taken.add(lane),
    release: (lane) => void taken.delete(lane),
    isTaken: (lane) => taken.has(lane),
    rest(lane, atLeast) {
      const attempt = failed.get(lane) ?? 0;
      failed.set(lane, attempt + 1);
      resting.set(lane, now() + Math.max(atLeast, backoffDelay(attempt, backoff)));
    },
    failures: (lane) => failed.get(lane) ?? 0,
    succeeded(lane) {
      failed.delete(lane);
      resting.delete(lane);
    },
    wakeAll: () => resting.clear(),
    nextWake() {
      const waits = [...resting.values()].map((until) => until - now());
      for (const lane of queue.lanes()) {
        const head = queue.lane(lane)[0];
        const delay = head === undefined || head.held ? 0 : delayOf(head);
        if (delay > 0) waits.push(delay);
      }
      return waits.length === 0 ? null : Math.max(0, Math.min(...waits));
    },
  };
}
