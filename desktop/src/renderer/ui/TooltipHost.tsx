import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';

/** Milliseconds under the pointer before it says what it is. */
const DELAY = 400;

/**
 * Says what the thing under the pointer is: anything with `data-tip`. One for the whole window,
 * because a conversation has dozens of buttons and each tooltip of its own is paid for when it opens.
 */
export function TooltipHost() {
  const [over, setOver] = useState<HTMLElement | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const aim = ({ target }: Event) => {
      clearTimeout(timer);
      setOver(null);
      const tipped = target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
      // What it opens has the word.
      if (tipped === null || tipped.ariaExpanded === 'true') return;
      timer = setTimeout(() => setOver(tipped), DELAY);
    };
    const leave = () => {
      clearTimeout(timer);
      setOver(null);
    };
    // What is reached with the keyboard for nothing but its words.
    const focused = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || !target.matches('[data-tip]:focus-visible')) return;
      if (target.matches('button, a')) return;
      clearTimeout(timer);
      setOver(target);
    };
    const away = ['pointerdown', 'keydown', 'wheel', 'blur', 'focusout'] as const;
    document.addEventListener('pointerover', aim, { passive: true });
    document.addEventListener('focusin', focused);
    for (const kind of away) window.addEventListener(kind, leave, { passive: true });
    return () => {
      leave();
      document.removeEventListener('pointerover', aim);
      document.removeEventListener('focusin', focused);
      for (const kind of away) window.removeEventListener(kind, leave);
    };
  }, []);
  return over?.isConnected ? (
    <Tooltip
      key={over.dataset['tip']}
      target={over}
      label={over.dataset['tip']}
      multiline
      maw={480}
      opened
    />
  ) : null;
}
