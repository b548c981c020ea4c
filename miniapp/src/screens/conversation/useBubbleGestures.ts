import { useRef, type HTMLAttributes } from 'react';
import { haptic } from '../../init/telegram';
import { useFinger } from '../../ui/useFinger';

/** Pixels to the left that count as "reply", as in Telegram. */
const SWIPE = 56;

interface Gestures {
  onHold: () => void;
  onSwipe: () => void;
}

/** Hold for the menu, swipe left to reply, right-click with a mouse. */
export function useBubbleGestures({ onHold, onSwipe }: Gestures): HTMLAttributes<HTMLElement> {
  const swiped = useRef(0);
  const finger = useFinger({
    onHold,
    onMove: (left, vertical, { style }) => {
      if (left > 12 && left > vertical * 2) {
        swiped.current = left;
        style.translate = `${-Math.min(left, SWIPE * 1.3)}px 0`;
      }
      return vertical <= 24 || swiped.current > 0;
    },
    onEnd: ({ style }) => {
      style.translate = '';
      if (swiped.current >= SWIPE) {
        haptic('light');
        onSwipe();
      }
      swiped.current = 0;
    },
  });
  return {
    ...finger,
    onContextMenu: (event) => {
      // Links and pictures keep the browser's own menu.
      if (event.target instanceof Element && event.target.closest('a, img, video')) return;
      event.preventDefault();
      onHold();
    },
  };
}
