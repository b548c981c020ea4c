import { expect, it } from 'vitest';
import { joinList, splitList } from './textList';

it('keeps items apart whatever signs they hold', () => {
  for (const items of [['a'], ['a', 'b'], ['оплата, возврат', 'a\\b'], ['\\', ',', '\\,']]) {
    expect(splitList(joinList(items))).toEqual(items);
  }
  expect(joinList(['оплата, возврат', 'vip'])).toBe('оплата\\, возврат,vip');
  expect(splitList('OPEN, CLOSED')).toEqual(['OPEN', 'CLOSED']);
  // A backslash that means nothing is one.
  expect(splitList('a\\b,c\\')).toEqual(['a\\b', 'c\\']);
});
