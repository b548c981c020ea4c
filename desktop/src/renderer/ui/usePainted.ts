import { startTransition, useEffect, useState } from 'react';

/**
 * False while a part is drawn for the first time, true once that can be seen: what else it is made
 * of comes then. Unlike a deferred value this never stands in the way of the first frame.
 */
export function usePainted(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted(true)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return painted;
}
