import { menuOf } from '../commandMenu';
import type { Turn } from '../turn';
import type { Command } from './command';

/** @param intro what comes first instead of the title */
export async function sayHelp(turn: Turn, intro: string): Promise<void> {
  const commands = menuOf(turn.commands, turn.language, turn.user.role).map(
    ({ command, description }) => `/${command} — ${description}`,
  );
  const list = [turn.t('help.commands'), ...commands].join('\n');
  await turn.say([intro, turn.t('help.body'), list].join('\n\n'));
}

export const help: Command = {
  description: 'command.help',
  menu: 'everybody',
  run: (turn) => sayHelp(turn, turn.t('help.title')),
};
