import { useEffect, useRef } from 'react';

/** Where the focus falls by itself when a menu goes, and from where nobody else takes it away. */
const LEFT_OVER = '[role="menu"], [data-bubble-menu]';

/**
 * A menu that was opened by a key on something gives the focus back to it, unless what was chosen has
 * taken the focus elsewhere. The menu itself remembers no more than the button it hangs on.
 * @param opened from the start, or by and by
 */
export function useFocusBack(opened: boolean): void {
  const from = useRef<Element | null>(null);
  useEffect(() => {
    if (opened) {
      const active = document.activeElement;
      if (active?.closest(LEFT_OVER) === null) from.current = active;
      return;
    }
    const active = document.activeElement;
    const lies = active === null || active === document.body || active.closest(LEFT_OVER) !== null;
    if (lies && from.current instanceof HTMLElement && from.current !== document.body) {
      from.current.focus({ preventScroll: true });
    }
    from.current = null;
  }, [opened]);
}
