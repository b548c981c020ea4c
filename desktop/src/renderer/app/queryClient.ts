import { QueryClient } from '@tanstack/react-query';
import { BridgeFailure } from './bridge';

const RETRIED = new Set(['network', 'timeout', 'unavailable', 'internal']);

/** Whether reading again may help: what the server refused stays refused. */
export function mayRetry(failures: number, error: unknown): boolean {
  return failures < 2 && error instanceof BridgeFailure && RETRIED.has(error.error.code);
}

/**
 * The cache. Events keep it true while connected and `reset` empties trust in it, so nothing is
 * read again by the clock or because the window came to the front.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 5 * 60_000,
        gcTime: 30 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: mayRetry,
        retryDelay: (attempt) => 800 * 2 ** attempt,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
