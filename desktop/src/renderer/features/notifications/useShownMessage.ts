import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { MESSAGE_PARAMETER } from './ticketAddress';

/** Milliseconds in which an opened conversation brings its newest messages. */
const LIMIT = 8_000;

function show(id: string): boolean {
  const found = document.querySelector<HTMLElement>(`[data-message-id="${CSS.escape(id)}"]`);
  if (found === null) return false;
  found.scrollIntoView({ block: 'center' });
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (!still) {
    found.animate([{ backgroundColor: 'var(--accent-soft)' }, { backgroundColor: 'transparent' }], {
      duration: 1_600,
    });
  }
  return true;
}

/** Brings the message that the address names before the person's eyes, once it is there. */
export function useShownMessage(ticketId: string | null): void {
  const [search, setSearch] = useSearchParams();
  const messageId = search.get(MESSAGE_PARAMETER);
  useEffect(() => {
    if (ticketId === null || messageId === null) return;
    const end = () => {
      watcher.disconnect();
      clearTimeout(timer);
      setSearch(
        (known) => {
          known.delete(MESSAGE_PARAMETER);
          return known;
        },
        { replace: true },
      );
    };
    const watcher = new MutationObserver(() => show(messageId) && end());
    // An older one than was loaded is not chased: the conversation is open all the same.
    const timer = setTimeout(end, LIMIT);
    watcher.observe(document.body, { childList: true, subtree: true });
    if (show(messageId)) end();
    return () => {
      watcher.disconnect();
      clearTimeout(timer);
    };
  }, [ticketId, messageId, setSearch]);
}
