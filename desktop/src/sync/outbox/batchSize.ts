/**
 * Of one request: the desk does many together with less work than each alone. The contract allows
 * twice as many, for whose effects all come at once a window on the same processors stands still.
 */
const MOST = 50;
const FEWEST = 5;
const FIRST = 20;
/** Milliseconds of a request: below it is followed by a larger one, above by a smaller one. */
const QUICK = 1_000;
const SLOW = 4_000;

/**
 * How many commands go into one request: many to a quick desk, few to one that is slow, so that an
 * answer never takes as long as a request may.
 */
export interface BatchSize {
  now(): number;
  /** A request with so many commands was answered, or given up, after so many milliseconds. */
  took(commands: number, milliseconds: number): void;
}

export function createBatchSize(): BatchSize {
  let size = FIRST;
  return {
    now: () => size,
    took(commands, milliseconds) {
      if (milliseconds > SLOW) size = Math.max(FEWEST, Math.floor(size / 2));
      else if (milliseconds < QUICK && commands >= size) size = Math.min(MOST, size * 2);
    },
  };
}
