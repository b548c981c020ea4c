import { mainKeyboard } from '../mainKeyboard';
import { leaveDialogue } from '../dialogues/dialogue';
import { settingsDialogue } from '../dialogues/settings';
import { change, SCREENS } from '../preferences';
import { summary } from '../preferences/mainScreen';
import { quietToScreen } from '../preferences/quietScreens';
import type { Screen } from '../preferences/screen';
import { zoneScreen } from '../preferences/zoneScreen';
import type { Turn } from '../turn';
import type { Answer, Callback, Press } from './callback';
import type { SettingsScreen } from './data';

async function show(turn: Turn, { messageId }: Press, { html, keyboard }: Screen): Promise<void> {
  await turn.replace(messageId, html, keyboard);
}

/** What was written on a screen is no longer awaited when the person has left it. */
async function stopListening(turn: Turn): Promise<void> {
  if (settingsDialogue.read(turn) !== null) await leaveDialogue(turn);
}

async function saved(turn: Turn, press: Press, screen: SettingsScreen): Promise<Answer> {
  await stopListening(turn);
  await show(turn, press, SCREENS[screen](turn));
  return { text: turn.plain('settings.saved') };
}

export const showScreen: Callback<'set'> = async (turn, [screen], press) => {
  if (screen === 'quiet' || screen === 'zone') {
    await settingsDialogue.begin(turn, { screen, messageId: press.messageId });
  } else {
    await stopListening(turn);
  }
  await show(turn, press, SCREENS[screen](turn));
};

export const chooseNotice: Callback<'notice'> = async (turn, [notice, state], press) => {
  await change(turn, { preferences: { customerNotices: { [notice]: state === 'on' } } });
  return saved(turn, press, 'notices');
};

export const chooseStaffNotice: Callback<'work'> = async (turn, [notice, state], press) => {
  await change(turn, { preferences: { staffNotices: { [notice]: state === 'on' } } });
  return saved(turn, press, 'staff');
};

export const chooseQuietFrom: Callback<'from'> = (turn, [from], press) =>
  show(turn, press, quietToScreen(turn, from));

export const chooseQuiet: Callback<'quiet'> = async (turn, [from, to], press) => {
  await change(turn, { preferences: { quietHours: { from, to } } });
  return saved(turn, press, 'main');
};

export const endQuiet: Callback<'loud'> = async (turn, _args, press) => {
  await change(turn, { preferences: { quietHours: null } });
  return saved(turn, press, 'main');
};

export const showZones: Callback<'zones'> = (turn, [page], press) =>
  show(turn, press, zoneScreen(turn, page));

export const chooseZone: Callback<'zone'> = async (turn, [timeZone], press) => {
  await change(turn, { preferences: { timeZone } });
  return saved(turn, press, 'main');
};

/** A language from the settings: the buttons below the chat change with it. */
export const speak: Callback<'speak'> = async (turn, [language], press) => {
  const isOther = language !== turn.language;
  await change(turn, { language });
  if (isOther) {
    await turn.say(turn.t('language.done'), { keyboard: mainKeyboard(turn.language) });
  }
  return saved(turn, press, 'main');
};

export const closeSettings: Callback<'done'> = async (turn, _args, press) => {
  await stopListening(turn);
  await turn.replace(press.messageId, `${turn.t('settings.closed')}\n\n${summary(turn)}`);
};
