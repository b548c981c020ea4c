import { expect, it } from 'vitest';
import { aMessage, idOf } from '../../testing/samples';
import type { TicketChange } from '@tikethet/shared/contracts';
import { inReadingOrder, toTimeline, type TimelineItem } from './timeline';

const local = (day: number, hour: number, minutes: number) =>
  new Date(2026, 0, day, hour, minutes).toISOString();
const staff = { id: idOf(701), displayName: 'Anna', side: 'STAFF' as const };

const shapeOf = (items: readonly TimelineItem[]) =>
  items.map((item) => {
    if (item.kind === 'day') return `day ${item.day.getDate()}`;
    if (item.kind === 'change') return item.change.change.field;
    return `${item.message.position}${item.first ? ' first' : ''}${item.last ? ' last' : ''}`;
  });

let lastChange = 900;
function aChange(
  at: string,
  change: TicketChange['change'],
  actor: TicketChange['actor'] = staff,
): TicketChange {
  return { id: idOf((lastChange += 1)), ticketId: idOf(1), position: 1, actor, change, at };
}
const taken = {
  field: 'assigneeId',
  from: null,
  to: { id: staff.id, displayName: staff.displayName },
} as const;

it('marks each day once and groups what one person wrote in a row', () => {
  const items = toTimeline([
    aMessage(1, { createdAt: local(1, 23, 50) }),
    aMessage(2, { createdAt: local(1, 23, 59) }),
    aMessage(3, { createdAt: local(2, 0, 1) }),
    aMessage(4, { createdAt: local(2, 0, 3) }),
    aMessage(5, { createdAt: local(2, 0, 4), author: staff }),
    aMessage(6, { createdAt: local(2, 0, 5), author: staff, internal: true }),
  ]);
  expect(shapeOf(items)).toEqual([
    'day 1',
    // More than five minutes apart.
    '1 first last',
    '2 first last',
    'day 2',
    '3 first',
    '4 last',
    '5 first last',
    // A note never joins a reply.
    '6 first last',
  ]);
});

it('tells what changed between messages, which ends a group, and on days without one', () => {
  const items = toTimeline(
    [aMessage(1, { createdAt: local(1, 9, 0) }), aMessage(2, { createdAt: local(1, 9, 2) })],
    [
      aChange(local(1, 9, 1), { field: 'priority', from: 'LOW', to: 'HIGH' }),
      aChange(local(2, 9, 0), { field: 'status', from: 'RESOLVED', to: 'CLOSED' }),
    ],
  );
  const expected = ['day 1', '1 first last', 'priority', '2 first last', 'day 2', 'status'];
  expect(shapeOf(items)).toEqual(expected);
});

it('leaves out what an answer says by itself, and what taking a ticket implies', () => {
  const at = local(1, 9, 5);
  const changes = [
    aChange(local(1, 9, 1), taken),
    aChange(local(1, 9, 1), { field: 'status', from: 'OPEN', to: 'IN_PROGRESS' }),
    aChange(at, taken),
    aChange(at, { field: 'status', from: 'IN_PROGRESS', to: 'WAITING_RESPONSE' }),
    aChange(local(1, 9, 6), { field: 'status', from: 'WAITING_RESPONSE', to: 'OPEN' }),
  ];
  const messages = [aMessage(1, { createdAt: local(1, 9, 0) })];
  const answer = aMessage(2, { createdAt: at, author: staff });
  expect(shapeOf(toTimeline([...messages, answer], changes))).toEqual([
    'day 1',
    '1 first last',
    'assigneeId',
    '2 first last',
    'status',
  ]);
  const closing = aChange(at, { field: 'status', from: 'OPEN', to: 'CLOSED' });
  const to = { id: idOf(2), number: 1002, title: 'Цель' };
  const merging = aChange(at, { field: 'mergedInto', from: null, to });
  expect(shapeOf(toTimeline([], [closing, merging]))).toEqual(['day 1', 'mergedInto']);
  // A customer's word that brings a finished ticket back is worth a line.
  const back = aMessage(2, { createdAt: at });
  const customer = { ...back.author, side: 'CUSTOMER' as const };
  const reopened = aChange(at, { field: 'status', from: 'RESOLVED', to: 'OPEN' }, customer);
  expect(shapeOf(toTimeline([back], [reopened]))).toContain('status');
});

it('keeps changes back whose messages are not loaded', () => {
  const changes = [
    aChange(local(1, 8, 0), { field: 'priority', from: 'LOW', to: 'HIGH' }),
    aChange(local(1, 10, 0), { field: 'priority', from: 'HIGH', to: 'LOW' }),
  ];
  const messages = [aMessage(7, { createdAt: local(1, 9, 0) })];
  expect(shapeOf(toTimeline(messages, changes, false))).toEqual([
    'day 1',
    '7 first last',
    'priority',
  ]);
});

it('puts messages of merged tickets where they belong by their time', () => {
  const origin = { id: idOf(2), number: 1002 };
  const messages = [
    aMessage(1, { createdAt: local(1, 9, 0) }),
    // Moved here by its customer later than it was written: it stays where they put it.
    aMessage(2, { createdAt: local(1, 7, 0) }),
    aMessage(3, { createdAt: local(1, 12, 0) }),
    aMessage(4, { createdAt: local(1, 8, 0), origin }),
    aMessage(5, { createdAt: local(1, 11, 0), origin }),
    aMessage(6, { createdAt: local(1, 13, 0), origin }),
  ];
  expect(inReadingOrder(messages).map(({ position }) => position)).toEqual([4, 1, 2, 5, 3, 6]);
});
