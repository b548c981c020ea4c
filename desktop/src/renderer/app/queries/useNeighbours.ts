import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useBridge } from '../bridge';
import { messagesQuery } from './messages';
import { timelineQuery } from './timeline';

/** Milliseconds: first what is open. */
const AFTER = 60;

/** Reads the tickets beside the open one, so that the next key finds them whole. */
export function useNeighbours(tickets: readonly { id: string }[], openId: string | null): void {
  const bridge = useBridge();
  const client = useQueryClient();
  const at = openId === null ? -1 : tickets.findIndex(({ id }) => id === openId);
  const near = at < 0 ? [] : [tickets[at + 1], tickets[at - 1]].flatMap((one) => one?.id ?? []);
  const wanted = near.join(' ');
  useEffect(() => {
    if (wanted === '') return;
    const timer = setTimeout(() => {
      for (const id of wanted.split(' ')) {
        void client.prefetchInfiniteQuery(messagesQuery(bridge, id));
        void client.prefetchInfiniteQuery(timelineQuery(bridge, id));
      }
    }, AFTER);
    return () => clearTimeout(timer);
  }, [bridge, client, wanted]);
}
