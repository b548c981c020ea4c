import { can, mayGrant, outranks, type Holder, type Role } from '@tikethet/shared/permissions';
import { AppError } from '@tikethet/shared/errors';
import type { TextKey } from '../texts';

/** Somebody whose role may change. */
export interface RoleHolder {
  id: string;
  role: Role;
}

/**
 * Why a person may not give another one a role, before anything is tried; null: they may ask. The
 * verb checks the same laws again, and the last DEVELOPER, when it is done.
 */
export function roleRefusal(
  actor: RoleHolder & Holder,
  target: RoleHolder,
  role: Role,
): TextKey | null {
  if (!can(actor, 'people.setRole')) return 'team.role.noRight';
  if (target.role === role) return 'team.role.same';
  if (actor.id === target.id && actor.role !== 'DEVELOPER') return 'team.role.self';
  if (!outranks(actor.role, target.role)) return 'team.role.peer';
  if (!mayGrant(actor, role)) return 'team.role.above';
  return null;
}

/** The verb's own refusal in the bot's words; anything else is thrown on. */
export function roleRefusalOf(error: unknown): TextKey {
  if (error instanceof AppError && error.code === 'last_developer')
    return 'team.role.lastDeveloper';
  if (error instanceof AppError && error.code === 'forbidden') return 'team.role.noRight';
  throw error;
}
