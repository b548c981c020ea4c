import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Notification } from '@tikethet/shared/contracts';
import type { EventData } from '@tikethet/shared/events';
import { createStore } from '../state/store';

export interface NotificationPage {
  items: Notification[];
  nextCursor: string | null;
  unread: number;
}
export type NotificationPages = InfiniteData<NotificationPage, string | null>;

export const notificationsKey = ['notifications'] as const;

/** How many notifications the person has not read: the badge of the tab. */
export const unread = createStore(0);

/** Puts a new notification on top; one that it stands for as well goes. */
export function placeNotification(
  data: NotificationPages,
  { notification, replacesId }: EventData<'notification.created'>,
): NotificationPages {
  return {
    ...data,
    pages: data.pages.map((page, at) => {
      const rest = page.items.filter((one) => one.id !== notification.id && one.id !== replacesId);
      return { ...page, items: at === 0 ? [notification, ...rest] : rest };
    }),
  };
}

/** Shows what the feed has brought. */
export function showNotification(
  client: QueryClient,
  event: EventData<'notification.created'>,
): void {
  unread.set(event.unread);
  client.setQueryData<NotificationPages>(
    notificationsKey,
    (data) => data && placeNotification(data, event),
  );
}

/** The list after one, a ticket's or all were read. */
export function withRead(
  data: NotificationPages,
  { id, ticketId }: { id?: string | undefined; ticketId?: string | undefined },
  at: string,
): NotificationPages {
  const meant = (one: Notification): boolean =>
    one.readAt === null &&
    (id === undefined || one.id === id) &&
    (ticketId === undefined || one.ticket?.id === ticketId);
  return {
    ...data,
    pages: data.pages.map((page) => ({
      ...page,
      items: page.items.map((one) => (meant(one) ? { ...one, readAt: at } : one)),
    })),
  };
}
