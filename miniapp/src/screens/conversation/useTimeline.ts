import { useInfiniteQuery } from '@tanstack/react-query';
import type { TicketChange } from '@tikethet/shared/contracts';
import { useEffect, useMemo } from 'react';
import { api } from '../../api/api';
import { keys, type Page } from '../../api/queries';

/**
 * A ticket's changes, oldest first, as far back as asked.
 * @param backTo position of a message: changes since then are fetched; Infinity: the newest
 */
export function useTimeline(ticketId: string, backTo: number) {
  const query = useInfiniteQuery({
    queryKey: keys.timeline(ticketId),
    queryFn: ({ pageParam, signal }): Promise<Page<TicketChange>> =>
      api(
        'GET /tickets/{id}/timeline',
        {
          id: ticketId,
          order: 'desc',
          limit: 50,
          ...(pageParam !== null && { cursor: pageParam }),
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  const changes = useMemo(
    () => (data?.pages.flatMap((page) => page.items) ?? []).reverse(),
    [data],
  );
  const oldest = changes[0]?.position ?? 0;
  const wanted = hasNextPage && !isFetching && !isError && oldest >= backTo;
  useEffect(() => {
    if (wanted) void fetchNextPage();
  }, [wanted, fetchNextPage]);
  return { changes, query };
}
