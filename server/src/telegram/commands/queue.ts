import { queueView } from '../team/queueView';
import { sayView } from '../team/show';
import type { Command } from './command';

/** What waits for the person. */
export const queue: Command = {
  description: 'command.queue',
  menu: 'ticket.take',
  run: async (turn) => sayView(turn, await queueView(turn)),
};
