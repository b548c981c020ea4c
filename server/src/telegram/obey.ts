import type { Message } from 'grammy/types';
import { COMMANDS } from './commands';
import type { Command } from './commands/command';
import { sayCommands } from './commands/help';
import { receiveContent } from './content/receiveContent';
import type { Turn } from './turn';

/** A command as people write it: in any alphabet and case, also without Telegram's blue mark. */
const COMMAND = /^\/([\p{L}\p{N}_]{1,32})(?:@\w+)?(?:\s+([^]*))?$/u;
/** Longer than this, what follows a word that is no command of ours is something to read. */
const ARGUMENT_LENGTH = 64;

/** A message without the command before its words. */
function wordsOf(message: Message, words: string): Message {
  const { entities: _placesInTheWhole, ...rest } = message;
  return { ...rest, text: words };
}

/**
 * Runs what was meant as a command; what people write to the desk behind one (`/support I cannot
 * log in`) arrives there.
 * @returns false: it is content
 */
export async function obey(turn: Turn, message: Message): Promise<boolean> {
  const [, name = '', rest = ''] = COMMAND.exec(message.text ?? '') ?? [];
  const argument = rest.trim();
  const known = Object.entries<Command>(COMMANDS).find(([one]) => one === name.toLowerCase());
  if (known === undefined) {
    if (name === '' || argument.length > ARGUMENT_LENGTH) return false;
    await sayCommands(turn, turn.t('help.unknown', { command: `/${name}` }));
    return true;
  }
  const [, command] = known;
  const forDesk = argument !== '' && (await command.passesOn?.(turn, argument)) === true;
  if (forDesk) await receiveContent(turn, wordsOf(message, argument));
  else await command.run(turn, argument);
  return true;
}
