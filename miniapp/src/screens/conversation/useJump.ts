import type { Message } from '@tikethet/shared/contracts';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { useMessages } from '../../api/queries';
import { calm } from '../../ui/calm';
import type { Block } from './feedItems';

/** Pages fetched at most on the way to an old message; each holds fifty. */
const MOST_PAGES = 120;

interface Jump {
  /** The block that must be drawn for the jump; null: none. */
  forced: string | null;
  /** Goes to a message, however old; false: it is not in this conversation any more. */
  jumpTo: (messageId: string) => Promise<boolean>;
}

/** Shows a message wherever it is in the conversation, fetching older ones on the way. */
export function useJump(
  scroller: RefObject<HTMLElement | null>,
  query: ReturnType<typeof useMessages>,
  blocks: readonly Block[],
): Jump {
  const [target, setTarget] = useState<string | null>(null);
  const latest = useRef(query);
  useEffect(() => {
    latest.current = query;
  });
  const block = blocks.find((one) => one.items.some((item) => item.key === target));

  useEffect(() => {
    if (target === null || block === undefined) return;
    const found = scroller.current?.querySelector(`[data-message-id="${CSS.escape(target)}"]`);
    if (!found) return;
    found.scrollIntoView({ block: 'center', behavior: calm() ? 'auto' : 'smooth' });
    found.classList.add('flash');
    const timer = setTimeout(() => {
      found.classList.remove('flash');
      setTarget(null);
    }, 1_600);
    return () => clearTimeout(timer);
  }, [scroller, target, block]);

  const jumpTo = async (messageId: string): Promise<boolean> => {
    const has = (pages: { items: Message[] }[] | undefined): boolean =>
      pages?.some((page) => page.items.some((one) => one.id === messageId)) ?? false;
    let { data, hasNextPage } = latest.current;
    for (let page = 0; !has(data?.pages) && hasNextPage && page < MOST_PAGES; page += 1) {
      const answer = await latest.current.fetchNextPage();
      if (answer.isError) return false;
      ({ data, hasNextPage } = answer);
    }
    if (!has(data?.pages)) return false;
    setTarget(messageId);
    return true;
  };
  return { forced: block?.key ?? null, jumpTo };
}
