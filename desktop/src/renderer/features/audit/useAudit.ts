import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { AuditFilters } from '@tikethet/shared/contracts';
import { useMemo } from 'react';
import { unwrap, useBridge } from '../../app/bridge';
import { keys } from '../../app/keys';

const PAGE = 50;

/** The audit log, newest first, as far as it was read; the former list stands while a new one is read. */
export function useAudit(filters: AuditFilters) {
  const bridge = useBridge();
  const query = useInfiniteQuery({
    queryKey: keys.audit(filters),
    queryFn: ({ pageParam }) =>
      unwrap(
        bridge.read('GET /audit', {
          ...filters,
          limit: PAGE,
          ...(pageParam !== null && { cursor: pageParam }),
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    // It grows with every deed: read anew whenever the page is opened.
    staleTime: 0,
  });
  const entries = useMemo(
    () => (query.data?.pages ?? []).flatMap(({ items }) => items),
    [query.data],
  );
  return { ...query, entries };
}
