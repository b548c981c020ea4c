import { clockIn, zoneName, type QuietHours } from '@tikethet/shared/notices';
import { preferencesOf } from '../../domain/people/preferences';
import { callbackData } from '../callbacks/data';
import type { Turn } from '../turn';
import { backRow, inRows, toScreen, type Buttons, type Screen } from './screen';

/** What most people want. */
const PRESETS: readonly QuietHours[] = [
  { from: '22:00', to: '08:00' },
  { from: '23:00', to: '07:00' },
  { from: '23:00', to: '09:00' },
  { from: '00:00', to: '10:00' },
];
const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
const HOURS_PER_ROW = 6;

/** A clock as it stands in a button, whose arguments colons divide: `22:00` is `2200`. */
const digits = (clock: string) => clock.replace(':', '');

function choose({ from, to }: QuietHours, mark = ''): Buttons[number] {
  const callback_data = callbackData('quiet', digits(from), digits(to));
  return { text: `${mark}${from} – ${to}`, callback_data };
}

export function quietScreen(turn: Turn): Screen {
  const { quietHours, timeZone } = preferencesOf(turn.user);
  const presets = PRESETS.map((hours) => {
    const isSet = hours.from === quietHours?.from && hours.to === quietHours.to;
    return choose(hours, isSet ? '✅ ' : '');
  });
  const off: Buttons =
    quietHours === null
      ? []
      : [{ text: turn.plain('settings.quietOff'), callback_data: callbackData('loud') }];
  const values = {
    zone: zoneName(timeZone, turn.language),
    clock: clockIn(timeZone, turn.ctx.now),
  };
  const now =
    quietHours === null
      ? turn.t('settings.quietOffLine')
      : turn.t('settings.quietLine', { ...quietHours });
  return {
    html: [now, turn.t('settings.quietHelp'), turn.t('settings.quietType', values)].join('\n\n'),
    keyboard: {
      inline_keyboard: [
        ...inRows(presets, 2),
        [toScreen(turn, 'quietFrom', 'settings.quietOwn'), ...off],
        backRow(turn),
      ],
    },
  };
}

export function quietFromScreen(turn: Turn): Screen {
  const hours = HOURS.map((clock) => ({
    text: clock,
    callback_data: callbackData('from', digits(clock)),
  }));
  return {
    html: turn.t('settings.quietFrom'),
    keyboard: { inline_keyboard: [...inRows(hours, HOURS_PER_ROW), backRow(turn)] },
  };
}

/** @param from `HH:MM` that the person has chosen */
export function quietToScreen(turn: Turn, from: string): Screen {
  const hours = HOURS.filter((to) => to !== from).map((to) => ({
    text: to,
    callback_data: callbackData('quiet', digits(from), digits(to)),
  }));
  return {
    html: turn.t('settings.quietTo', { from }),
    keyboard: { inline_keyboard: [...inRows(hours, HOURS_PER_ROW), backRow(turn)] },
  };
}
