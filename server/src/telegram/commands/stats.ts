import { sayView } from '../team/show';
import { statsView } from '../team/statsView';
import type { Command } from './command';

/** The person's work, or the team's, in numbers. */
export const stats: Command = {
  description: 'command.stats',
  menu: 'stats.view',
  run: async (turn) => sayView(turn, await statsView(turn, 'today')),
};
