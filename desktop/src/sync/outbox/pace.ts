/** Commands: a queue with more of them is long. */
export const LONG_QUEUE = 100;
/** Milliseconds after a connection came back in which the window asks for what it shows. */
const WINDOW_FIRST = 1_000;
/** How long nothing is sent after a request, as a part of the time that it took. */
const REST = 0.5;

/**
 * When requests of commands go out. What is in a short queue goes at once, in requests beside each
 * other. A long one goes in one request after another with rests between: sent with all haste it takes
 * the processor from the window for as long as it lasts.
 */
export interface Pace {
  /** Milliseconds until a request may begin; null: not before one that is under way has ended. */
  wait(): number | null;
  began(): void;
  ended(): void;
  /** The desk can be reached again. */
  connected(): void;
}

/**
 * @param size how many commands wait to be sent
 * @param now milliseconds by a clock that nobody sets
 */
export function createPace(size: () => number, now = () => performance.now()): Pace {
  let underWay = 0;
  let since = 0;
  let restsUntil = 0;
  return {
    wait() {
      if (size() <= LONG_QUEUE) return 0;
      return underWay > 0 ? null : Math.max(0, restsUntil - now());
    },
    began() {
      if (underWay === 0) since = now();
      underWay += 1;
    },
    ended() {
      underWay -= 1;
      restsUntil = now() + (now() - since) * REST;
    },
    connected() {
      restsUntil = now() + WINDOW_FIRST;
    },
  };
}
