import { expect, test } from 'vitest';
import { freshContact, isOverdue } from './contact';

const DAY = 86_400_000;
const start = Date.parse('2026-01-05T10:00:00Z');

test('what is kept locks after the desk’s number of days without a word of it', () => {
  const week = freshContact(start);
  expect(isOverdue(week, start + 7 * DAY)).toBe(false);
  expect(isOverdue(week, start + 7 * DAY + 1)).toBe(true);
  expect(isOverdue(freshContact(start, 1), start + 2 * DAY)).toBe(true);
});

test('a clock that was set back does not buy time', () => {
  const seen = { ...freshContact(start), latest: start + 8 * DAY };
  expect(isOverdue(seen, start + DAY)).toBe(true);
  expect(isOverdue(freshContact(start), start - 30 * DAY)).toBe(false);
});
