import type { Language } from '@tikethet/shared/contracts';
import { isStaff } from '@tikethet/shared/permissions';
import type { BotCommand } from 'grammy/types';
import type { Command } from './commands/command';
import { miniAppAt } from './settings';
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

/** The menu and the button of one person's chat: by role, in the language that they chose. */
export async function setOwnMenu(turn: Turn): Promise<void> {
  const url = miniAppAt(turn.settings);
  if (url !== null) {
    const text = turn.plain('menuButton');
    await turn.call('setChatMenuButton', {
      menu_button: { type: 'web_app', text, web_app: { url } },
    });
  }
  await turn.call('setMyCommands', {
    commands: menuOf(turn.commands, turn.language, isStaff(turn.user.role)),
    scope: { type: 'chat', chat_id: turn.chat.chatId },
  });
}
