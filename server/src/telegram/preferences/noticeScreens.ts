import { CUSTOMER_NOTICES, STAFF_NOTICES } from '@tikethet/shared/notices';
import { preferencesOf } from '../../domain/people/preferences';
import { callbackData } from '../callbacks/data';
import type { TextKey } from '../texts';
import type { Turn } from '../turn';
import { backRow, type Buttons, type Screen } from './screen';

/** The button says what it switches to, so that pressing it twice does no harm. */
function toggle(
  turn: Turn,
  code: 'notice' | 'work',
  notice: string,
  label: TextKey,
  on: boolean,
): Buttons {
  const text = `${on ? '✅' : '⬜️'} ${turn.plain(label)}`;
  return [{ text, callback_data: callbackData(code, notice, on ? 'off' : 'on') }];
}

export function noticesScreen(turn: Turn): Screen {
  const { customerNotices } = preferencesOf(turn.user);
  const rows = CUSTOMER_NOTICES.map((notice) =>
    toggle(turn, 'notice', notice, `settings.notice.${notice}`, customerNotices[notice]),
  );
  return {
    html: turn.t('settings.noticesHelp'),
    keyboard: { inline_keyboard: [...rows, backRow(turn)] },
  };
}

export function staffScreen(turn: Turn): Screen {
  const { staffNotices } = preferencesOf(turn.user);
  const rows = STAFF_NOTICES.map((notice) =>
    toggle(turn, 'work', notice, `settings.staffNotice.${notice}`, staffNotices[notice]),
  );
  return {
    html: turn.t('settings.staffHelp'),
    keyboard: { inline_keyboard: [...rows, backRow(turn)] },
  };
}
