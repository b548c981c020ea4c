import { PERMISSIONS, type Permission } from '@tikethet/shared/permissions';

export type Area = Permission extends `${infer A}.${string}` ? A : never;

export interface PermissionGroup {
  area: Area;
  permissions: readonly Permission[];
}

/** A permission's area is the first part of its name. */
function areaOf(permission: Permission): Area {
  return permission.split('.')[0] as Area;
}

/** All permissions by area, both in the order in which `shared` lists them. */
export const PERMISSION_GROUPS: readonly PermissionGroup[] = [
  ...new Set(PERMISSIONS.map(areaOf)),
].map((area) => ({
  area,
  permissions: PERMISSIONS.filter((permission) => areaOf(permission) === area),
}));
