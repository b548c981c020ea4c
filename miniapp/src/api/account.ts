import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InputOf, Me } from '@tikethet/shared/contracts';
import { changePreferences } from '@tikethet/shared/notices';
import { queryClient } from '../app/queryClient';
import { notificationsKey, unread, type NotificationPage } from '../live/notifications';
import { api } from './api';

export const meKey = ['me'] as const;
export const summaryKey = ['me', 'summary'] as const;

/** The signed-in person with what they chose. */
export function useMe() {
  return useQuery({
    queryKey: meKey,
    queryFn: ({ signal }): Promise<Me> => api('GET /auth/me', {}, { signal }),
  });
}

/** The person's picture and counts; the picture's address lives minutes. */
export function useSummary() {
  return useQuery({
    queryKey: summaryKey,
    queryFn: ({ signal }) => api('GET /me/summary', {}, { signal }),
  });
}

/** What happened for the person, newest first. */
export function useNotifications() {
  return useInfiniteQuery({
    queryKey: notificationsKey,
    queryFn: async ({ pageParam, signal }): Promise<NotificationPage> => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      const page = await api('GET /notifications', { limit: 25, ...cursor }, { signal });
      unread.set(page.unread);
      return page;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Changes the profile: on screen at once, back again when the desk refuses. Throws `ApiError`. */
export async function changeProfile(change: InputOf<'auth.profile'>): Promise<void> {
  const before = queryClient.getQueryData<Me>(meKey);
  queryClient.setQueryData<Me>(
    meKey,
    (me) =>
      me && {
        ...me,
        language: change.language ?? me.language,
        preferences: changePreferences(me.preferences, change.preferences ?? {}),
      },
  );
  try {
    queryClient.setQueryData<Me>(meKey, await api('PUT /auth/profile', change));
  } catch (error) {
    queryClient.setQueryData<Me>(meKey, before);
    throw error;
  }
}
