import { useRef, type HTMLAttributes, type TouchEvent } from 'react';
import { haptic } from '../init/telegram';

/** Milliseconds of rest that count as holding. */
const HOLD = 450;

interface Finger {
  onDown?: () => void;
  onHold: () => void;
  /**
   * @param left pixels to the left of where it was put down
   * @param vertical pixels up or down from there
   * @returns whether it is ours still; false: it scrolls the page
   */
  onMove: (left: number, vertical: number, element: HTMLElement) => boolean;
  /** Lifted, wherever it was last. */
  onEnd: (element: HTMLElement) => void;
}

/** One finger on something: it is held there, or it moves, and it is lifted. */
export function useFinger({ onDown, onHold, onMove, onEnd }: Finger): HTMLAttributes<HTMLElement> {
  const touch = useRef<{ x: number; y: number; timer: ReturnType<typeof setTimeout> } | null>(null);

  const end = (event: TouchEvent<HTMLElement>): void => {
    if (touch.current) clearTimeout(touch.current.timer);
    touch.current = null;
    onEnd(event.currentTarget);
  };
  return {
    onTouchStart: (event) => {
      const point = event.touches[0];
      if (!point || event.touches.length > 1) return;
      onDown?.();
      const timer = setTimeout(() => {
        touch.current = null;
        haptic('light');
        onHold();
      }, HOLD);
      touch.current = { x: point.clientX, y: point.clientY, timer };
    },
    onTouchMove: (event) => {
      const point = event.touches[0];
      const from = touch.current;
      if (!point || !from) return;
      const left = from.x - point.clientX;
      const vertical = Math.abs(point.clientY - from.y);
      if (Math.abs(left) > 8 || vertical > 8) clearTimeout(from.timer);
      if (!onMove(left, vertical, event.currentTarget)) touch.current = null;
    },
    onTouchEnd: end,
    onTouchCancel: end,
  };
}
