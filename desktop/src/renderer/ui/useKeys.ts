import { useEffect, useRef } from 'react';

export type KeyName = 'j' | 'k' | 'r' | 'n' | 'a' | 'e' | 'search' | 'sheet' | 'escape';

const BY_PLACE: Readonly<Record<string, KeyName>> = {
  KeyJ: 'j',
  KeyK: 'k',
  KeyR: 'r',
  KeyN: 'n',
  KeyA: 'a',
  KeyE: 'e',
};

/** The shortcut a key press means, by the key's place: it works with Cyrillic letters too. */
export function keyName(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): KeyName | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === 'Escape') return 'escape';
  if (event.key === '?' || (event.code === 'Slash' && event.shiftKey)) return 'sheet';
  if (event.key === '/' || event.code === 'Slash') return 'search';
  return event.shiftKey ? null : (BY_PLACE[event.code] ?? null);
}

const TYPING = 'input, textarea, select, [contenteditable]';
const OVERLAY = '[role="dialog"], [role="listbox"], [role="menu"]';

/** Handles shortcuts of a screen, except while the person types or something lies over it. */
export function useKeys(handlers: Partial<Record<KeyName, () => void>>): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(TYPING) ?? target?.closest(OVERLAY)) return;
      if (document.querySelector('[aria-modal="true"]')) return;
      const name = keyName(event);
      const handler = name ? latest.current[name] : undefined;
      if (!handler) return;
      event.preventDefault();
      handler();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
