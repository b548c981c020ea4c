import { clockIn, zoneName, zonesFor } from '@tikethet/shared/notices';
import { preferencesOf } from '../../domain/people/preferences';
import { callbackData } from '../callbacks/data';
import type { Turn } from '../turn';
import { backRow, inRows, type Buttons, type Screen } from './screen';

const PER_PAGE = 12;

/** Cities with the time that it is there: the person's own clock tells which is theirs. */
export function zoneScreen(turn: Turn, page = 0): Screen {
  const { timeZone } = preferencesOf(turn.user);
  const zones = zonesFor(turn.language);
  const last = Math.ceil(zones.length / PER_PAGE) - 1;
  const at = Math.min(page, last);
  const cities = zones.slice(at * PER_PAGE, (at + 1) * PER_PAGE).map((named) => ({
    text: `${named.zone === timeZone ? '✅ ' : ''}${named[turn.language]} · ${clockIn(named.zone, turn.ctx.now)}`,
    callback_data: callbackData('zone', named.zone),
  }));
  const turnPage = (to: number, text: string): Buttons =>
    to < 0 || to > last ? [] : [{ text, callback_data: callbackData('zones', to) }];
  const values = {
    zone: zoneName(timeZone, turn.language),
    clock: clockIn(timeZone, turn.ctx.now),
  };
  return {
    html: turn.t('settings.zoneHelp', values),
    keyboard: {
      inline_keyboard: [
        ...inRows(cities, 2),
        [...turnPage(at - 1, '‹'), ...turnPage(at + 1, '›')],
        backRow(turn),
      ],
    },
  };
}
