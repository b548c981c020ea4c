import { describe, expect, test } from 'vitest';
import { DEFAULT_TARGETS, dueAt, promiseState } from './due';

const startedAt = new Date('2026-03-01T12:00:00.000Z');
const open = { status: 'OPEN', startedAt, firstResponseAt: null } as const;
const answered = { ...open, status: 'IN_PROGRESS', firstResponseAt: startedAt } as const;

describe('the next promised moment', () => {
  test('is the first response, then the resolution', () => {
    expect(dueAt(open, DEFAULT_TARGETS.HIGH)).toEqual(new Date('2026-03-01T13:00:00.000Z'));
    expect(dueAt(answered, DEFAULT_TARGETS.HIGH)).toEqual(new Date('2026-03-01T20:00:00.000Z'));
  });

  test('is the resolution when that comes first, or alone', () => {
    const hasty = { firstResponseMinutes: 60, resolutionMinutes: 30 };
    expect(dueAt(open, hasty)).toEqual(new Date('2026-03-01T12:30:00.000Z'));
    expect(dueAt(open, { firstResponseMinutes: null, resolutionMinutes: 30 })).toEqual(
      new Date('2026-03-01T12:30:00.000Z'),
    );
  });

  test.each(['WAITING_RESPONSE', 'RESOLVED', 'CLOSED'] as const)('is none while %s', (status) => {
    expect(dueAt({ ...open, status }, DEFAULT_TARGETS.HIGH)).toBeNull();
  });

  test('is none without a promise', () => {
    const none = { firstResponseMinutes: null, resolutionMinutes: null };
    expect(dueAt(open, none)).toBeNull();
    expect(dueAt(answered, { ...none, firstResponseMinutes: 5 })).toBeNull();
  });
});

test.each([
  [null, null],
  ['2026-03-01T13:00:00.001Z', 'ahead'],
  ['2026-03-01T13:00:00.000Z', 'at_risk'],
  ['2026-03-01T12:00:00.001Z', 'at_risk'],
  ['2026-03-01T12:00:00.000Z', 'late'],
])('a promise for %s is %s at noon', (due, state) => {
  expect(promiseState(due, startedAt.getTime())).toBe(state);
});
