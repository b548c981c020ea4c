import { useEffect, useRef, useState, type RefObject } from 'react';
import { haptic } from '../init/telegram';

/** Pixels of pull that refresh. */
const THRESHOLD = 64;

/**
 * Pulling a scroller down from its top.
 * @returns how far it is pulled (pixels, 0 at rest) and whether letting go would refresh
 */
export function usePullToRefresh(
  scroller: RefObject<HTMLElement | null>,
  refresh: () => void,
): { pull: number; armed: boolean } {
  const [pull, setPull] = useState(0);
  const latest = useRef(refresh);
  useEffect(() => {
    latest.current = refresh;
  });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let startY: number | null = null;
    let distance = 0;
    const start = (event: TouchEvent): void => {
      const touch = event.touches[0];
      startY = element.scrollTop <= 0 && event.touches.length === 1 && touch ? touch.clientY : null;
      distance = 0;
    };
    const move = (event: TouchEvent): void => {
      const touch = event.touches[0];
      if (startY === null || !touch) return;
      const before = distance;
      // Half of the finger's way, so that it feels held back.
      distance = Math.max(0, Math.min(120, (touch.clientY - startY) / 2));
      if (distance > 0 && event.cancelable) event.preventDefault();
      if (before < THRESHOLD && distance >= THRESHOLD) haptic('light');
      setPull(distance);
    };
    const end = (): void => {
      if (startY !== null && distance >= THRESHOLD) latest.current();
      startY = null;
      setPull(0);
    };
    element.addEventListener('touchstart', start, { passive: true });
    element.addEventListener('touchmove', move, { passive: false });
    element.addEventListener('touchend', end);
    element.addEventListener('touchcancel', end);
    return () => {
      element.removeEventListener('touchstart', start);
      element.removeEventListener('touchmove', move);
      element.removeEventListener('touchend', end);
      element.removeEventListener('touchcancel', end);
    };
  }, [scroller]);
  return { pull, armed: pull >= THRESHOLD };
}
