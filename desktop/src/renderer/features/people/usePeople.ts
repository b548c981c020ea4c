import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InputOf } from '@tikethet/shared/contracts';
import { unwrap, useBridge } from '../../app/bridge';
import { keys } from '../../app/keys';

/** Parts of the list of people. */
export const SEGMENTS = ['team', 'customers', 'blocked', 'invited'] as const;
export type Segment = (typeof SEGMENTS)[number];

const FILTERS: Record<Exclude<Segment, 'invited'>, InputOf<'users.list'>> = {
  team: { role: 'HELPER,MODERATOR,ADMIN,DEVELOPER', isActive: 'true' },
  customers: { role: 'USER', isActive: 'true' },
  blocked: { isActive: 'false' },
};

/** People of a segment, newest first, page by page. */
export function usePeople(segment: Exclude<Segment, 'invited'>, search: string) {
  const bridge = useBridge();
  return useInfiniteQuery({
    queryKey: keys.peopleOf(segment, search),
    queryFn: ({ pageParam }) =>
      unwrap(
        bridge.read('GET /users', {
          ...FILTERS[segment],
          ...(search !== '' && { search }),
          ...(pageParam !== null && { cursor: pageParam }),
          limit: 50,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
  });
}

export function usePerson(id: string) {
  const bridge = useBridge();
  return useQuery({
    queryKey: keys.customer(id),
    queryFn: () => unwrap(bridge.read('GET /users/{id}', { id })),
  });
}

/** The newest invitations; at most 100. */
export function useInvitations(enabled: boolean) {
  const bridge = useBridge();
  return useQuery({
    queryKey: keys.invitations,
    enabled,
    queryFn: () => unwrap(bridge.read('GET /invitations', { limit: 100 })),
    // Whoever accepts one does it elsewhere, and of that no event tells.
    staleTime: 0,
  });
}

/** @param userId null: one's own devices, the live ones; else all a person had of late */
export function useSessions(userId: string | null) {
  const bridge = useBridge();
  return useQuery({
    queryKey: keys.sessions(userId),
    queryFn: () =>
      unwrap(
        bridge.read(
          'GET /sessions',
          userId === null ? { limit: 100 } : { userId, state: 'ALL', limit: 100 },
        ),
      ),
    staleTime: 0,
  });
}
