import { mainScreen } from '../preferences/mainScreen';
import type { Command } from './command';

export const settings: Command = {
  description: 'command.settings',
  menu: 'everybody',
  run: async (turn) => {
    const { html, keyboard } = mainScreen(turn);
    await turn.say(html, { keyboard });
  },
};
