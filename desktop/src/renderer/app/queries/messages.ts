import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { unwrap, useBridge, type DesktopBridge } from '../bridge';
import { keys } from '../keys';

const PAGE = 50;

/** A conversation, read from its end backwards. */
export const messagesQuery = (bridge: DesktopBridge, ticketId: string) =>
  infiniteQueryOptions({
    queryKey: keys.messages(ticketId),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      unwrap(
        bridge.read('GET /tickets/{id}/messages', {
          id: ticketId,
          order: 'desc',
          limit: PAGE,
          ...(pageParam === null ? {} : { cursor: pageParam }),
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

/** A conversation, given oldest first. */
export function useMessages(ticketId: string) {
  const bridge = useBridge();
  const query = useInfiniteQuery(messagesQuery(bridge, ticketId));
  const messages = useMemo(
    () => (query.data?.pages ?? []).flatMap((page) => page.items).reverse(),
    [query.data],
  );
  return { ...query, messages };
}
