import { describe, expect, test } from 'vitest';
import { changedFields, plainValue } from './auditValues';

describe('fields of an entry', () => {
  test('are those that differ', () => {
    expect(changedFields({ name: 'А', color: null }, { name: 'Б', color: null })).toEqual([
      { name: 'name', before: 'А', after: 'Б' },
    ]);
  });

  test('of something new or gone are all it has', () => {
    expect(changedFields(null, { name: 'А', color: null })).toEqual([
      { name: 'name', before: null, after: 'А' },
    ]);
    expect(changedFields({ tags: ['x'] }, null)).toEqual([
      { name: 'tags', before: ['x'], after: null },
    ]);
    expect(changedFields(null, null)).toEqual([]);
  });
});

test.each([
  [null, null],
  ['', null],
  [[], null],
  [['a', 'b'], 'a, b'],
  [5, '5'],
  [false, 'false'],
  [{ a: 1 }, '{"a":1}'],
])('%j is shown as %j', (value, text) => {
  expect(plainValue(value)).toBe(text);
});
