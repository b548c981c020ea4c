import { greetNewcomer, welcome } from '../welcome';
import type { Command } from './command';
import { followLink } from './deepLinks';

/** What Telegram lets a link carry; people who write behind the command write something else. */
const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;

/** Begins the conversation, or opens what a deep link names. */
export const start: Command = {
  description: 'command.start',
  menu: 'nobody',
  passesOn: async (turn, payload) => {
    if (PAYLOAD.test(payload)) return false;
    await greetNewcomer(turn);
    return true;
  },
  run: async (turn, payload) => {
    if (payload === '') return welcome(turn);
    await greetNewcomer(turn);
    if (!(await followLink(turn, payload))) await welcome(turn, turn.t('link.unknown'));
  },
};
