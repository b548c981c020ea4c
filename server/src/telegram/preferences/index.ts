import { updateProfile, type ProfileChanges } from '../../domain/people/updateProfile';
import type { SettingsScreen } from '../callbacks/data';
import type { Turn } from '../turn';
import { languageScreen } from './languageScreen';
import { mainScreen } from './mainScreen';
import { noticesScreen, staffScreen } from './noticeScreens';
import { quietFromScreen, quietScreen } from './quietScreens';
import type { Screen } from './screen';
import { zoneScreen } from './zoneScreen';

/** Every screen of the settings that a button leads to. */
export const SCREENS = {
  main: mainScreen,
  notices: noticesScreen,
  staff: staffScreen,
  quiet: quietScreen,
  quietFrom: quietFromScreen,
  zone: (turn) => zoneScreen(turn),
  language: languageScreen,
} as const satisfies Record<SettingsScreen, (turn: Turn) => Screen>;

/** Saves at once what the person has chosen; what the bot says next already follows it. */
export async function change(turn: Turn, changes: ProfileChanges): Promise<void> {
  const { language, preferences } = await updateProfile(turn.ctx, changes);
  Object.assign(turn.user, { language, preferences });
}
