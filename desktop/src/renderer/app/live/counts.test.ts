import type { TicketCounts } from '@tikethet/shared/contracts';
import { expect, it } from 'vitest';
import { aTicket, idOf } from '../../testing/samples';
import { countsAfter } from './counts';

const me = idOf(700);
const counts: TicketCounts = {
  byStatus: { OPEN: 3, IN_PROGRESS: 2, WAITING_RESPONSE: 1, RESOLVED: 4, CLOSED: 9 },
  byCategory: { [idOf(800)]: 5, [idOf(801)]: 1 },
  active: 6,
  mine: 1,
  unassigned: 3,
  unread: 0,
};

it('moves a taken ticket from the unassigned to mine', () => {
  const taken = aTicket(1, { status: 'IN_PROGRESS', assigneeId: me });
  expect(countsAfter(counts, aTicket(1), taken, me)).toEqual({
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
