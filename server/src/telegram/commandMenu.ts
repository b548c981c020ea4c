import { createHash } from 'node:crypto';
import type { Language } from '@tikethet/shared/contracts';
import {
  can,
  DEFAULT_MATRIX,
  isStaff,
  ROLES,
  type Holder,
  type Role,
} from '@tikethet/shared/permissions';
import type { BotCommand } from 'grammy/types';
import type { Command } from './commands/command';
import { miniAppAt, type TelegramSettings } from './settings';
import { plain } from './texts';

/** A role with what it may do on this desk. */
type RoleHolder = Holder & { readonly role: Role };

/** Whether a command stands in the menu of people with this role. */
function isFor({ menu }: Command, holder: RoleHolder): boolean {
  if (menu === 'everybody') return true;
  if (menu === 'nobody') return false;
  return menu === 'staff' ? isStaff(holder.role) : can(holder, menu);
}

/** The command menu in a language, for people with this role on this desk. */
export function menuOf(
  commands: Readonly<Record<string, Command>>,
  language: Language,
  holder: RoleHolder,
): BotCommand[] {
  return Object.entries(commands)
    .filter(([, command]) => isFor(command, holder))
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
    menuOf(commands, 'ru', { role, permissions: DEFAULT_MATRIX[role] }),
    menuOf(commands, 'en', { role, permissions: DEFAULT_MATRIX[role] }),
  ]);
  const all = JSON.stringify([ownButtonAt(settings), plain('en', 'menuButton'), menus]);
  return createHash('sha256').update(all).digest('base64url').slice(0, 16);
}
