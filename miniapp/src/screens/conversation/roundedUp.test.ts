import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundedUp } from './roundedUp';

const MINUTES = { minutes: 1, hours: 60, days: 1440 };

it('says a time as people do', () => {
  expect(roundedUp(0)).toEqual({ unit: 'minutes', count: 5 });
  expect(roundedUp(11)).toEqual({ unit: 'minutes', count: 15 });
  expect(roundedUp(51)).toEqual({ unit: 'hours', count: 1 });
  expect(roundedUp(119)).toEqual({ unit: 'hours', count: 2 });
  expect(roundedUp(23 * 60 + 1)).toEqual({ unit: 'days', count: 1 });
  expect(roundedUp(24 * 60 + 1)).toEqual({ unit: 'days', count: 2 });
});

it('never promises less than it takes, nor much more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50_000 }), (minutes) => {
      const { unit, count } = roundedUp(minutes);
      const told = count * MINUTES[unit];
      expect(told).toBeGreaterThanOrEqual(minutes);
      expect(told).toBeLessThanOrEqual(Math.max(minutes * 2 + 10, 5));
    }),
  );
});
