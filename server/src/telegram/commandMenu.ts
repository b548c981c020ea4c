import type { Language } from '@tikethet/shared/contracts';
import { can, isStaff, type Role } from '@tikethet/shared/permissions';
import type { BotCommand } from 'grammy/types';
import type { Command } from './commands/command';
import { plain } from './texts';

/** Whether a command stands in the menu of people with this role. */
function isFor({ menu }: Command, role: Role): boolean {
  if (menu === 'everybody') return true;
  if (menu === 'nobody') return false;
  return menu === 'staff' ? isStaff(role) : can(role, menu);
}

/** The command menu in a language, for people with this role. */
export function menuOf(
  commands: Readonly<Record<string, Command>>,
  language: Language,
  role: Role,
): BotCommand[] {
  return Object.entries(commands)
    .filter(([, command]) => isFor(command, role))
    .map(([command, { description }]) => ({ command, description: plain(language, description) }));
}
