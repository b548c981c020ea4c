import { PERMISSIONS, ROLES, type Permission, type Role } from './names';

/** What every role may do on one desk. */
export type PermissionMatrix = Readonly<Record<Role, readonly Permission[]>>;

const helper: Permission[] = [
  'ticket.viewPool',
  'ticket.createForCustomer',
  'ticket.reply',
  'ticket.note',
  'ticket.update',
  'ticket.take',
  'stats.view',
];
const moderator: Permission[] = [
  ...helper,
  'ticket.viewAll',
  'ticket.assign',
  'ticket.merge',
  'message.editOwn',
  'message.delete',
  'people.list',
  'view.share',
];
const admin: Permission[] = [
  ...moderator,
  'ticket.delete',
  'message.editAny',
  'people.block',
  'people.setRole',
  'rights.manage',
  'category.manage',
  'faq.manage',
  'macro.manage',
  'tag.manage',
  'desk.manage',
  'audit.view',
  'broadcast.send',
];

/** The desk's rights before anybody changes them (the table of `product.md`). */
export const DEFAULT_MATRIX: PermissionMatrix = {
  USER: [],
  HELPER: helper,
  MODERATOR: moderator,
  ADMIN: admin,
  DEVELOPER: [...admin, 'system.view'],
};

/** The matrix as another version of the desk tells it: what is not known here is left out. */
export function readMatrix(
  told: Readonly<Partial<Record<Role, readonly string[]>>>,
): PermissionMatrix {
  const rows = ROLES.map((role) => {
    const names = told[role];
    return [
      role,
      names ? PERMISSIONS.filter((name) => names.includes(name)) : DEFAULT_MATRIX[role],
    ];
  });
  return Object.fromEntries(rows) as Record<Role, readonly Permission[]>;
}

/** A difference from the default matrix. */
export interface PermissionOverride {
  readonly role: Role;
  readonly permission: Permission;
  readonly allowed: boolean;
}

/** What a role may do on a desk with these differences; those of other roles do not matter. */
export function permissionsOf(
  role: Role,
  overrides: readonly PermissionOverride[],
): readonly Permission[] {
  const changed = new Map(
    overrides.filter((one) => one.role === role).map((one) => [one.permission, one.allowed]),
  );
  const usual = DEFAULT_MATRIX[role];
  if (changed.size === 0) return usual;
  return PERMISSIONS.filter((name) => changed.get(name) ?? usual.includes(name));
}

/** The rights of a desk with these differences. */
export function effectiveMatrix(overrides: readonly PermissionOverride[]): PermissionMatrix {
  const rows = ROLES.map((role) => [role, permissionsOf(role, overrides)] as const);
  return Object.fromEntries(rows) as Record<Role, readonly Permission[]>;
}
