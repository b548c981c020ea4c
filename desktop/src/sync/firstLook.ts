import { operations, type OperationId } from '@tikethet/shared/contracts';

/** The question whose answer a person looks at first. */
const LIST: OperationId = 'tickets.list';
/** Counting goes through every ticket that is kept, and makes other questions wait. */
const COUNTS: OperationId = 'tickets.counts';
/** Milliseconds that drawing its answer is given. */
const DRAWING = 500;
/** Milliseconds after which the desk is asked in any case: perhaps nobody looks. */
const LONGEST = 1_500;

/**
 * The first second of a start: what is kept here is shown before the desk is asked for more. Both
 * at once would make the person wait for what is on their disk already.
 */
export interface FirstLook {
  /** @param hasAll whether everything that is shown first is kept here; else the desk is asked now */
  begin(hasAll: boolean): void;
  isOver(): boolean;
  /** Resolves when a question's turn has come. */
  turnOf(route: string): Promise<void>;
  /** A question was answered. */
  answered(route: string): void;
  /** Ends it now. */
  end(): void;
  /** Ends it without a word. */
  stop(): void;
}

/** @param over called once, at its end */
export function createFirstLook(over: () => void): FirstLook {
  const routeOf = (id: OperationId) => `${operations[id].method} ${operations[id].path}`;
  let state: 'before' | 'looking' | 'drawing' | 'over' = 'before';
  let timer: NodeJS.Timeout | undefined;
  let free = (): void => undefined;
  const ended = new Promise<void>((resolve) => (free = resolve));

  function stop(): void {
    clearTimeout(timer);
    state = 'over';
    free();
  }

  function end(): void {
    if (state === 'over' || state === 'before') return;
    stop();
    over();
  }

  return {
    begin(hasAll) {
      if (state !== 'before') return;
      state = 'looking';
      if (hasAll) timer = setTimeout(end, LONGEST);
      else end();
    },
    isOver: () => state === 'over',
    turnOf: (route) => (route === routeOf(COUNTS) ? ended : Promise.resolve()),
    answered(route) {
      if (state !== 'looking' || route !== routeOf(LIST)) return;
      state = 'drawing';
      clearTimeout(timer);
      timer = setTimeout(end, DRAWING);
    },
    end,
    stop,
  };
}
