import type { Category } from '@tikethet/shared/contracts';
import { expect, test } from 'vitest';
import { formOf, ready } from './categoryForm';
import { reordered } from './useReorderCategories';

const category: Category = {
  id: 'a',
  slug: 'a',
  name: 'Заказы',
  nameEn: null,
  description: '',
  descriptionEn: null,
  icon: '📦',
  color: '#3B82F6',
  sortOrder: 10,
  isActive: true,
};

test('it needs a name and a sign', () => {
  expect(ready(formOf(null))).toBe(false);
  expect(ready(formOf(category))).toBe(true);
  expect(ready({ ...formOf(category), icon: ' ' })).toBe(false);
});

test('a new order puts those named first and keeps the others', () => {
  const items = ['a', 'b', 'c', 'd'].map((id) => ({ ...category, id }));
  expect(reordered(items, ['c', 'a']).map(({ id, sortOrder }) => [id, sortOrder])).toEqual([
    ['c', 10],
    ['a', 20],
    ['b', 30],
    ['d', 40],
  ]);
});
