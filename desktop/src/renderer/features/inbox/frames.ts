/**
 * Gathers what answers to many commands bring and does it together, once a frame and in order: a
 * thousand of them must not draw the screen a thousand times.
 */
export function createFrames(together: (work: () => void) => void): {
  add(work: () => void): void;
} {
  let waiting: (() => void)[] = [];
  const flush = (): void => {
    const works = waiting;
    waiting = [];
    together(() => works.forEach((work) => work()));
  };
  return {
    add(work) {
      waiting.push(work);
      // Not by the screen's frames: a window that is hidden has none.
      if (waiting.length === 1) setTimeout(flush, 16);
    },
  };
}
