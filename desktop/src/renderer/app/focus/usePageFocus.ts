import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { keepPlace, noteInbox, partOf, placeOn, rowOf } from './places';

/** What says where one is, the most telling first. */
const TITLES = ['#settings-section', '[data-testid="view-title"]', 'main h1', 'main h2', 'main'];

/** Milliseconds for a page, or a place on it, to be drawn. */
const PATIENCE = 1_500;

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** @param ticketId of the ticket that is open */
function title(ticketId: string | undefined): HTMLElement | null {
  const selectors = ticketId === undefined ? TITLES : ['[data-testid="conversation"]', ...TITLES];
  for (const selector of selectors) {
    const found = document.querySelector<HTMLElement>(selector);
    if (found !== null) return found;
  }
  return null;
}

function focusOn(element: HTMLElement): void {
  // Headings take the focus to be read aloud, and have no place in the order of Tab.
  if (element.tabIndex < 0) {
    element.tabIndex = -1;
    element.setAttribute('data-page-start', '');
  }
  element.focus({ preventScroll: true });
}

/**
 * Keeps the focus somewhere when the page changes: back where it was on this part of the console,
 * on the ticket that was opened, or on the page's title, so that a screen reader says where one is.
 * What the person focuses meanwhile is theirs.
 */
export function usePageFocus(): void {
  const { pathname, search } = useLocation();
  const part = partOf(pathname);
  const former = useRef(part);

  useEffect(() => {
    const noticed = (event: FocusEvent) => {
      if (event.target instanceof Element) keepPlace(part, event.target);
    };
    document.addEventListener('focusin', noticed);
    return () => document.removeEventListener('focusin', noticed);
  }, [part]);

  useEffect(() => {
    if (part === 'inbox') noteInbox(pathname + search);
    const isNew = former.current !== part;
    former.current = part;
    const ticketId = part === 'inbox' ? pathname.split('/')[3] : undefined;
    const wanted = [
      isNew ? placeOn(part) : null,
      ticketId === undefined ? null : rowOf(ticketId),
    ].filter((selector) => selector !== null);

    let over = false;
    const settle = (isLast: boolean): void => {
      if (over || document.querySelector('[aria-modal="true"]') !== null) return;
      // Whoever pressed a link of the rail or the side keeps it within a part.
      if (!isLost()) return stop();
      const place = wanted
        .map((selector) => document.querySelector<HTMLElement>(selector))
        .find((found) => found !== null);
      if (place !== undefined) focusOn(place);
      else if (wanted.length === 0 || isLast) {
        const heading = title(ticketId);
        if (heading === null) return;
        focusOn(heading);
      } else return;
      stop();
    };
    const drawn = new MutationObserver(() => settle(false));
    const patience = setTimeout(() => {
      settle(true);
      stop();
    }, PATIENCE);
    function stop(): void {
      over = true;
      drawn.disconnect();
      clearTimeout(patience);
    }
    if (
      isNew &&
      document.activeElement instanceof HTMLElement &&
      document.activeElement.closest('nav')
    ) {
      // A link of the rail led here: the new page begins at its title, not behind the rail's rest.
      document.activeElement.blur();
    }
    settle(false);
    if (!over) drawn.observe(document.body, { childList: true, subtree: true });
    return stop;
  }, [part, pathname, search]);
}
