export interface Backoff {
  /** Milliseconds before the first retry, at most; doubled for each further one. */
  base: number;
  /** Milliseconds that no wait exceeds. */
  max: number;
  /** 0–1, for tests. */
  random?: () => number;
}

/**
 * Milliseconds to wait before retry number `attempt` (0 is the first): half of it is left to
 * chance, so that a thousand consoles do not come back to a restarted server at once.
 */
export function backoffDelay(attempt: number, { base, max, random = Math.random }: Backoff) {
  const ceiling = Math.min(max, base * 2 ** Math.min(attempt, 30));
  return ceiling / 2 + (ceiling / 2) * random();
}
