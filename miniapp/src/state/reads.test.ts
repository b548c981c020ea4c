import { expect, it } from 'vitest';
import { isWorthKeeping, shortened } from './reads';

it.each([
  [['tickets', 'list', { search: '' }], true],
  [['tickets', 'list', { search: 'x' }], false],
  [['ticket', 'id'], true],
  [['messages', 'id'], true],
  [['faq', 'ru', 'article', 'x'], true],
  [['faq', 'ru', 'search', 'x'], false],
  [['somethingElse'], false],
  [[{}], false],
])('keeps %j: %s', (key, expected) => {
  expect(isWorthKeeping(key)).toBe(expected);
});

it('keeps the first pages of an endless list, with the way on', () => {
  const page = (name: string, nextCursor: string | null) => ({ items: [name], nextCursor });
  const data = {
    pages: [page('a', '1'), page('b', '2'), page('c', null)],
    pageParams: [null, '1', '2'],
  };
  expect(shortened(data)).toEqual({
    pages: [page('a', '1'), page('b', '2')],
    pageParams: [null, '1'],
  });
  expect(shortened({ id: 1 })).toEqual({ id: 1 });
});
