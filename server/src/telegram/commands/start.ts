import { greetNewcomer, welcome } from '../welcome';
import type { Command } from './command';
import { followLink } from './deepLinks';

/** Begins the conversation, or opens what a deep link names. */
export const start: Command = {
  description: 'command.start',
  menu: 'nobody',
  run: async (turn, payload) => {
    if (payload === '') return welcome(turn);
    await greetNewcomer(turn);
    if (!(await followLink(turn, payload))) await welcome(turn, turn.t('link.unknown'));
  },
};
