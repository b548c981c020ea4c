import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useBridge } from '../bridge';
import { keys } from '../keys';
import { messagesQuery } from './messages';
import { timelineQuery } from './timeline';

/** Milliseconds: first what is open. */
const AFTER = 60;
/** Milliseconds that nobody notices. */
const SOON = 40;

const isThere = (client: QueryClient, ticketId: string): boolean =>
  client.getQueryData(keys.messages(ticketId)) !== undefined;

/** @returns reads a ticket's conversation before anybody sees it, unless it is there already */
export function useReadAhead(): (ticketId: string) => Promise<void> {
  const bridge = useBridge();
  const client = useQueryClient();
  return useCallback(
    (ticketId) => {
      if (isThere(client, ticketId)) return Promise.resolve();
      void client.prefetchInfiniteQuery(timelineQuery(bridge, ticketId));
      return client.prefetchInfiniteQuery(messagesQuery(bridge, ticketId));
    },
    [bridge, client],
  );
}

/**
 * For a click that opens a ticket: what is kept here is there within a few milliseconds, and drawing
 * the ticket first without it would take longer than that.
 * @returns whether the click was taken over: `open` is called once the conversation can be shown
 */
export function useOpenRead(
  open: (ticketId: string) => void,
  openId: string | null,
): (ticketId: string) => boolean {
  const client = useQueryClient();
  const readAhead = useReadAhead();
  const wanted = useRef<string | null>(null);
  // Another ticket was opened meanwhile, by a key: that is where the person is.
  useEffect(() => void (wanted.current = null), [openId]);
  return useCallback(
    (ticketId) => {
      wanted.current = ticketId;
      if (isThere(client, ticketId)) return false;
      const late = new Promise((resolve) => setTimeout(resolve, SOON));
      void Promise.race([readAhead(ticketId), late]).then(() => {
        if (wanted.current === ticketId) open(ticketId);
      });
      return true;
    },
    [client, open, readAhead],
  );
}

/** Reads the tickets beside the open one, so that the next key finds them whole. */
export function useNeighbours(tickets: readonly { id: string }[], openId: string | null): void {
  const readAhead = useReadAhead();
  const at = openId === null ? -1 : tickets.findIndex(({ id }) => id === openId);
  const near = at < 0 ? [] : [tickets[at + 1], tickets[at - 1]].flatMap((one) => one?.id ?? []);
  const wanted = near.join(' ');
  useEffect(() => {
    if (wanted === '') return;
    const timer = setTimeout(() => {
      for (const id of wanted.split(' ')) void readAhead(id);
    }, AFTER);
    return () => clearTimeout(timer);
  }, [readAhead, wanted]);
}
