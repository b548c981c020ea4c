import {
  keepPreviousData,
  useInfiniteQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import type { Ticket, TicketFilters } from '@tikethet/shared/contracts';
import { useCallback, useMemo, useRef } from 'react';
import { unwrap, useBridge, type DesktopBridge } from '../bridge';
import { keys } from '../keys';
import type { Pages } from '../live/pages';
import { ListTrail } from './listTrail';

/** Tickets in one answer. */
const PAGE = 100;
/** Pages kept in memory around what is on screen; others are read again when they are needed. */
const KEPT = 8;
const MINUTE = 60_000;
/** Rows before the end of what is kept at which more is read. */
const NEAR = 30;

const trails = new WeakMap<QueryClient, Map<string, ListTrail>>();

/** Lasts as long as the cache, so that a list that was left half-way down is still known. */
function trailOf(client: QueryClient, filters: TicketFilters): ListTrail {
  let known = trails.get(client);
  if (known === undefined) trails.set(client, (known = new Map<string, ListTrail>()));
  const name = JSON.stringify(Object.entries(filters).sort());
  let trail = known.get(name);
  if (trail === undefined) known.set(name, (trail = new ListTrail()));
  return trail;
}

/** Reads the page behind a cursor, and notes where it stands in the list. */
function pageReader(bridge: DesktopBridge, client: QueryClient, filters: TicketFilters) {
  const trail = trailOf(client, filters);
  return async (cursor: string | null) => {
    const page = await unwrap(
      bridge.read('GET /tickets', {
        ...filters,
        limit: PAGE,
        ...(cursor !== null && { cursor }),
      }),
    );
    trail.note(cursor, page.items.length, page.nextCursor);
    return page;
  };
}

/** Asks for the beginning of a list before anything is there to show it. */
export function prefetchTicketList(
  bridge: DesktopBridge,
  client: QueryClient,
  filters: TicketFilters,
): void {
  const read = pageReader(bridge, client, filters);
  void client.prefetchInfiniteQuery({
    queryKey: keys.list(filters),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => read(pageParam),
  });
}

/**
 * A list of tickets of any length: pages are read as the person comes near them and let go of
 * behind them. `above` rows stand before `tickets[0]`, `total` are known to exist. The former list
 * stands while another search is read.
 */
export function useTicketList(filters: TicketFilters) {
  const bridge = useBridge();
  const client = useQueryClient();
  const trail = useMemo(() => trailOf(client, filters), [client, filters]);
  const read = useMemo(() => pageReader(bridge, client, filters), [bridge, client, filters]);
  const query = useInfiniteQuery({
    queryKey: keys.list(filters),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => read(pageParam),
    getNextPageParam: (page) => page.nextCursor,
    getPreviousPageParam: (_page, _pages, cursor) => trail.before(cursor),
    maxPages: KEPT,
    // What is late or at risk becomes so by the clock alone.
    refetchInterval: filters.due === undefined ? false : MINUTE,
    placeholderData: filters.search === undefined ? undefined : keepPreviousData,
  });
  const { data, isPlaceholderData, hasNextPage, hasPreviousPage } = query;
  const tickets = useMemo(() => uniqueTickets(data), [data]);
  const first = data?.pageParams[0] as string | null | undefined;
  const above = isPlaceholderData || first === undefined ? 0 : trail.rowOf(first);
  const known = isPlaceholderData ? 0 : trail.rows;
  const total = hasNextPage ? Math.max(above + tickets.length, known) : above + tickets.length;

  const jumping = useRef(false);
  const { isFetching, isFetchNextPageError, isFetchPreviousPageError } = query;
  const { fetchNextPage, fetchPreviousPage } = query;
  /** Reads what these rows need: the page beside what is kept, or the one far away. */
  const need = useCallback(
    (from: number, to: number) => {
      if (isFetching || jumping.current || tickets.length === 0) return;
      const end = above + tickets.length;
      const far = to < above - PAGE || from > end + PAGE;
      if (far) {
        jumping.current = true;
        const cursor = trail.pageAt(from);
        void read(cursor)
          .then((page) =>
            client.setQueryData<Pages<Ticket>>(keys.list(filters), {
              pages: [page],
              pageParams: [cursor],
            }),
          )
          // What is shown stays; coming near again tries again.
          .catch(() => undefined)
          .finally(() => (jumping.current = false));
      } else if (to >= end - NEAR && hasNextPage && !isFetchNextPageError) void fetchNextPage();
      else if (from <= above + NEAR && hasPreviousPage && !isFetchPreviousPageError) {
        void fetchPreviousPage();
      }
    },
    [
      above,
      client,
      fetchNextPage,
      fetchPreviousPage,
      filters,
      hasNextPage,
      hasPreviousPage,
      isFetchNextPageError,
      isFetchPreviousPageError,
      isFetching,
      read,
      tickets.length,
      trail,
    ],
  );
  return { ...query, tickets, above, total, complete: !hasNextPage, need };
}

/** A ticket that moved up between two page reads may come twice. */
function uniqueTickets(data: Pages<Ticket> | undefined): Ticket[] {
  const byId = new Map<string, Ticket>();
  for (const page of data?.pages ?? []) {
    for (const ticket of page.items) if (!byId.has(ticket.id)) byId.set(ticket.id, ticket);
  }
  return [...byId.values()];
}
