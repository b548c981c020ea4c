import { expect, it } from 'vitest';
import { bestOf, matchRank, otherLayout } from './match';

const NAMES = ['Настройки: внешний вид', 'Внешний вид', 'Отправить и решить', 'Решить'];

it('finds by the beginnings of words, the best first', () => {
  expect(bestOf(NAMES, (name) => name, 'реш', 9)).toEqual(['Решить', 'Отправить и решить']);
  expect(bestOf(NAMES, (name) => name, 'вид вне', 9)).toEqual([
    'Настройки: внешний вид',
    'Внешний вид',
  ]);
  expect(bestOf(NAMES, (name) => name, 'нет такого', 9)).toEqual([]);
  expect(bestOf(NAMES, (name) => name, '  ', 2)).toEqual(NAMES.slice(0, 2));
});

it('understands what was typed in the wrong layout', () => {
  expect(otherLayout('yfcnhjqrb')).toBe('настройки');
  expect(otherLayout('ыуеештпы')).toBe('settings');
  expect(matchRank('Настройки', 'yfcn')).toBe(1);
  expect(matchRank('Settings', 'ыуе')).toBe(1);
  expect(matchRank('Ёлка', 'елка')).toBe(0);
});
