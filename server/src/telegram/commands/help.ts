import { requirePerson } from '../../domain/context';
import { menuOf } from '../commandMenu';
import type { Turn } from '../turn';
import type { Command } from './command';

/** The person's commands. @param intro what is said before them */
export async function sayCommands(turn: Turn, intro: string): Promise<void> {
  const commands = menuOf(turn.commands, turn.language, requirePerson(turn.ctx)).map(
    ({ command, description }) => `/${command} — ${description}`,
  );
  await turn.say([intro, commands.join('\n')].join('\n\n'));
}

export const help: Command = {
  description: 'command.help',
  menu: 'everybody',
  passesOn: () => Promise.resolve(true),
  run: (turn) => sayCommands(turn, `${turn.t('help.title')}\n\n${turn.t('help.body')}`),
};
