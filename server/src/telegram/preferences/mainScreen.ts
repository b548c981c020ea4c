import { clockIn, CUSTOMER_NOTICES, STAFF_NOTICES, zoneName } from '@tikethet/shared/notices';
import { isStaff } from '@tikethet/shared/permissions';
import { preferencesOf } from '../../domain/people/preferences';
import { callbackData } from '../callbacks/data';
import type { Turn } from '../turn';
import { toScreen, type Screen } from './screen';

function chosen<N extends string>(
  turn: Turn,
  shown: readonly N[],
  on: Readonly<Record<N, boolean>>,
) {
  const count = shown.filter((notice) => on[notice]).length;
  if (count === shown.length) return turn.t('settings.all');
  return count === 0
    ? turn.t('settings.none')
    : turn.t('settings.some', { count, of: shown.length });
}

/** What is set, in words; also what stays in the chat when the person is done. */
export function summary(turn: Turn): string {
  const { customerNotices, staffNotices, quietHours, timeZone } = preferencesOf(turn.user);
  const staff = isStaff(turn.user.role);
  const lines = [
    turn.t('settings.noticesLine', { what: chosen(turn, CUSTOMER_NOTICES, customerNotices) }),
    ...(staff
      ? [turn.t('settings.staffLine', { what: chosen(turn, STAFF_NOTICES, staffNotices) })]
      : []),
    quietHours === null
      ? turn.t('settings.quietOffLine')
      : turn.t('settings.quietLine', { ...quietHours }),
    turn.t('settings.zoneLine', {
      zone: zoneName(timeZone, turn.language),
      clock: clockIn(timeZone, turn.ctx.now),
    }),
    turn.t('settings.languageLine'),
  ];
  return lines.join('\n');
}

export function mainScreen(turn: Turn): Screen {
  const staff = isStaff(turn.user.role) ? [[toScreen(turn, 'staff', 'settings.toStaff')]] : [];
  return {
    html: `${turn.t('settings.title')}\n\n${summary(turn)}`,
    keyboard: {
      inline_keyboard: [
        [
          toScreen(turn, 'notices', 'settings.toNotices'),
          toScreen(turn, 'quiet', 'settings.toQuiet'),
        ],
        [
          toScreen(turn, 'zone', 'settings.toZone'),
          toScreen(turn, 'language', 'settings.toLanguage'),
        ],
        ...staff,
        [{ text: turn.plain('settings.done'), callback_data: callbackData('done') }],
      ],
    },
  };
}
