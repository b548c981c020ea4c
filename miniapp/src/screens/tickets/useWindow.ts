import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Lists up to this long are drawn whole. */
const WHOLE = 60;
/** Rows drawn beyond each edge of what is seen. */
const BEYOND = 10;
/** Pixels of a row before one was measured. */
const GUESS = 84;

interface Drawn {
  /** First row drawn. */
  start: number;
  /** The row after the last one drawn. */
  end: number;
  /** Pixels that stand for the rows above and below. */
  above: number;
  below: number;
}

/**
 * Which rows of a long list are drawn: those in sight and a few more. All rows are equally high;
 * how high is measured, so that larger text is no trouble.
 */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  count: number,
): Drawn {
  const height = useRef(GUESS);
  const [range, setRange] = useState({ start: 0, end: WHOLE, row: GUESS });

  const look = useCallback((): void => {
    const view = scroller.current;
    const rows = list.current;
    if (!view || !rows || count <= WHOLE) return;
    const top = view.getBoundingClientRect().top - rows.getBoundingClientRect().top;
    const first = Math.max(0, Math.floor(top / height.current) - BEYOND);
    const start = Math.min(first, Math.max(0, count - 1));
    const seen = Math.ceil(view.clientHeight / height.current) + 2 * BEYOND;
    const end = Math.min(count, start + seen);
    const row = height.current;
    setRange((now) =>
      now.start === start && now.end === end && now.row === row ? now : { start, end, row },
    );
  }, [scroller, list, count]);

  useLayoutEffect(() => {
    const drawn = list.current?.querySelectorAll(':scope > [data-row]');
    const [first, last] = [drawn?.[0], drawn?.[drawn.length - 1]];
    if (drawn && first && last) {
      const pixels = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
      // A list that is hidden behind a ticket measures nothing.
      if (pixels > 0) height.current = pixels / drawn.length;
    }
    look();
  });
  useEffect(() => {
    const view = scroller.current;
    if (!view) return;
    view.addEventListener('scroll', look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(view);
    return () => {
      view.removeEventListener('scroll', look);
      sizes.disconnect();
    };
  }, [scroller, look]);

  if (count <= WHOLE) return { start: 0, end: count, above: 0, below: 0 };
  const end = Math.min(range.end, count);
  return {
    start: Math.min(range.start, end),
    end,
    above: range.start * range.row,
    below: Math.max(0, count - end) * range.row,
  };
}
