import { describe, expect, test } from 'vitest';
import {
  changePreferences,
  DEFAULT_PREFERENCES,
  findZone,
  isQuietAt,
  isTimeZone,
  zoneName,
  zonesFor,
} from '.';
import { preferences, preferencesChange } from '../contracts';

const night = { quietHours: { from: '22:30', to: '07:00' }, timeZone: 'Europe/Moscow' };
const quiet = (time: string, hours = night) => isQuietAt(hours, new Date(time));

describe('quiet hours', () => {
  test('are on the person’s clock, across midnight, the first minute included', () => {
    expect(quiet('2026-11-22T19:29:59Z')).toBe(false);
    expect(quiet('2026-11-22T19:30:00Z')).toBe(true);
    expect(quiet('2026-11-22T21:00:00Z')).toBe(true);
    expect(quiet('2026-11-23T03:59:59Z')).toBe(true);
    expect(quiet('2026-11-23T04:00:00Z')).toBe(false);
    expect(quiet('2026-11-22T19:30:00Z', { ...night, timeZone: 'Asia/Vladivostok' })).toBe(true);
    expect(quiet('2026-11-22T12:00:00Z', { ...night, timeZone: 'Asia/Kamchatka' })).toBe(true);
  });

  test('within a day, the whole day, and none', () => {
    const siesta = { quietHours: { from: '13:00', to: '15:00' }, timeZone: 'UTC' };
    expect(quiet('2026-07-01T12:59:00Z', siesta)).toBe(false);
    expect(quiet('2026-07-01T13:00:00Z', siesta)).toBe(true);
    expect(quiet('2026-07-01T15:00:00Z', siesta)).toBe(false);
    const always = { quietHours: { from: '09:00', to: '09:00' }, timeZone: 'UTC' };
    expect(quiet('2026-07-01T08:59:00Z', always)).toBe(true);
    expect(quiet('2026-07-01T09:00:00Z', always)).toBe(true);
    expect(isQuietAt({ quietHours: null, timeZone: 'UTC' }, new Date())).toBe(false);
  });

  test('follow the clocks when they change', () => {
    const berlin = { quietHours: { from: '02:00', to: '03:00' }, timeZone: 'Europe/Berlin' };
    // In spring 02:00 is 03:00 at once: nothing is quiet. In autumn the hour comes twice.
    expect(quiet('2026-03-29T00:59:59Z', berlin)).toBe(false);
    expect(quiet('2026-03-29T01:00:00Z', berlin)).toBe(false);
    expect(quiet('2026-10-25T00:30:00Z', berlin)).toBe(true);
    expect(quiet('2026-10-25T01:30:00Z', berlin)).toBe(true);
    expect(quiet('2026-10-25T02:00:00Z', berlin)).toBe(false);
    const evening = { quietHours: { from: '22:00', to: '07:00' }, timeZone: 'Europe/Berlin' };
    expect(quiet('2026-03-29T04:59:00Z', evening)).toBe(true);
    expect(quiet('2026-03-29T05:00:00Z', evening)).toBe(false);
    expect(quiet('2026-03-28T05:30:00Z', evening)).toBe(true);
  });
});

test('a change keeps what it does not name', () => {
  const first = changePreferences(DEFAULT_PREFERENCES, {
    customerNotices: { news: false },
    quietHours: { from: '23:00', to: '08:00' },
  });
  const second = changePreferences(first, {
    staffNotices: { newTicket: false },
    timeZone: 'Asia/Omsk',
  });
  expect(second).toEqual({
    customerNotices: { status: true, rating: true, news: false },
    staffNotices: { newTicket: false, assigned: true, customerReplied: true, slaAtRisk: true },
    quietHours: { from: '23:00', to: '08:00' },
    timeZone: 'Asia/Omsk',
  });
  expect(changePreferences(second, { quietHours: null }).quietHours).toBeNull();
});

test('only real hours and zones are taken, and nothing unknown', () => {
  expect(isTimeZone('UTC') && isTimeZone('Europe/Kyiv')).toBe(true);
  expect(isTimeZone('Mars/Olympus') || isTimeZone('')).toBe(false);
  expect(preferences.parse(DEFAULT_PREFERENCES)).toEqual(DEFAULT_PREFERENCES);
  for (const wrong of [
    { quietHours: { from: '24:00', to: '07:00' } },
    { quietHours: { from: '7:00', to: '08:00' } },
    { quietHours: { from: '22:00' } },
    { timeZone: 'Mars/Olympus' },
    { customerNotices: { everything: true } },
    { staffNotices: { newTicket: 'yes' } },
  ]) {
    expect(preferencesChange.safeParse(wrong).success).toBe(false);
  }
});

test('every zone on offer exists once, and cities lead to zones', () => {
  const zones = zonesFor('ru').map(({ zone }) => zone);
  expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
  expect(new Set(zones).size).toBe(zones.length);
  expect([...zonesFor('en')].map(({ zone }) => zone).sort()).toEqual([...zones].sort());
  expect(zoneName('Asia/Yekaterinburg', 'ru')).toBe('Екатеринбург');
  expect(zoneName('America/Port_of_Spain', 'en')).toBe('Port of Spain');
  expect(findZone(' екатеринбург ')).toBe('Asia/Yekaterinburg');
  expect(findZone('нью йорк')).toBe('America/New_York');
  expect(findZone('Sao Paulo')).toBe('America/Sao_Paulo');
  expect(findZone('Oslo')).toBe('Europe/Oslo');
  expect(findZone('asia/omsk')).toBe('Asia/Omsk');
  expect(findZone('моя игра не запускается')).toBeNull();
  expect(findZone('!!')).toBeNull();
});
