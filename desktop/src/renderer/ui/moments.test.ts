import { expect, it } from 'vitest';
import { momentText, usualMoments } from './moments';

const names = (now: Date) => usualMoments(now).map(({ name }) => name);

it('offers what lies ahead, nothing twice', () => {
  const wednesday = new Date(2026, 0, 14, 10, 30);
  expect(names(wednesday)).toEqual(['hour', 'evening', 'tomorrow', 'monday', 'week']);
  expect(names(new Date(2026, 0, 14, 17))).not.toContain('evening');
  // Tomorrow is Monday; on a Monday, in a week is Monday.
  expect(names(new Date(2026, 0, 18, 10))).toEqual(['hour', 'evening', 'tomorrow', 'week']);
  expect(names(new Date(2026, 0, 19, 10))).toEqual(['hour', 'evening', 'tomorrow', 'monday']);
  for (const { at } of usualMoments(wednesday)) expect(at > wednesday).toBe(true);
  expect(usualMoments(wednesday)[3]?.at).toEqual(new Date(2026, 0, 19, 9));
});

it('tells a moment as short as it can be', () => {
  const now = new Date(2026, 0, 14, 10, 30).getTime();
  const text = (at: Date) => momentText(at.toISOString(), now, 'en');
  expect(text(new Date(2026, 0, 14, 18))).toMatch(/^6:00\sPM$/);
  expect(text(new Date(2026, 0, 16, 9))).toMatch(/^Fri,? 9:00\sAM$/);
  expect(text(new Date(2026, 1, 20, 9))).toContain('Feb 20');
  expect(text(new Date(2027, 1, 20, 9))).toContain('2027');
  for (const at of [
    new Date(2026, 0, 14, 18, 5),
    new Date(2026, 0, 16, 9),
    new Date(2026, 1, 20, 9),
  ])
    expect(momentText(at.toISOString(), now, 'ru')).toMatch(/(^|\s)\d\d:\d\d$/);
});
