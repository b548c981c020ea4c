/** Milliseconds of work in one frame; what is left waits for the next. */
const BUDGET = 8;
/** Milliseconds between two frames, about. */
const FRAME = 16;
/** Milliseconds after which work goes on though no frame was drawn: the window is covered. */
const NO_FRAME = 250;

export interface PacerOptions {
  /** Runs several changes so that what they change is drawn once. */
  together: (work: () => void) => void;
  /** Nobody can see the page: nothing to keep smooth, and frames do not come. */
  isHidden: () => boolean;
  /** A defect in one piece of work; the others go on. */
  failed: (error: unknown) => void;
  /** Runs once with the next frame; the answer cancels. */
  onFrame?: (run: () => void) => () => void;
  /** Milliseconds, by a clock that nobody sets. */
  now?: () => number;
}

/** Does what is told in its order, as much in one frame as leaves it smooth. */
export interface Pacer {
  /** Done at once when nothing else was in this frame; after all that was handed in before. */
  add(...work: (() => void)[]): void;
  /** Forgets what is not done yet. */
  stop(): void;
}

function nextFrame(run: () => void): () => void {
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, NO_FRAME);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

export function createPacer(options: PacerOptions): Pacer {
  const { together, isHidden, failed, onFrame = nextFrame } = options;
  const now = options.now ?? (() => performance.now());
  let waiting: (() => void)[] = [];
  let ranAt = -Infinity;
  let cancel: (() => void) | null = null;
  let isRunning = false;

  function attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      failed(error);
    }
  }

  function run(): void {
    cancel?.();
    cancel = null;
    isRunning = true;
    const began = now();
    let done = 0;
    together(() => {
      for (const work of waiting) {
        if (done > 0 && now() - began > BUDGET && !isHidden()) break;
        attempt(work);
        done += 1;
      }
    });
    waiting = waiting.slice(done);
    isRunning = false;
    ranAt = began;
    if (waiting.length > 0) cancel = onFrame(run);
  }

  return {
    add(...work) {
      waiting.push(...work);
      if (cancel !== null || isRunning) return;
      if (isHidden() || now() - ranAt >= FRAME) run();
      else cancel = onFrame(run);
    },
    stop() {
      cancel?.();
      cancel = null;
      waiting = [];
    },
  };
}
