import { expect, test } from 'vitest';
import { readQuietHours } from './readQuietHours';

test.each([
  ['22:30-07:00', '22:30', '07:00'],
  ['22–8', '22:00', '08:00'],
  ['с 23 до 7', '23:00', '07:00'],
  ['С 23.30 до 9.15', '23:30', '09:15'],
  ['from 11pm to 7am', '23:00', '07:00'],
  ['12am - 12pm', '00:00', '12:00'],
  ['22:00 — 24:00', '22:00', '00:00'],
  ['21 6', '21:00', '06:00'],
])('%s are quiet hours', (words, from, to) => {
  expect(readQuietHours(words)).toEqual({ from, to });
});

test.each([
  'не работает вход',
  '22:30',
  '25-7',
  '22:75-8',
  '13pm-1am',
  '9-9',
  'заказ 22-8 не пришёл',
  '',
  'мой номер +7 900 123-45-67',
])('%s is something else', (words) => {
  expect(readQuietHours(words)).toBeNull();
});
