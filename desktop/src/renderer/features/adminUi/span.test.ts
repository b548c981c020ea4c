import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import { spanText, unitOf } from './span';

const t = ((key: string, { count }: { count: number }) =>
  `${count}${key.slice('setup.span.'.length, 'setup.span.'.length + 1)}`) as unknown as TFunction;

test.each([
  [15, '15m', 'minutes'],
  [60, '1h', 'hours'],
  [90, '1h 30m', 'minutes'],
  [1_440, '1d', 'days'],
  [2_220, '1d 13h', 'hours'],
])('%i minutes are %s, edited in %s', (minutes, text, unit) => {
  expect(spanText(minutes, t)).toBe(text);
  expect(unitOf(minutes)).toBe(unit);
});
