import type { Language } from '@tikethet/shared/contracts';
import type { botTeamEn } from '@tikethet/shared/locales/botTeam.en';
import { can, isStaff, type Permission, type Role } from '@tikethet/shared/permissions';
import { plain } from '../texts';

/** What permissions mean to a person, most important first. */
const WORDS: readonly (readonly [Permission, keyof typeof botTeamEn.may])[] = [
  ['ticket.viewAll', 'all'],
  ['ticket.reply', 'reply'],
  ['ticket.assign', 'assign'],
  ['message.delete', 'remove'],
  ['people.list', 'people'],
  ['people.setRole', 'manage'],
  ['category.manage', 'categories'],
  ['broadcast.send', 'broadcast'],
  ['system.view', 'system'],
];

/** What a role may do, a line each. */
export function abilities(language: Language, role: Role): string[] {
  const line = (key: keyof typeof botTeamEn.may) => `• ${plain(language, `team.may.${key}`)}`;
  if (!isStaff(role)) return [line('customer')];
  const sight = can(role, 'ticket.viewAll') ? [] : [line('pool')];
  return [
    ...sight,
    ...WORDS.filter(([permission]) => can(role, permission)).map(([, key]) => line(key)),
  ];
}
