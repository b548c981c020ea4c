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
    const away = ['pointerdown', 'keydown', 'wheel', 'blur'] as const;
    document.addEventListener('pointerover', aim, { passive: true });
    for (const kind of away) window.addEventListener(kind, leave, { passive: true });
    return () => {
      leave();
      document.removeEventListener('pointerover', aim);
      for (const kind of away) window.removeEventListener(kind, leave);
    };
  }, []);
  return over?.isConnected ? (
    <Tooltip key={over.dataset['tip']} target={over} label={over.dataset['tip']} opened />
  ) : null;
}
