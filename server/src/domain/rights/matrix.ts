import {
  effectiveMatrix,
  permissionsOf,
  PERMISSIONS,
  type Permission,
  type PermissionMatrix,
  type PermissionOverride,
  type Role,
} from '@tikethet/shared/permissions';
import type { Knex } from 'knex';

/** Rows of another version of the desk may name what this one does not know: they wait for it. */
export function isPermission(name: string): name is Permission {
  return (PERMISSIONS as readonly string[]).includes(name);
}

/** What this desk has changed of the default matrix: at most a row per role and permission. */
export async function overridesOf(trx: Knex, role?: Role): Promise<PermissionOverride[]> {
  const query = trx<{ role: Role; permission: string; allowed: boolean }>('permission_overrides');
  if (role !== undefined) void query.where({ role });
  const rows = await query.select('role', 'permission', 'allowed');
  return rows.flatMap(({ permission, ...row }) =>
    isPermission(permission) ? [{ ...row, permission }] : [],
  );
}

/** What every role may do on this desk now. */
export async function loadMatrix(trx: Knex): Promise<PermissionMatrix> {
  return effectiveMatrix(await overridesOf(trx));
}

/** What one role may do on this desk now. */
export async function permissionsNow(trx: Knex, role: Role): Promise<readonly Permission[]> {
  // Customers have no such rights on any desk, and they are most of those who ask.
  return role === 'USER' ? [] : permissionsOf(role, await overridesOf(trx, role));
}
