import type { Ticket } from '@tikethet/shared/contracts';
import { useEffect, useRef, type RefObject } from 'react';
import { api } from '../../api/api';
import { connection } from '../../live/connection';

/** Milliseconds that a message is in sight before it counts as read. */
const PAUSE = 300;

/** Position of the last message whose beginning is in sight; 0: none is. */
function lastSeen(scroller: HTMLElement): number {
  const foot = scroller.getBoundingClientRect().bottom;
  const drawn = scroller.querySelectorAll<HTMLElement>('[data-position]');
  for (let at = drawn.length - 1; at >= 0; at -= 1) {
    const element = drawn[at];
    if (element && element.getBoundingClientRect().top < foot - 16) {
      return Number(element.dataset.position);
    }
  }
  return 0;
}

/**
 * Tells the desk how far the person has read: what has been in sight while they were looking.
 * What could not be told is told when the connection is back.
 * @param newest position of the newest message here
 */
export function useReadMark(
  scroller: RefObject<HTMLElement | null>,
  ticket: Ticket,
  newest: number,
): void {
  const told = useRef(0);
  const { id, readByCustomer } = ticket;
  useEffect(() => {
    const view = scroller.current;
    if (!view) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      const position = lastSeen(view);
      if (document.visibilityState !== 'visible') return;
      if (position <= Math.max(readByCustomer, told.current)) return;
      const before = told.current;
      told.current = position;
      api('PUT /tickets/{id}/read', { id, position }).catch(() => {
        if (told.current === position) told.current = before;
      });
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(tell, PAUSE);
    };
    soon();
    view.addEventListener('scroll', soon, { passive: true });
    document.addEventListener('visibilitychange', soon);
    const forget = connection.subscribe(soon);
    return () => {
      clearTimeout(timer);
      view.removeEventListener('scroll', soon);
      document.removeEventListener('visibilitychange', soon);
      forget();
    };
  }, [scroller, id, readByCustomer, newest]);
}
