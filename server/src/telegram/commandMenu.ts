import type { Language } from '@tikethet/shared/contracts';
import { isStaff } from '@tikethet/shared/permissions';
import type { BotCommand } from 'grammy/types';
import type { Command } from './commands/command';
import { plain } from './texts';
import type { Turn } from './turn';

/** The command menu in a language, for customers or for staff. */
export function menuOf(
  commands: Readonly<Record<string, Command>>,
  language: Language,
  forStaff: boolean,
): BotCommand[] {
  return Object.entries(commands)
    .filter(([, { menu }]) => menu === 'everybody' || (menu === 'staff' && forStaff))
    .map(([command, { description }]) => ({ command, description: plain(language, description) }));
}

/** The menu of one person's chat: by role, in the language that they chose. */
export async function setOwnMenu(turn: Turn): Promise<void> {
  await turn.call('setMyCommands', {
    commands: menuOf(turn.commands, turn.language, isStaff(turn.user.role)),
    scope: { type: 'chat', chat_id: turn.chat.chatId },
  });
}
