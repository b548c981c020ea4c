import { createHash } from 'node:crypto';
import type { Language } from '@tikethet/shared/contracts';
import { can, isStaff, ROLES, type Role } from '@tikethet/shared/permissions';
import type { BotCommand } from 'grammy/types';
import type { Command } from './commands/command';
import { miniAppAt, type TelegramSettings } from './settings';
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

/**
 * Where the menu button of a person's own chat leads; null: the button that all chats share is
 * better. An address that ends with this process must not stay in anybody's chat.
 */
export function ownButtonAt(settings: TelegramSettings): string | null {
  return settings.temporaryUrl ? null : miniAppAt(settings);
}

/**
 * A name for all menus as this version of the desk makes them: chats that were given another one
 * get theirs anew when their person writes next.
 */
export function menuVersion(
  settings: TelegramSettings,
  commands: Readonly<Record<string, Command>>,
): string {
  const menus = ROLES.flatMap((role) => [
    menuOf(commands, 'ru', role),
    menuOf(commands, 'en', role),
  ]);
  const all = JSON.stringify([ownButtonAt(settings), plain('en', 'menuButton'), menus]);
  return createHash('sha256').update(all).digest('base64url').slice(0, 16);
}
