import { useRef, type HTMLAttributes, type TouchEvent } from 'react';
import { haptic } from '../../init/telegram';

/** Milliseconds of rest that count as holding. */
const HOLD = 450;
/** Pixels to the left that count as "reply", as in Telegram. */
const SWIPE = 56;

interface Gestures {
  onHold: () => void;
  onSwipe: () => void;
}

/** Hold for the menu, swipe left to reply, right-click with a mouse. */
export function useBubbleGestures({ onHold, onSwipe }: Gestures): HTMLAttributes<HTMLDivElement> {
  const touch = useRef<{ x: number; y: number; timer: ReturnType<typeof setTimeout> } | null>(null);
  const swiped = useRef(0);

  const end = (event: TouchEvent<HTMLDivElement>): void => {
    if (touch.current) clearTimeout(touch.current.timer);
    touch.current = null;
    event.currentTarget.style.translate = '';
    if (swiped.current >= SWIPE) {
      haptic('light');
      onSwipe();
    }
    swiped.current = 0;
  };
  return {
    onContextMenu: (event) => {
      // Links and pictures keep the browser's own menu.
      if (event.target instanceof Element && event.target.closest('a, img, video')) return;
      event.preventDefault();
      onHold();
    },
    onTouchStart: (event) => {
      const point = event.touches[0];
      if (!point || event.touches.length > 1) return;
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
      if (vertical > 24 && swiped.current === 0) touch.current = null;
      if (left > 12 && left > vertical * 2) {
        swiped.current = left;
        event.currentTarget.style.translate = `${-Math.min(left, SWIPE * 1.3)}px 0`;
      }
    },
    onTouchEnd: end,
    onTouchCancel: end,
  };
}
