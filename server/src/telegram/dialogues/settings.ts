import { findZone } from '@tikethet/shared/notices';
import { z } from 'zod';
import { change } from '../preferences';
import { mainScreen } from '../preferences/mainScreen';
import { readQuietHours } from '../preferences/readQuietHours';
import type { Turn } from '../turn';
import { dialogue, leaveDialogue } from './dialogue';

/** A longer line than this names no city. */
const CITY_LENGTH = 40;

interface State {
  screen: 'quiet' | 'zone';
  /** The message of the settings. */
  messageId: number;
  /** A city was not known: the next unknown words are no city. */
  asked?: boolean | undefined;
}

/** Saves what was written, and brings the settings to where the person is looking. */
async function save(turn: Turn, messageId: number, changes: Parameters<typeof change>[1]) {
  await change(turn, changes);
  await leaveDialogue(turn);
  await turn.replaceButtons(messageId, null);
  const { html, keyboard } = mainScreen(turn);
  await turn.say(html, { keyboard });
}

/** On two screens of the settings people may also write; what fits neither is meant for the desk. */
export const settingsDialogue = dialogue<State>({
  mode: 'settings',
  state: z.object({
    screen: z.enum(['quiet', 'zone']),
    messageId: z.number().int(),
    asked: z.boolean().optional(),
  }),
  left: 'cancel.settings',
  receive: async (turn, state, { text }) => {
    if (text === undefined) return false;
    if (state.screen === 'quiet') {
      const quietHours = readQuietHours(text);
      if (quietHours === null) return false;
      await save(turn, state.messageId, { preferences: { quietHours } });
      return true;
    }
    if (text.length > CITY_LENGTH || text.includes('\n')) return false;
    const timeZone = findZone(text);
    if (timeZone !== null) {
      await save(turn, state.messageId, { preferences: { timeZone } });
      return true;
    }
    if (state.asked === true) return false;
    await settingsDialogue.begin(turn, { ...state, asked: true });
    await turn.say(turn.t('settings.zoneUnknown'));
    return true;
  },
});
