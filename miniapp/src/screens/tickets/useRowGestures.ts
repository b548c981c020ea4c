import { useRef, type HTMLAttributes } from 'react';
import { haptic } from '../../init/telegram';
import { useFinger } from '../../ui/useFinger';

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
  const pulled = useRef<number | null>(null);
  const held = useRef(false);
  const finger = useFinger({
    onDown: () => {
      held.current = false;
    },
    onHold: () => {
      held.current = true;
      given.onHold();
    },
    onMove: (left, vertical, { style }) => {
      if (pulled.current === null) {
        if (vertical > 12) return false;
        if (Math.abs(left) <= 12 || given.room() === 0) return true;
        given.onPull();
      }
      const way = left + (given.open ? given.room() : 0);
      pulled.current = Math.max(0, Math.min(given.room(), way));
      style.transition = 'none';
      style.translate = `${-pulled.current}px 0`;
      return true;
    },
    onEnd: ({ style }) => {
      if (pulled.current === null) return;
      const open = pulled.current > (given.open ? given.room() - ENOUGH : ENOUGH);
      style.translate = '';
      style.transition = '';
      if (open !== given.open) haptic('light');
      given.onOpen(open);
      pulled.current = null;
    },
  });
  return {
    ...finger,
    onContextMenu: (event) => {
      event.preventDefault();
      if (!held.current) given.onHold();
    },
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
