import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { unwrap, useBridge } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { unreadIn, withRead, type NotificationPages } from '../../app/live/notificationPages';

const PAGE = 30;

/** What called the person, newest first, page by page; kept up to date by the feed. */
export function useNotifications() {
  const bridge = useBridge();
  const query = useInfiniteQuery({
    queryKey: keys.notifications,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      unwrap(
        bridge.read('GET /notifications', {
          limit: PAGE,
          ...(pageParam === null ? {} : { cursor: pageParam }),
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });
  const items = useMemo(
    () => (query.data?.pages ?? []).flatMap((page) => page.items),
    [query.data],
  );
  return { ...query, items, unread: unreadIn(query.data) };
}

/** Marks those of a ticket (null: all) as read: here at once, at the desk as soon as it can be. */
export function useReadNotifications(): (ticketId: string | null) => void {
  const { writer } = useDesk();
  const client = useQueryClient();
  return useCallback(
    (ticketId) => {
      const now = new Date().toISOString();
      writer.write({
        route: 'PUT /notifications/read',
        lane: keys.notifications[0],
        input: () => (ticketId === null ? {} : { ticketId }),
        show: () =>
          client.setQueryData<NotificationPages>(keys.notifications, (data) =>
            data === undefined ? undefined : withRead(data, ticketId, now),
          ),
        // What the desk did not take is unread again at the next look.
        failed: () => void client.invalidateQueries({ queryKey: keys.notifications }),
      });
    },
    [client, writer],
  );
}
