export const ROLES = ['USER', 'HELPER', 'MODERATOR', 'ADMIN', 'DEVELOPER'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Named actions that a role may or may not do. Acting on one's own ticket as its customer needs
 * none; `message.editOwn` and `message.editAny` (by staff) lift the five-minute limit.
 */
export const PERMISSIONS = [
  'ticket.viewAll',
  'ticket.viewPool',
  'ticket.createForCustomer',
  'ticket.reply',
  'ticket.note',
  'ticket.update',
  'ticket.take',
  'ticket.assign',
  'ticket.delete',
  'message.editOwn',
  'message.editAny',
  'message.delete',
  'people.list',
  'people.block',
  'people.setRole',
  'category.manage',
  'faq.manage',
  'tag.manage',
  'desk.manage',
  'audit.view',
  'broadcast.send',
  'stats.view',
  'system.view',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export type PermissionMatrix = Readonly<Record<Role, ReadonlySet<Permission>>>;

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
  'message.editOwn',
  'message.delete',
  'people.list',
];
const admin: Permission[] = [
  ...moderator,
  'ticket.delete',
  'message.editAny',
  'people.block',
  'people.setRole',
  'category.manage',
  'faq.manage',
  'tag.manage',
  'desk.manage',
  'audit.view',
  'broadcast.send',
];

/** The desk's rights before anybody changes them (the table of `product.md`). */
export const DEFAULT_MATRIX: PermissionMatrix = {
  USER: new Set(),
  HELPER: new Set(helper),
  MODERATOR: new Set(moderator),
  ADMIN: new Set(admin),
  DEVELOPER: new Set([...admin, 'system.view']),
};

/** Whether a role may do an action. */
export function can(
  role: Role,
  permission: Permission,
  matrix: PermissionMatrix = DEFAULT_MATRIX,
): boolean {
  return matrix[role].has(permission);
}

/** Position in USER < HELPER < MODERATOR < ADMIN < DEVELOPER. */
export function rank(role: Role): number {
  return ROLES.indexOf(role);
}

export function isStaff(role: Role): boolean {
  return role !== 'USER';
}

/**
 * Whether `actor` may change the person `target` at all: nobody changes a peer or a superior,
 * except that DEVELOPERs may change each other.
 */
export function outranks(actor: Role, target: Role): boolean {
  return rank(actor) > rank(target) || (actor === 'DEVELOPER' && target === 'DEVELOPER');
}

/** Whether `actor` may hand out `role`: only what is below one's own; DEVELOPERs also their own. */
export function mayGrant(actor: Role, role: Role): boolean {
  return can(actor, 'people.setRole') && outranks(actor, role);
}

export interface Viewer {
  id: string;
  role: Role;
  /** Categories a HELPER works in; empty means all. */
  categoryIds: readonly string[];
}

export interface TicketSight {
  customerId: string;
  assigneeId: string | null;
  categoryId: string;
  /** People who were assigned, replied or were mentioned. */
  participantIds: readonly string[];
}

/**
 * What a person may do with a ticket: `full` (work on it), `read` (staff, look only),
 * `customer` (own ticket, customer's view) or `none` (it does not exist for them).
 */
export type TicketAccess = 'full' | 'read' | 'customer' | 'none';

/** The one rule of who sees which ticket; the server's SQL scope and audience keys are its twins. */
export function ticketAccess(viewer: Viewer, ticket: TicketSight): TicketAccess {
  if (can(viewer.role, 'ticket.viewAll')) return 'full';
  if (isStaff(viewer.role)) {
    if (ticket.assigneeId === viewer.id) return 'full';
    const inPool =
      viewer.categoryIds.length === 0 || viewer.categoryIds.includes(ticket.categoryId);
    if (can(viewer.role, 'ticket.viewPool') && ticket.assigneeId === null && inPool) return 'full';
    if (ticket.participantIds.includes(viewer.id)) return 'read';
  }
  return ticket.customerId === viewer.id ? 'customer' : 'none';
}
