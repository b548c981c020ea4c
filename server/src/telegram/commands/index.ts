import { cancel } from './cancel';
import type { Command } from './command';
import { help } from './help';
import { language } from './language';
import { login } from './login';
import { newTicket, support } from './newTicket';
import { settings } from './settings';
import { start } from './start';
import { status } from './status';
import { tickets } from './tickets';

/** Every command of the bot, in the order of its menu. */
export const COMMANDS = {
  tickets,
  new: newTicket,
  status,
  support,
  login,
  settings,
  language,
  cancel,
  help,
  start,
} as const satisfies Record<string, Command>;
