import {
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type InfiniteData,
} from '@tanstack/react-query';
import type { Category, Message, Ticket, TicketCounts } from '@tikethet/shared/contracts';
import { api, session } from './api';
import { toQuery, type TicketFilter } from './ticketFilter';

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
export type Pages<T> = InfiniteData<Page<T>, string | null>;

export const keys = {
  lists: ['tickets', 'list'] as const,
  list: (filter: TicketFilter) => ['tickets', 'list', filter] as const,
  counts: ['tickets', 'counts'] as const,
  ticket: (id: string) => ['ticket', id] as const,
  messages: (id: string) => ['messages', id] as const,
  timeline: (id: string) => ['timeline', id] as const,
  answerTimes: ['answerTimes'] as const,
  categories: ['categories'] as const,
};

/** The signed-in person's own tickets: staff have no others here, the console is for those. */
export function useTickets(filter: TicketFilter) {
  return useInfiniteQuery({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam, signal }): Promise<Page<Ticket>> =>
      api(
        'GET /tickets',
        {
          customerId: session.user()?.id,
          limit: 25,
          ...toQuery(filter),
          ...(pageParam !== null && { cursor: pageParam }),
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Counts of the person's own tickets, by status. */
export function useCounts() {
  return useQuery({
    queryKey: keys.counts,
    queryFn: ({ signal }): Promise<TicketCounts> =>
      api('GET /tickets/counts', { customerId: session.user()?.id }, { signal }),
  });
}

export function useCategories() {
  return useQuery({
    queryKey: keys.categories,
    queryFn: ({ signal }): Promise<{ items: Category[] }> => api('GET /categories', {}, { signal }),
    staleTime: 5 * 60_000,
    select: (answer) => answer.items.filter((one) => one.isActive),
  });
}

/** A category by its id, also an inactive one that an old ticket still has. */
export function useCategory(id: string | undefined): Category | undefined {
  const { data } = useQuery({
    queryKey: keys.categories,
    queryFn: ({ signal }): Promise<{ items: Category[] }> => api('GET /categories', {}, { signal }),
    staleTime: 5 * 60_000,
    select: (answer) => answer.items.find((one) => one.id === id),
  });
  return data;
}

export function useTicket(id: string) {
  const client = useQueryClient();
  const known = client
    .getQueriesData<Pages<Ticket>>({ queryKey: keys.lists })
    .flatMap(([, data]) => data?.pages.flatMap((page) => page.items) ?? [])
    .find((ticket) => ticket.id === id);
  return useQuery({
    queryKey: keys.ticket(id),
    queryFn: ({ signal }): Promise<Ticket> => api('GET /tickets/{id}', { id }, { signal }),
    // The list has it already: the conversation opens at once.
    placeholderData: known,
  });
}

/** The conversation, newest page first: older ones are fetched when the person scrolls up. */
export function useMessages(ticketId: string) {
  return useInfiniteQuery({
    queryKey: keys.messages(ticketId),
    queryFn: ({ pageParam, signal }): Promise<Page<Message>> =>
      api(
        'GET /tickets/{id}/messages',
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
}
