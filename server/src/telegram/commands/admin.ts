import { adminView } from '../team/adminView';
import { sayView } from '../team/show';
import type { Command } from './command';

/** How the desk is, with the ways to run it. */
export const admin: Command = {
  description: 'command.admin',
  menu: 'people.setRole',
  run: async (turn) => sayView(turn, await adminView(turn)),
};
