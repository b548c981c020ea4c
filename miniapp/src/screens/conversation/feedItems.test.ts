import type { Message, TicketChange } from '@tikethet/shared/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFeed, isWorthALine, startsGroup, type FeedItem, type FeedSource } from './feedItems';

function message(
  position: number,
  createdAt: string,
  id = 'a',
  side: Message['author']['side'] = 'STAFF',
): Message {
  return {
    id: `m${position}`,
    position,
    createdAt,
    author: { id, displayName: id, side },
  } as Message;
}
function change(position: number, at: string, what: TicketChange['change']): TicketChange {
  return { id: `c${position} ${at}`, position, at, change: what } as TicketChange;
}
const inUtc = (at: Date): string => at.toISOString().slice(0, 10);
const inVladivostok = (at: Date): string => inUtc(new Date(at.getTime() + 10 * 3_600_000));
const minute = (n: number): string => new Date(Date.UTC(2026, 2, 9, 10, n)).toISOString();
const resolved = { field: 'status', from: 'IN_PROGRESS', to: 'RESOLVED' } as const;

function items(source: Partial<FeedSource>): FeedItem[] {
  return buildFeed({
    messages: [],
    changes: [],
    hasOlder: false,
    readTo: null,
    dayOf: inUtc,
    ...source,
  }).flatMap((block) => block.items);
}
const shape = (list: FeedItem[]): string[] =>
  list.map((item) => (item.kind === 'message' ? item.message.id : item.kind));

