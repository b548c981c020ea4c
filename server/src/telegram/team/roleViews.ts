import { can, mayGrant, ROLES, type Role } from '@tikethet/shared/permissions';
import { requirePerson } from '../../domain/context';
import type { User } from '../../domain/people/user';
import { callbackData, shorten } from '../callbacks/data';
import type { Turn } from '../turn';
import { abilities } from './abilities';
import type { View } from './card';
import { button, rowsOf } from './keyboards';

/** A role by its code or its name in either language, however it is written. */
export function readRole(turn: Turn, typed: string): Role | null {
  const wanted = typed.trim().toLowerCase();
  return (
    ROLES.find(
      (role) =>
        role.toLowerCase() === wanted || turn.plain(`common.role.${role}`).toLowerCase() === wanted,
    ) ?? null
  );
}

/** Roles that the person may hand out, lowest first. */
export function grantable(turn: Turn): Role[] {
  return ROLES.filter((role) => mayGrant(requirePerson(turn.ctx), role));
}

export function usernameOf({ username }: User): string {
  return username === null ? '' : ` (@${username})`;
}

/** One's own role, what it may do and, for whoever gives roles, how. */
export function ownRoleView(turn: Turn): View {
  const person = requirePerson(turn.ctx);
  const parts = [
    turn.t('team.role.own', { role: turn.plain(`common.role.${person.role}`) }),
    turn.t('team.role.may', { lines: abilities(turn.language, person).join('\n') }),
  ];
  if (!can(person, 'people.setRole')) return { html: parts.join('\n\n'), keyboard: undefined };
  const invitations = grantable(turn)
    .filter((one) => one !== 'USER')
    .map((one) => ({
      text: `🔗 ${turn.plain(`common.role.${one}`)}`,
      callback_data: callbackData('invite', one),
    }));
  const rows = [];
  for (let at = 0; at < invitations.length; at += 2) rows.push(invitations.slice(at, at + 2));
  return { html: [...parts, turn.t('team.role.usage')].join('\n\n'), keyboard: rowsOf(...rows) };
}

/** Somebody's role, with the roles to choose from. */
export function personView(turn: Turn, user: User): View {
  const roles = grantable(turn)
    .filter((role) => role !== user.role)
    .map((role) => ({
      text: turn.plain(`common.role.${role}`),
      callback_data: callbackData('role', shorten(user.id), role),
    }));
  const rows = [];
  for (let at = 0; at < roles.length; at += 2) rows.push(roles.slice(at, at + 2));
  const lines = [
    turn.t('team.role.person', {
      name: user.shownName,
      username: usernameOf(user),
      role: turn.plain(`common.role.${user.role}`),
    }),
    turn.t('team.role.choose'),
  ];
  return { html: lines.join('\n\n'), keyboard: rowsOf(...rows) };
}

/** Asks before a role changes. */
export function askView(turn: Turn, user: User, role: Role): View {
  return {
    html: turn.t('team.role.ask', {
      name: user.shownName,
      username: usernameOf(user),
      role: turn.plain(`common.role.${role}`),
      before: turn.plain(`common.role.${user.role}`),
    }),
    keyboard: rowsOf([
      button(turn.language, 'team.button.confirm', 'roleyes', shorten(user.id), role),
      button(turn.language, 'team.button.cancel', 'roleno'),
    ]),
  };
}
