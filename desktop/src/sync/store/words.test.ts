import { describe, expect, test } from 'vitest';
import { distance, fold, mistakesAllowed, stem, trigramsOf, wordsOf } from './words';

describe('words', () => {
  test('are folded and come once', () => {
    expect(wordsOf('Ёлка, ЁЛКА — «елка»! v2.0')).toEqual(['елка', 'v2', '0']);
    expect(fold('Ёж')).toBe('еж');
    expect(fold('и\u0306од')).toBe('йод');
  });

  test.each([
    ['оплата', 'оплатить', 'оплаты', 'оплатой', 'оплатил'],
    ['аккаунт', 'аккаунта', 'аккаунтами', 'аккаунтов'],
    ['сервер', 'серверу', 'серверах', 'сервере'],
    ['заблокирован', 'заблокировать'],
    ['payment', 'payments'],
    ['login', 'logins'],
  ])('forms of «%s» share a beginning', (...forms) => {
    const beginnings = forms.map(stem);
    const shortest = beginnings.reduce((a, b) => (a.length <= b.length ? a : b));
    for (const form of forms) expect(form.startsWith(shortest)).toBe(true);
    expect(shortest.length).toBeGreaterThanOrEqual(4);
  });

  test('short words keep their ending', () => {
    expect(stem('мы')).toBe('мы');
    expect(stem('код')).toBe('код');
  });

  test('know their trigrams and their mistakes', () => {
    expect(trigramsOf('логин')).toEqual(['лог', 'оги', 'гин']);
    expect(trigramsOf('да')).toEqual([]);
    expect(distance('пароль', 'пороль', 2)).toBe(1);
    expect(distance('сервре', 'сервер', 2)).toBe(1);
    expect(distance('кот', 'собака', 2)).toBe(3);
    expect([3, 5, 9].map(mistakesAllowed)).toEqual([0, 1, 2]);
  });
});
