import { useRef, type HTMLAttributes, type TouchEvent } from 'react';
import { haptic } from '../../init/telegram';

/** Milliseconds of rest that count as holding. */
const HOLD = 450;
/** Pixels of the way to the actions after which they stay open. */
const ENOUGH = 40;

interface RowGestures {
  /** Pixels that the actions behind the row take; 0: there are none. */
  room: () => number;
  open: boolean;
  onOpen: (open: boolean) => void;
  onHold: () => void;
  /** The finger has begun to pull: the actions behind may be drawn. */
  onPull: () => void;
}

/** A row of a list under a finger: pulled left it shows its actions, held it shows its menu. */
export function useRowGestures(given: RowGestures): HTMLAttributes<HTMLElement> {
  const touch = useRef<{ x: number; y: number; timer: ReturnType<typeof setTimeout> } | null>(null);
  const pulled = useRef<number | null>(null);
  const held = useRef(false);

  const end = (event: TouchEvent<HTMLElement>): void => {
    if (touch.current) clearTimeout(touch.current.timer);
    touch.current = null;
    if (pulled.current === null) return;
    const open = pulled.current > (given.open ? given.room() - ENOUGH : ENOUGH);
    event.currentTarget.style.translate = '';
    event.currentTarget.style.transition = '';
    if (open !== given.open) haptic('light');
    given.onOpen(open);
    pulled.current = null;
  };
  return {
    onContextMenu: (event) => {
      event.preventDefault();
      if (!held.current) given.onHold();
    },
    onTouchStart: (event) => {
      const point = event.touches[0];
      if (!point || event.touches.length > 1) return;
      held.current = false;
      const timer = setTimeout(() => {
        touch.current = null;
        held.current = true;
        haptic('light');
        given.onHold();
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
      if (pulled.current === null) {
        if (vertical > 12) touch.current = null;
        else if (Math.abs(left) > 12 && given.room() > 0) given.onPull();
        else return;
      }
      if (touch.current === null) return;
      const way = left + (given.open ? given.room() : 0);
      pulled.current = Math.max(0, Math.min(given.room(), way));
      event.currentTarget.style.transition = 'none';
      event.currentTarget.style.translate = `${-pulled.current}px 0`;
    },
    onTouchEnd: end,
    onTouchCancel: end,
    onClickCapture: (event) => {
      // Letting go after holding is no tap; a tap on an open row closes it.
      if (!held.current && !given.open) return;
      event.stopPropagation();
      event.preventDefault();
      if (given.open) given.onOpen(false);
      held.current = false;
    },
  };
}
