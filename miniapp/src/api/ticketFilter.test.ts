import type { Ticket } from '@tikethet/shared/contracts';
import { describe, expect, it } from 'vitest';
import { matches, NO_FILTER, toQuery } from './ticketFilter';

const local = (day: number, hour: number): string => new Date(2026, 2, day, hour).toISOString();

function ticket(change: Partial<Ticket> = {}): Ticket {
  return {
    status: 'OPEN',
    categoryId: 'a',
    priority: 'NORMAL',
    createdAt: local(9, 12),
    ...change,
  } as Ticket;
}

describe('toQuery', () => {
  it('leaves out what filters nothing', () => {
    expect(toQuery(NO_FILTER)).toEqual({});
  });

  it('takes days as the person counts them, the last one whole', () => {
    const query = toQuery({ ...NO_FILTER, from: '2026-03-09', to: '2026-03-09' });
    expect(query).toEqual({ createdFrom: local(9, 0), createdTo: local(10, 0) });
  });

  it('joins several categories and priorities', () => {
    const filter = { ...NO_FILTER, categoryIds: ['a', 'b'], priorities: ['LOW', 'HIGH'] as const };
    expect(toQuery(filter)).toEqual({ categoryId: 'a,b', priority: 'LOW,HIGH' });
  });
});

describe('matches', () => {
  it('says of a ticket what the server would', () => {
    expect(matches(ticket(), NO_FILTER)).toBe(true);
    expect(matches(ticket(), { ...NO_FILTER, status: 'CLOSED' })).toBe(false);
    expect(matches(ticket(), { ...NO_FILTER, categoryIds: ['b'] })).toBe(false);
    expect(matches(ticket(), { ...NO_FILTER, priorities: ['NORMAL', 'LOW'] })).toBe(true);
    expect(matches(ticket(), { ...NO_FILTER, priorities: ['LOW'] })).toBe(false);
  });

  it('counts whole days', () => {
    const day = { ...NO_FILTER, from: '2026-03-09', to: '2026-03-09' };
    expect(matches(ticket({ createdAt: local(9, 0) }), day)).toBe(true);
    expect(matches(ticket({ createdAt: local(9, 23) }), day)).toBe(true);
    expect(matches(ticket({ createdAt: local(8, 23) }), day)).toBe(false);
    expect(matches(ticket({ createdAt: local(10, 0) }), day)).toBe(false);
  });
});
