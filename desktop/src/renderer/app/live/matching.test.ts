import type { TicketFilters } from '@tikethet/shared/contracts';
import { describe, expect, it } from 'vitest';
import { aTicket, idOf, minute } from '../../testing/samples';
import { compareTickets, matches } from './matching';

const me = idOf(700);

describe('whether a ticket belongs into a list', () => {
  const cases: [string, TicketFilters, Parameters<typeof aTicket>[1], string][] = [
    ['no filter', {}, {}, 'yes'],
    ['one of several statuses', { status: 'OPEN,CLOSED' }, { status: 'CLOSED' }, 'yes'],
    ['another status', { status: 'OPEN' }, { status: 'RESOLVED' }, 'no'],
    ['the priority', { priority: 'HIGH,CRITICAL' }, { priority: 'HIGH' }, 'yes'],
    ['another priority', { priority: 'HIGH' }, {}, 'no'],
    ['another category', { categoryId: idOf(801) }, {}, 'no'],
    ['mine', { assigneeId: 'me' }, { assigneeId: me }, 'yes'],
    ['nobody is not me', { assigneeId: 'me' }, {}, 'no'],
    ['nobody', { assigneeId: 'none' }, {}, 'yes'],
    ['somebody is not nobody', { assigneeId: 'none' }, { assigneeId: me }, 'no'],
    ['a colleague', { assigneeId: idOf(701) }, { assigneeId: idOf(701) }, 'yes'],
    ['another customer', { customerId: idOf(1) }, {}, 'no'],
    ['one of its tags', { tags: 'a,b' }, { tags: ['b'] }, 'yes'],
    ['none of its tags', { tags: 'a' }, { tags: ['ab'] }, 'no'],
    ['another channel', { channel: 'API,CONSOLE' }, {}, 'no'],
    ['the rating', { rating: '1,2' }, { rating: 2 }, 'yes'],
    ['no rating', { rating: '1,2' }, {}, 'no'],
    ['I am mentioned', { mentioned: 'me' }, { mentionedIds: [me] }, 'yes'],
    ['somebody else is', { mentioned: 'me' }, { mentionedIds: [idOf(701)] }, 'no'],
    ['asleep', { snoozed: 'yes' }, { snoozedUntil: minute(1) }, 'yes'],
    ['awake', { snoozed: 'no' }, { snoozedUntil: minute(1) }, 'no'],
    ['late', { due: 'late' }, { dueAt: minute(29) }, 'yes'],
    ['not late yet', { due: 'late' }, { dueAt: minute(31) }, 'no'],
    ['at risk', { due: 'risk' }, { dueAt: minute(90) }, 'yes'],
    ['not at risk yet', { due: 'risk' }, { dueAt: minute(91) }, 'no'],
    ['nothing promised', { due: 'any' }, {}, 'no'],
    ['unread', { unread: 'yes' }, { unread: 2 }, 'yes'],
    ['read', { unread: 'yes' }, { unread: 0 }, 'no'],
    ['perhaps unread', { unread: 'yes' }, { unread: null }, 'unknown'],
    ['too old', { createdFrom: minute(2) }, {}, 'no'],
    ['too young', { createdTo: minute(1) }, {}, 'no'],
    ['of the last days', { createdWithin: '1d' }, {}, 'yes'],
    ['older than that', { createdWithin: '1d' }, { createdAt: minute(-1_411) }, 'no'],
    ['a search', { search: 'refund' }, {}, 'unknown'],
    [
      'a search that a filter excludes',
      { search: 'x', status: 'OPEN' },
      { status: 'CLOSED' },
      'no',
    ],
  ];
  it.each(cases)('%s', (_name, filters, change, verdict) => {
    expect(matches(aTicket(1, change), filters, me, Date.parse(minute(30)))).toBe(verdict);
  });
});

describe('the order of lists', () => {
  it('puts the soonest promise and the longest wait first, none last', () => {
    const tickets = [
      aTicket(1),
      aTicket(2, { dueAt: minute(9), waitingSince: minute(2) }),
      aTicket(3, { dueAt: minute(5), waitingSince: minute(4) }),
    ];
    const numbers = (sort: 'due' | 'waiting') =>
      tickets.toSorted((a, b) => compareTickets(a, b, sort)).map(({ number }) => number);
    expect(numbers('due')).toEqual([3, 2, 1]);
    expect(numbers('waiting')).toEqual([2, 3, 1]);
  });

  it('puts the last changed first, equal times by id', () => {
    const older = aTicket(1, { updatedAt: minute(1) });
    const newer = aTicket(2, { updatedAt: minute(2) });
    const twin = aTicket(3, { updatedAt: minute(2) });
    const sorted = [older, newer, twin].sort((a, b) => compareTickets(a, b, 'updated'));
    expect(sorted.map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  it('puts the most urgent first, then the last changed', () => {
    const tickets = [
      aTicket(1, { priority: 'LOW' }),
      aTicket(2, { priority: 'CRITICAL', updatedAt: minute(1) }),
      aTicket(3, { priority: 'CRITICAL', updatedAt: minute(2) }),
    ];
    const sorted = tickets.sort((a, b) => compareTickets(a, b, 'priority'));
    expect(sorted.map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  it('puts the newest first by creation, whatever changed since', () => {
    const old = aTicket(1, { updatedAt: minute(50) });
    expect(compareTickets(old, aTicket(2), 'created')).toBeGreaterThan(0);
  });
});
