import type { TicketCounts } from '@tikethet/shared/contracts';
import { expect, it } from 'vitest';
import { aTicket, idOf } from '../../testing/samples';
import { countsAfter, viewCountsAfter } from './counts';

const me = idOf(700);
const counts: TicketCounts = {
  byStatus: { OPEN: 3, IN_PROGRESS: 2, WAITING_RESPONSE: 1, RESOLVED: 4, CLOSED: 9 },
  byCategory: { [idOf(800)]: 5, [idOf(801)]: 1 },
  active: 6,
  mine: 1,
  unassigned: 3,
  byTag: { vip: 2 },
  waiting: 1,
  atRisk: 1,
  mentions: 0,
  snoozed: 1,
  pinned: 1,
  unread: 0,
};

it('moves a taken ticket from the unassigned to mine', () => {
  const taken = aTicket(1, { status: 'IN_PROGRESS', assigneeId: me });
  expect(countsAfter(counts, aTicket(1), taken, me)).toEqual({
    ...counts,
    byStatus: { ...counts.byStatus, OPEN: 2, IN_PROGRESS: 3 },
    byCategory: counts.byCategory,
    active: 6,
    mine: 2,
    unassigned: 2,
    unread: 0,
  });
});

it('counts a resolved ticket among the resolved only', () => {
  const mine = aTicket(1, { status: 'IN_PROGRESS', assigneeId: me });
  expect(countsAfter(counts, mine, { ...mine, status: 'RESOLVED' }, me)).toEqual({
    ...counts,
    byStatus: { ...counts.byStatus, IN_PROGRESS: 1, RESOLVED: 5 },
    byCategory: { ...counts.byCategory, [idOf(800)]: 4 },
    active: 5,
    mine: 0,
    unassigned: 3,
    unread: 0,
  });
});

it('forgets a ticket that went out of sight', () => {
  expect(countsAfter(counts, aTicket(1), null, me)).toMatchObject({ active: 5, unassigned: 2 });
});

it('counts what is pinned, whatever its status', () => {
  const closed = aTicket(1, { status: 'CLOSED', pinned: true });
  expect(countsAfter(counts, closed, { ...closed, pinned: false }, me).pinned).toBe(0);
  expect(countsAfter(counts, { ...closed, pinned: null }, closed, me).pinned).toBe(2);
});

it('counts what sleeps by itself and in no queue', () => {
  const asleep = aTicket(1, { tags: ['vip'], snoozedUntil: '2030-01-01T00:00:00.000Z' });
  const before = { ...asleep, snoozedUntil: null };
  const after = countsAfter(counts, before, asleep, me);
  expect(after).toMatchObject({ active: 5, unassigned: 2, snoozed: 2, byTag: { vip: 1 } });
  expect(after.byStatus).toEqual(counts.byStatus);
});

it('counts promises, mentions and waiting', () => {
  const late = { dueAt: '2020-01-01T00:00:00.000Z' };
  const after = aTicket(1, { ...late, mentionedIds: [me], status: 'WAITING_RESPONSE' });
  expect(countsAfter(counts, aTicket(1), after, me)).toMatchObject({
    atRisk: 2,
    mentions: 1,
    waiting: 2,
  });
});

it('counts what saved views hold', () => {
  const views = [
    { id: 'urgent', filters: { priority: 'CRITICAL' } },
    { id: 'all', filters: {} },
    { id: 'many', filters: {} },
  ];
  const known = { urgent: 1, all: 5, many: 1_000 };
  const urgent = aTicket(1, { priority: 'CRITICAL' });
  expect(viewCountsAfter(known, views, aTicket(1), urgent, me)).toEqual({ ...known, urgent: 2 });
  expect(viewCountsAfter(known, views, urgent, null, me)).toEqual({
    urgent: 0,
    all: 4,
    many: 1_000,
  });
});
