import type { Notification } from '@tikethet/shared/contracts';
import { describe, expect, it } from 'vitest';
import { placeNotification, withRead, type NotificationPages } from './notifications';

function notification(id: string, ticketId: string | null = null): Notification {
  return {
    id,
    ticket: ticketId === null ? null : { id: ticketId, number: 1, title: '' },
    readAt: null,
  } as Notification;
}

const list: NotificationPages = {
  pageParams: [null, 'c'],
  pages: [
    { items: [notification('a', 't'), notification('b')], nextCursor: 'c', unread: 3 },
    { items: [notification('c', 't')], nextCursor: null, unread: 3 },
  ],
};
const ids = (data: NotificationPages): string[] =>
  data.pages.flatMap((page) => page.items.map((one) => one.id));
const readIds = (data: NotificationPages): string[] =>
  data.pages.flatMap((page) => page.items.filter((one) => one.readAt).map((one) => one.id));

describe('a new notification', () => {
  it('stands on top, once, and takes the place of what it replaces', () => {
    const event = { notification: notification('d', 't'), replacesId: 'c', unread: 3 };
    const once = placeNotification(list, event);
    expect(ids(once)).toEqual(['d', 'a', 'b']);
    expect(ids(placeNotification(once, event))).toEqual(['d', 'a', 'b']);
  });
});

describe('reading', () => {
  it.each([
    [{ id: 'b' }, ['b']],
    [{ ticketId: 't' }, ['a', 'c']],
    [{}, ['a', 'b', 'c']],
  ])('%j', (which, expected) => {
    const read = withRead(list, which, 'now');
    expect(readIds(read)).toEqual(expected);
    expect(withRead(read, {}, 'later').pages[0]?.items[1]?.readAt).toBe(
      expected.includes('b') ? 'now' : 'later',
    );
  });
});
