import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Notification } from '@tikethet/shared/contracts';
import type { EventData } from '@tikethet/shared/events';
import { keys } from '../keys';

export interface NotificationPage {
  items: Notification[];
  nextCursor: string | null;
  unread: number;
}
export type NotificationPages = InfiniteData<NotificationPage>;

/** Puts a new one on top; an earlier one that it stands for as well goes. */
export function placeNotification(
  data: NotificationPages,
  { notification, replacesId, unread }: EventData<'notification.created'>,
): NotificationPages {
  return {
    ...data,
    pages: data.pages.map((page, at) => {
      const rest = page.items.filter((one) => one.id !== notification.id && one.id !== replacesId);
      return { ...page, unread, items: at === 0 ? [notification, ...rest] : rest };
    }),
  };
}

/**
 * The list after those of a ticket (null: all) were read.
 * @param unread how many are left; null: count it here, until the desk says
 */
export function withRead(
  data: NotificationPages,
  ticketId: string | null,
  at: string,
  unread: number | null = null,
): NotificationPages {
  const meant = (one: Notification) =>
    one.readAt === null && (ticketId === null || one.ticket?.id === ticketId);
  const read = data.pages.flatMap((page) => page.items).filter(meant).length;
  const left = unread ?? (ticketId === null ? 0 : Math.max(unreadIn(data) - read, 0));
  return {
    ...data,
    pages: data.pages.map((page) => ({
      ...page,
      unread: left,
      items: page.items.map((one) => (meant(one) ? { ...one, readAt: at } : one)),
    })),
  };
}

/** What the badge says: the newest word of the desk. */
export function unreadIn(data: NotificationPages | undefined): number {
  return data?.pages[0]?.unread ?? 0;
}

/** Whether a ticket has something unread among what was loaded. */
export function isUnread(data: NotificationPages | undefined, ticketId: string): boolean {
  return (data?.pages ?? []).some(({ items }) =>
    items.some(({ ticket, readAt }) => readAt === null && ticket?.id === ticketId),
  );
}

/** Brings the cached list up to date with one fact of the feed. */
export function applyNotification(
  client: QueryClient,
  event:
    | { type: 'notification.created'; data: EventData<'notification.created'> }
    | { type: 'notification.read'; data: EventData<'notification.read'>; at: string },
): void {
  const change = (next: (data: NotificationPages) => NotificationPages) =>
    client.setQueryData<NotificationPages>(keys.notifications, (data) =>
      data === undefined ? undefined : next(data),
    );
  if (event.type === 'notification.created') {
    change((data) => placeNotification(data, event.data));
    return;
  }
  const { unread, ticketId = null } = event.data;
  // One of them, or those up to one: which, the list tells.
  if (ticketId === null && unread > 0) {
    void client.invalidateQueries({ queryKey: keys.notifications });
  } else {
    change((data) => withRead(data, ticketId, event.at, unread));
  }
}
