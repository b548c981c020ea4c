import { admin } from './admin';
import { broadcast } from './broadcast';
import { cancel } from './cancel';
import type { Command } from './command';
import { help } from './help';
import { language } from './language';
import { login } from './login';
import { newTicket, support } from './newTicket';
import { queue } from './queue';
import { role } from './role';
import { settings } from './settings';
import { start } from './start';
import { stats } from './stats';
import { status } from './status';
import { tickets } from './tickets';

/** Every command of the bot, in the order of its menu. */
export const COMMANDS = {
  tickets,
  new: newTicket,
  status,
  support,
  queue,
  stats,
  login,
  admin,
  role,
  broadcast,
  settings,
  language,
  cancel,
  help,
  start,
} as const satisfies Record<string, Command>;
