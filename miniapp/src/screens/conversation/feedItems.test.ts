import type { Message } from '@tikethet/shared/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupByDay, startsGroup } from './grouping';

function message(createdAt: string, id = 'a', side: Message['author']['side'] = 'STAFF'): Message {
  return { createdAt, author: { id, displayName: id, side } } as Message;
}
const inUtc = (at: Date): string => at.toISOString().slice(0, 10);
const inVladivostok = (at: Date): string => inUtc(new Date(at.getTime() + 10 * 3_600_000));

describe('groupByDay', () => {
  it("divides by the person's own days", () => {
    const late = message('2025-03-09T13:59:00.000Z');
    const later = message('2025-03-09T14:01:00.000Z');
    expect(groupByDay([late, later], inUtc).map((day) => day.messages.length)).toEqual([2]);
    expect(groupByDay([late, later], inVladivostok).map((day) => day.key)).toEqual([
      '2025-03-09',
      '2025-03-10',
    ]);
  });

  it('keeps every message, in order, no day twice', () => {
    const times = fc.array(fc.integer({ min: 0, max: 30 * 86_400 }), { maxLength: 40 });
    fc.assert(
      fc.property(times, (seconds) => {
        const messages = seconds
          .sort((a, b) => a - b)
          .map((second) => message(new Date(second * 1000).toISOString()));
        const days = groupByDay(messages, inUtc);
        expect(days.flatMap((day) => day.messages)).toEqual(messages);
        expect(new Set(days.map((day) => day.key)).size).toBe(days.length);
      }),
    );
  });
});

describe('startsGroup', () => {
  const first = message('2025-03-09T10:00:00.000Z');
  it.each([
    [undefined, first, true],
    [first, message('2025-03-09T10:04:00.000Z'), false],
    [first, message('2025-03-09T10:06:00.000Z'), true],
    [first, message('2025-03-09T10:01:00.000Z', 'b'), true],
    [first, message('2025-03-09T10:01:00.000Z', 'a', 'CUSTOMER'), true],
  ])('%#', (before, next, expected) => {
    expect(startsGroup(before, next)).toBe(expected);
  });
});
