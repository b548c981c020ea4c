import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { TicketFilters } from '@tikethet/shared/contracts';
import { useMemo } from 'react';
import { unwrap, useBridge } from '../bridge';
import { useDesk } from '../DeskProvider';
import { keys } from '../keys';
import type { Pages } from '../live/pages';
import type { Ticket } from '@tikethet/shared/contracts';

const PAGE = 50;

/** A list of tickets, page by page; the former list stands while a new one is read. */
export function useTicketList(filters: TicketFilters) {
  const bridge = useBridge();
  const query = useInfiniteQuery({
    queryKey: keys.list(filters),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      unwrap(
        bridge.read('GET /tickets', {
          ...filters,
          limit: PAGE,
          ...(pageParam === null ? {} : { cursor: pageParam }),
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: filters.search === undefined ? undefined : keepPreviousData,
  });
  const tickets = useMemo(() => uniqueTickets(query.data), [query.data]);
  return { ...query, tickets };
}

/** A ticket that moved up between two page reads may come twice. */
function uniqueTickets(data: Pages<Ticket> | undefined): Ticket[] {
  const byId = new Map<string, Ticket>();
  for (const page of data?.pages ?? []) {
    for (const ticket of page.items) if (!byId.has(ticket.id)) byId.set(ticket.id, ticket);
  }
  return [...byId.values()];
}

export function useTicketCounts() {
  const bridge = useBridge();
  return useQuery({
    queryKey: keys.counts,
    queryFn: () => unwrap(bridge.read('GET /tickets/counts', {})),
  });
}

/** One ticket; what a list knows of it stands at once. */
export function useTicket(id: string) {
  const bridge = useBridge();
  const { desk } = useDesk();
  return useQuery({
    queryKey: keys.ticket(id),
    queryFn: () => unwrap(bridge.read('GET /tickets/{id}', { id })),
    initialData: () => desk.find(id) ?? undefined,
  });
}
