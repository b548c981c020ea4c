import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { FeedEvent } from '@tikethet/shared/events';
import { keys } from '../keys';

/** The caches an event may concern. */
function concerned(event: FeedEvent): QueryKey[] {
  const touched: QueryKey[] = [];
  if (event.type.startsWith('ticket.') || event.type === 'message.created') {
    touched.push(keys.lists);
    if (event.ticketId !== null) touched.push(keys.ticket(event.ticketId));
  }
  if (event.ticketId !== null && !event.type.startsWith('ticket.')) {
    touched.push(keys.messages(event.ticketId));
  }
  if (event.type.startsWith('category.')) touched.push(keys.categories);
  return touched;
}

/**
 * An answer that was on its way when an event arrived may be older than the event and would
 * overwrite it. Such queries are read once more when they have come to rest.
 * @returns tells of an event; call it before the event is applied
 */
export function createRaceGuard(client: QueryClient): {
  noticed(event: FeedEvent): void;
  /** Everything may be wrong, also what is being read just now. */
  everything(): void;
  stop(): void;
} {
  const raced = new Set<string>();
  const cache = client.getQueryCache();
  const stop = cache.subscribe(({ type, query }) => {
    if (type !== 'updated' || query.state.fetchStatus !== 'idle') return;
    if (raced.delete(query.queryHash)) {
      // Not within the notification: the query is still finishing.
      const queryKey = query.queryKey as QueryKey;
      queueMicrotask(() => void client.invalidateQueries({ queryKey, exact: true }));
    }
  });
  return {
    noticed(event) {
      for (const queryKey of concerned(event)) {
        for (const query of cache.findAll({ queryKey, fetchStatus: 'fetching' })) {
          raced.add(query.queryHash);
        }
      }
    },
    everything() {
      for (const query of cache.findAll({ fetchStatus: 'fetching' })) raced.add(query.queryHash);
    },
    stop,
  };
}
