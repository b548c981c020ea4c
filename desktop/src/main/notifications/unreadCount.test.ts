import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { sampleEvent } from '../../sync/testing/samples';
import { createUnreadCount, type UnreadCount } from './unreadCount';

let shown: number[];
let count: UnreadCount;
beforeEach(() => {
  shown = [];
  count = createUnreadCount((value) => shown.push(value));
});

const about = (ticketId: string | null, id = randomUUID()) => ({
  id,
  readAt: null,
  ticket: ticketId === null ? null : { id: ticketId, number: 1, title: 'Т' },
});
const read = (input: Record<string, unknown>) => ({
  key: randomUUID(),
  operation: 'notifications.read' as const,
  input,
});
const said = (unread: number, ticketId: string | null = null) =>
  count.event(sampleEvent({ type: 'notification.read', data: { unread, ticketId } }));

test('what is read here is read at once, and stays so when the desk says so too', () => {
  count.listed([about('a'), about('a'), about('b')], 3);
  count.queued([read({ ticketId: 'a' })]);
  expect(shown).toEqual([3, 1]);
  // Taken by the desk, its word follows: nothing rises in between.
  count.queued([]);
  said(1, 'a');
  expect(shown).toEqual([3, 1]);
  count.queued([read({})]);
  expect(shown).toEqual([3, 1, 0]);
});

test('one command counts once, however often the queue is told; others change nothing', () => {
  count.listed([about('a'), about('b')], 2);
  const one = read({ ticketId: 'a' });
  count.queued([one]);
  count.queued([one, { ...read({ id: 'b' }), operation: 'tickets.read' }]);
  expect(shown).toEqual([2, 1]);
});

test('news while it waits are counted; a new look at the list knows what waits', () => {
  count.listed([about('a')], 1);
  const one = read({ ticketId: 'a' });
  count.queued([one]);
  const notification = about('c');
  count.event(
    sampleEvent({
      type: 'notification.created',
      data: { notification, replacesId: null, unread: 2 } as never,
    }),
  );
  expect(shown).toEqual([1, 0, 1]);
  count.listed([about('a'), notification], 2);
  expect(shown).toEqual([1, 0, 1]);
  count.clear();
  expect(shown.at(-1)).toBe(0);
});

test('one and all older ones', () => {
  count.listed([about('a', '3' as never), about('b', '2' as never), about('c', '1' as never)], 3);
  count.queued([read({ upTo: '2' })]);
  expect(shown).toEqual([3, 1]);
  count.queued([read({ id: '3' })]);
  expect(shown).toEqual([3, 1, 0]);
});
