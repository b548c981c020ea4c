import { describe, expect, test } from 'vitest';
import { otherKeyboard } from './keyboard';
import { distance, slipsIn, soundOf } from './sound';
import { wordsOf } from './words';

describe('sound', () => {
  test.each([
    ['сервер', 'server'],
    ['заход', 'zahod'],
    ['заход', 'zakhod'],
    ['вход', 'vhod'],
    ['деньги', 'dengi'],
    ['щит', 'shchit'],
    ['логин', 'login'],
    ['съезд', 'sezd'],
  ])('%s sounds like %s', (russian, latin) => {
    expect(soundOf(russian)).toBe(soundOf(latin));
  });
});

describe('distance', () => {
  test.each([
    ['server', 'server', 0],
    ['server', 'servr', 1],
    ['server', 'sevrer', 1],
    ['server', 'seerver', 1],
    ['oplata', 'aplota', 2],
    ['', 'a', 1],
    ['abc', 'xyz', 3],
    ['abcdef', 'a', 3],
  ])('%s → %s', (a, b, slips) => {
    expect(distance(a, b, 2)).toBe(slips);
    expect(distance(b, a, 2)).toBe(slips);
  });

  test('short words must be right', () => {
    expect([3, 4, 6, 7].map(slipsIn)).toEqual([0, 1, 1, 2]);
  });
});

describe('words', () => {
  test.each([
    ['cthdth', 'сервер'],
    [',fy', 'бан'],
    ['j,kfcnm', 'область'],
    ['зфнзфд', 'paypal'],
    ['лаг', 'kfu'],
  ])('%s is %s on the other keyboard', (typed, meant) => {
    expect(otherKeyboard(typed)).toBe(meant);
  });

  test('no keyboard types both alphabets, digits or emoji', () => {
    expect(['serverсервер', '1042', 'эй!', '🙂', 'я'].map(otherKeyboard)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test('are folded, different and bounded', () => {
    expect(wordsOf('Ещё раз: ЕЩЕ, раз! ,fy', 10)).toEqual([
      { word: 'еще', otherKeyboard: 'tot' },
      { word: 'раз', otherKeyboard: 'hfp' },
      { word: 'fy', otherKeyboard: 'бан' },
    ]);
    expect(wordsOf('a b c d', 2)).toHaveLength(2);
    expect(wordsOf(' … 🙂 ', 5)).toEqual([]);
  });
});
