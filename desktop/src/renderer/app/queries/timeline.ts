import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import type { TicketChange } from '@tikethet/shared/contracts';
import { useEffect, useMemo } from 'react';
import { unwrap, useBridge, type DesktopBridge } from '../bridge';
import { keys } from '../keys';

const PAGE = 100;
const NONE: readonly TicketChange[] = [];

/** What changed of a ticket, read from its end backwards. */
export const timelineQuery = (bridge: DesktopBridge, ticketId: string) =>
  infiniteQueryOptions({
    queryKey: keys.timeline(ticketId),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      unwrap(
        bridge.read('GET /tickets/{id}/timeline', {
          id: ticketId,
          order: 'desc',
          limit: PAGE,
          ...(pageParam === null ? {} : { cursor: pageParam }),
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

/**
 * What changed of a ticket, oldest first, read back to a moment.
 * @param from ISO 8601: the oldest message that is loaded; null: to the beginning
 */
export function useTimeline(ticketId: string, from: string | null): readonly TicketChange[] {
  const bridge = useBridge();
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = useInfiniteQuery(
    timelineQuery(bridge, ticketId),
  );
  const changes = useMemo(
    () => data?.pages.flatMap((page) => page.items).reverse() ?? NONE,
    [data],
  );
  const oldest = changes[0]?.at;
  const wanted = hasNextPage && oldest !== undefined && (from === null || oldest > from);
  useEffect(() => {
    if (wanted && !isFetching && !isError) void fetchNextPage();
  }, [wanted, isFetching, isError, fetchNextPage]);
  return changes;
}
