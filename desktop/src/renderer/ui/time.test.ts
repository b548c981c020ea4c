import { expect, it } from 'vitest';
import { momentOf } from './time';

it('tells the day of what is not of today: data of Friday are not of this morning', () => {
  const at = new Date(2026, 10, 20, 6, 5);
  const iso = at.toISOString();
  expect(momentOf(iso, at.getTime() + 3_600_000, 'ru')).toBe('06:05');
  expect(momentOf(iso, at.getTime() + 3 * 86_400_000, 'ru')).toBe('20 нояб., 06:05');
  expect(momentOf(iso, at.getTime() + 3 * 86_400_000, 'en')).toMatch(/Nov 20, 6:05.AM/);
});
