import { zonesFor } from '@tikethet/shared/notices';
import { expect, test } from 'vitest';
import { callbackData, parseCallback } from '../callbacks/data';
import type { Turn } from '../turn';
import { plain, t, type TextKey, type TextValues } from '../texts';
import { SCREENS } from '.';
import { quietToScreen } from './quietScreens';
import type { Screen } from './screen';
import { zoneScreen } from './zoneScreen';

/** As much of a turn as screens look at. */
function turnOf(language: 'ru' | 'en'): Turn {
  const turn: Partial<Record<keyof Turn, unknown>> = {
    language,
    user: { language, role: 'ADMIN', preferences: {} },
    ctx: { now: new Date('2026-11-22T19:00:00Z') },
    t: (key: TextKey, values?: TextValues) => t(language, key, values),
    plain: (key: TextKey, values?: TextValues) => plain(language, key, values),
  };
  return turn as unknown as Turn;
}

test.each(['ru', 'en'] as const)(
  'every button of every screen fits and is understood: %s',
  (language) => {
    const turn = turnOf(language);
    const pages = Math.ceil(zonesFor(language).length / 12);
    const screens: Screen[] = [
      ...Object.values(SCREENS).map((screen: (turn: Turn) => Screen) => screen(turn)),
      quietToScreen(turn, '22:00'),
      ...Array.from({ length: pages }, (_, page) => zoneScreen(turn, page)),
    ];
    const zones = new Set<string>();
    for (const { html, keyboard } of screens) {
      expect(html.length).toBeLessThan(600);
      expect(html).not.toMatch(/\{\{|settings\./);
      for (const row of keyboard.inline_keyboard) {
        for (const button of row) {
          const data = 'callback_data' in button ? button.callback_data : '';
          expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
          const parsed = parseCallback(data);
          expect(parsed, data).not.toBeNull();
          if (parsed?.code === 'zone') zones.add(parsed.args[0]);
        }
      }
    }
    expect(zones.size).toBe(zonesFor(language).length);
  },
);

test('hours travel without their colon and come back with it', () => {
  expect(parseCallback(callbackData('quiet', '2230', '0700'))).toEqual({
    code: 'quiet',
    args: ['22:30', '07:00'],
  });
  expect(parseCallback('quiet:2460:0700')).toBeNull();
  expect(parseCallback('zone:Mars/Olympus')).toBeNull();
  expect(parseCallback('work:weather:on')).toBeNull();
});
