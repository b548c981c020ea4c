import { requirePermission } from '../../domain/context';
import { segmentsView } from '../team/broadcastViews';
import { sayView } from '../team/show';
import type { Command } from './command';

/** One message to many people. */
export const broadcast: Command = {
  description: 'command.broadcast',
  menu: 'broadcast.send',
  run: (turn) => {
    requirePermission(turn.ctx, 'broadcast.send');
    return sayView(turn, segmentsView(turn));
  },
};
