import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { unwrap, useBridge } from '../bridge';
import { keys } from '../keys';

/** Articles in their order, drafts too, as far as they were read: all of them, page by page. */
export function useFaqEntries() {
  const bridge = useBridge();
  return useInfiniteQuery({
    queryKey: keys.faqEntries,
    queryFn: ({ pageParam }) =>
      unwrap(
        bridge.read('GET /faq/entries', {
          limit: 100,
          ...(pageParam !== null && { cursor: pageParam }),
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** @param id null: none is open */
export function useFaqEntry(id: string | null) {
  const bridge = useBridge();
  return useQuery({
    queryKey: keys.faqEntry(id ?? ''),
    queryFn: () => unwrap(bridge.read('GET /faq/entries/{id}', { id: id ?? '' })),
    enabled: id !== null,
  });
}