describe('buildFeed', () => {
  it("divides by the person's own days", () => {
    const messages = [
      message(1, '2025-03-09T13:59:00.000Z'),
      message(2, '2025-03-09T14:01:00.000Z'),
    ];
    expect(shape(items({ messages }))).toEqual(['day', 'm1', 'm2']);
    const list = items({ messages, dayOf: inVladivostok });
    expect(shape(list)).toEqual(['day', 'm1', 'day', 'm2']);
    expect(list.every((item) => item.kind !== 'message' || item.first)).toBe(true);
  });

  it('says where messages of a ticket that is a part of this one now begin', () => {
    const origin = { id: 'other', number: 1002 };
    const messages = [1, 2, 3].map((n) => message(n, minute(n)));
    const moved = [4, 5].map((n) => ({ ...message(n, minute(n)), origin }));
    expect(shape(items({ messages: [...messages, ...moved, message(6, minute(6))] }))).toEqual([
      'day',
      'm1',
      'm2',
      'm3',
      'origin',
      'm4',
      'm5',
      'm6',
    ]);
  });

  it('puts each change after the message that it followed', () => {
    const messages = [message(1, minute(1)), message(3, minute(5))];
    const changes = [
      change(1, minute(2), { field: 'assigneeId', from: null, to: { id: 'h', displayName: 'H' } }),
      change(2, minute(3), { field: 'status', from: 'OPEN', to: 'IN_PROGRESS' }),
      change(3, minute(6), resolved),
    ];
    expect(shape(items({ messages, changes }))).toEqual(['day', 'm1', 'change', 'm3', 'change']);
  });

  it('does not tell who took it when their answer says so', () => {
    const to = { id: 'h', displayName: 'H' };
    const messages = [message(1, minute(1), 'me', 'CUSTOMER'), message(2, minute(2), 'h')];
    const taken = change(2, minute(2), { field: 'assigneeId', from: null, to });
    expect(shape(items({ messages, changes: [taken] }))).toEqual(['day', 'm1', 'm2']);
    const given = change(1, minute(1), { field: 'assigneeId', from: null, to });
    expect(shape(items({ messages, changes: [given] }))).toEqual(['day', 'm1', 'change', 'm2']);
  });

  it('keeps back what happened before the oldest message that is loaded', () => {
    const messages = [message(31, minute(30)), message(32, minute(31))];
    const changes = [change(5, minute(2), resolved), change(32, minute(40), resolved)];
    expect(shape(items({ messages, changes, hasOlder: true }))).toEqual([
      ...['day', 'm31', 'm32', 'change'],
    ]);
    expect(shape(items({ messages, changes }))).toEqual(['day', 'change', 'm31', 'm32', 'change']);
  });

  it('shows of several verdicts in a row the last', () => {
    const rated = (at: number, comment: string | null): TicketChange =>
      change(1, minute(at), { field: 'rating', from: null, to: 5, comment });
    const changes = [rated(2, null), rated(3, 'Хорошо')];
    const list = items({ messages: [message(1, minute(1))], changes });
    expect(list.filter((item) => item.kind === 'change')).toHaveLength(1);
  });

  it('marks where reading stopped, before the first message of others', () => {
    const messages = [
      message(1, minute(1), 'me', 'CUSTOMER'),
      message(2, minute(2)),
      message(3, minute(3), 'me', 'CUSTOMER'),
      message(4, minute(4)),
    ];
    expect(shape(items({ messages, readTo: 1 }))).toEqual([
      ...['day', 'm1', 'unread', 'm2', 'm3', 'm4'],
    ]);
    expect(shape(items({ messages, readTo: 2 }))).toEqual([
      ...['day', 'm1', 'm2', 'm3', 'unread', 'm4'],
    ]);
    expect(shape(items({ messages, readTo: 4 }))).toEqual(['day', 'm1', 'm2', 'm3', 'm4']);
  });

  it('keeps every message in order, no day twice, and blocks as they were when older ones come', () => {
    const times = fc.array(fc.integer({ min: 0, max: 5 * 86_400 }), {
      minLength: 1,
      maxLength: 120,
    });
    fc.assert(
      fc.property(times, fc.nat(), (seconds, cut) => {
        const messages = seconds
          .sort((a, b) => a - b)
          .map((second, at) => message(at + 1, new Date(second * 1000).toISOString()));
        const source = { changes: [], hasOlder: true, readTo: null, dayOf: inUtc };
        const whole = buildFeed({ ...source, messages });
        const list = whole.flatMap((block) => block.items);
        expect(list.flatMap((item) => (item.kind === 'message' ? [item.message] : []))).toEqual(
          messages,
        );
        const days = list.filter((item) => item.kind === 'day').map((item) => item.key);
        expect(new Set(days).size).toBe(days.length);
        expect(new Set(whole.map((block) => block.key)).size).toBe(whole.length);
        const newer = buildFeed({ ...source, messages: messages.slice(cut % messages.length) });
        const keys = whole.map((block) => block.key);
        expect(keys.slice(-newer.length)).toEqual(newer.map((block) => block.key));
      }),
    );
  });
});

describe('isWorthALine', () => {
  it('tells ends, new beginnings, who answers and verdicts; nothing that a message says itself', () => {
    const status = (from: 'OPEN' | 'CLOSED' | 'IN_PROGRESS', to: 'WAITING_RESPONSE' | 'OPEN') =>
      isWorthALine(change(1, minute(1), { field: 'status', from, to }));
    expect(status('IN_PROGRESS', 'WAITING_RESPONSE')).toBe(false);
    expect(status('CLOSED', 'OPEN')).toBe(true);
    expect(isWorthALine(change(1, minute(1), resolved))).toBe(true);
    expect(isWorthALine(change(1, minute(1), { field: 'tags', from: [], to: ['a'] }))).toBe(false);
    const released = {
      field: 'assigneeId',
      from: { id: 'h', displayName: 'H' },
      to: null,
    } as const;
    expect(isWorthALine(change(1, minute(1), released))).toBe(false);
  });
});

describe('startsGroup', () => {
  it('begins anew with another author and after a pause', () => {
    const first = message(1, minute(0));
    expect(startsGroup(undefined, first)).toBe(true);
    expect(startsGroup(first, message(2, minute(4)))).toBe(false);
    expect(startsGroup(first, message(2, minute(6)))).toBe(true);
    expect(startsGroup(first, message(2, minute(1), 'b'))).toBe(true);
  });
});
