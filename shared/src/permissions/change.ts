import type { PermissionMatrix, PermissionOverride } from './matrix';
import { ROLES, type Permission, type Role } from './names';

/** A wish: what a role may do, or no longer may. */
export type PermissionChange = PermissionOverride;

/**
 * Why somebody may not change what a role may do: `rank`, not a role below theirs; `held`, they do
 * not have it themselves; `essential`, without it nobody could put the desk in order again.
 */
export type ChangeRefusal = 'rank' | 'held' | 'essential';

/** What a DEVELOPER keeps: without it no mistake in the rights could be mended. */
const ESSENTIAL: readonly Permission[] = ['rights.manage', 'people.list', 'people.setRole'];

/**
 * The roles that a wish really changes. A role may do at least what the one below may, so a right
 * that is given also goes to the roles above, and one that is taken is taken from those below.
 */
export function affectedRoles(matrix: PermissionMatrix, change: PermissionChange): Role[] {
  const at = ROLES.indexOf(change.role);
  return ROLES.filter((role, index) => {
    const reached = change.allowed ? index >= at : index <= at;
    return reached && matrix[role].includes(change.permission) !== change.allowed;
  });
}

/**
 * Why `actor` may not make a change; null: they may. An ADMIN changes the roles below, a DEVELOPER
 * every role; nobody gives what they do not have, but DEVELOPERs take back what they took from
 * themselves. Customers have no such rights.
 */
export function changeRefusal(
  actor: { readonly role: Role; readonly permissions: readonly Permission[] },
  matrix: PermissionMatrix,
  change: PermissionChange,
): ChangeRefusal | null {
  const highest = actor.role === 'DEVELOPER';
  const below = ROLES.indexOf(change.role) < ROLES.indexOf(actor.role);
  if (change.role === 'USER' || !(highest || below)) return 'rank';
  if (!highest && !actor.permissions.includes(change.permission)) return 'held';
  const touchesHighest = affectedRoles(matrix, change).includes('DEVELOPER');
  if (touchesHighest && !change.allowed && ESSENTIAL.includes(change.permission)) {
    return 'essential';
  }
  return null;
}
