import type { FeedEvent } from '@tikethet/shared/events';
import { expect, it } from 'vitest';
import { aMessage, aTicket, idOf, minute } from '../../testing/samples';
import { Unread } from './unread';

const me = idOf(700);
const envelope = { id: idOf(1), cursor: 'c', ticketId: idOf(1), at: minute(1) };
const byCustomer: FeedEvent = {
  ...envelope,
  type: 'message.created',
  actorId: idOf(900),
  data: aMessage(1),
};
const count = (unread: Unread) => unread.store.get().size;

it('marks news from customers until the ticket is opened', () => {
  const unread = new Unread(() => true);
  unread.notice(byCustomer, me);
  unread.notice(byCustomer, me);
  expect(count(unread)).toBe(1);
  unread.opened(idOf(1));
  expect(count(unread)).toBe(0);
});

it('does not mark what is open in front of the person', () => {
  let inFront = true;
  const unread = new Unread(() => inFront);
  unread.opened(idOf(1));
  unread.notice(byCustomer, me);
  expect(count(unread)).toBe(0);
  inFront = false;
  unread.notice(byCustomer, me);
  expect(count(unread)).toBe(1);
  unread.looked();
  expect(count(unread)).toBe(0);
});

it('is silent about colleagues, about oneself and about tickets that are gone', () => {
  const unread = new Unread(() => true);
  const author = { id: me, displayName: 'Me', side: 'STAFF' as const };
  unread.notice({ ...byCustomer, actorId: idOf(701), data: aMessage(1, { author }) }, me);
  unread.notice({ ...envelope, type: 'ticket.created', actorId: me, data: aTicket(1) }, me);
  expect(count(unread)).toBe(0);
  unread.notice(byCustomer, me);
  const gone = { id: idOf(1), number: 1 };
  unread.notice({ ...envelope, type: 'ticket.deleted', actorId: null, data: gone }, me);
  expect(count(unread)).toBe(0);
});
