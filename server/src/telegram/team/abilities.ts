import type { Language } from '@tikethet/shared/contracts';
import type { botTeamEn } from '@tikethet/shared/locales/botTeam.en';
import {
  can,
  isStaff,
  type Holder,
  type Permission,
  type Role,
} from '@tikethet/shared/permissions';
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

/** A role with what it may do on this desk. */
type RoleHolder = Holder & { readonly role: Role };

/** What a role may do, a line each. */
export function abilities(language: Language, holder: RoleHolder): string[] {
  const line = (key: keyof typeof botTeamEn.may) => `• ${plain(language, `team.may.${key}`)}`;
  if (!isStaff(holder.role)) return [line('customer')];
  const sight = can(holder, 'ticket.viewAll') ? [] : [line('pool')];
  return [
    ...sight,
    ...WORDS.filter(([permission]) => can(holder, permission)).map(([, key]) => line(key)),
  ];
}
