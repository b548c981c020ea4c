import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '@tikethet/shared/client';

/** Whether the same question may be asked again by itself. */
function worthRetrying(error: Error): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status >= 500);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // What changes arrives live; this only covers a socket that cannot connect.
      staleTime: 30_000,
      gcTime: 30 * 60_000,
      retry: (count, error) => count < 2 && worthRetrying(error),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
