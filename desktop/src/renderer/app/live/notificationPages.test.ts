import { QueryClient } from '@tanstack/react-query';
import type { Notification } from '@tikethet/shared/contracts';
import { expect, test } from 'vitest';
import { keys } from '../keys';
import {
  applyNotification,
  isUnread,
  placeNotification,
  unreadIn,
  withRead,
  type NotificationPages,
} from './notificationPages';

const at = '2026-11-22T12:00:00.000Z';

function a(id: string, ticketId: string | null = null): Notification {
  return {
    id,
    kind: 'CUSTOMER_REPLIED',
    ticket: ticketId === null ? null : { id: ticketId, number: 7, title: 'Вопрос' },
    personName: 'Иван',
    personId: null,
    avatarUrl: null,
    status: null,
    messageId: null,
    messageKind: null,
    attachment: null,
    text: '',
    count: 1,
    createdAt: at,
    readAt: null,
  };
}

const pages = (): NotificationPages => ({
  pageParams: [null, 'c'],
  pages: [
    { items: [a('1', 't'), a('2', 'u')], nextCursor: 'c', unread: 3 },
    { items: [a('3', 't')], nextCursor: null, unread: 3 },
  ],
});
const ids = (data: NotificationPages) => data.pages.map(({ items }) => items.map(({ id }) => id));

test('a new one stands on top and takes an earlier one’s place', () => {
  const data = placeNotification(pages(), {
    notification: a('4', 't'),
    replacesId: '3',
    unread: 9,
  });
  expect(ids(data)).toEqual([['4', '1', '2'], []]);
  expect(unreadIn(data)).toBe(9);
});

test('reading a ticket’s leaves the others unread, and counts', () => {
  const data = withRead(pages(), 't', at);
  expect([isUnread(data, 't'), isUnread(data, 'u'), unreadIn(data)]).toEqual([false, true, 1]);
  expect(unreadIn(withRead(pages(), null, at))).toBe(0);
});

test('the feed’s word counts; one that it does not name is looked up', () => {
  const client = new QueryClient();
  const data = () => client.getQueryData<NotificationPages>(keys.notifications);
  const read = (ticketId: string | null, unread: number) =>
    applyNotification(client, { type: 'notification.read', data: { unread, ticketId }, at });
  read('t', 1);
  expect(data()).toBeUndefined();
  client.setQueryData(keys.notifications, pages());
  read(null, 2);
  expect(client.getQueryState(keys.notifications)?.isInvalidated).toBe(true);
  read('t', 1);
  expect([unreadIn(data()), isUnread(data(), 't')]).toEqual([1, false]);
});
