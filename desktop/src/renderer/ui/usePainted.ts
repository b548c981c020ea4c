import { startTransition, useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds after which what is not there yet is not waited for. */
const AT_LATEST = 300;

/**
 * For a part of which something is to be seen first. Unlike a deferred value the rest never stands
 * in the way of that first frame.
 * @returns `painted`: whether the rest may come; `drawn`: called when what comes first is drawn
 */
export function usePainted(): { painted: boolean; drawn: () => void } {
  const [painted, setPainted] = useState(false);
  const end = useRef<(() => void) | null>(null);
  const drawn = useCallback(() => {
    if (end.current !== null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted(true)));
    });
    end.current = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  useEffect(() => {
    const late = setTimeout(drawn, AT_LATEST);
    return () => {
      clearTimeout(late);
      end.current?.();
      end.current = null;
    };
  }, [drawn]);
  return { painted, drawn };
}
