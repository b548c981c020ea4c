import { ROLES, type Permission, type Role } from './names';

export { PERMISSIONS, ROLES, type Permission, type Role } from './names';
export {
  DEFAULT_MATRIX,
  effectiveMatrix,
  permissionsOf,
  readMatrix,
  type PermissionMatrix,
  type PermissionOverride,
} from './matrix';
export { affectedRoles, changeRefusal, type ChangeRefusal, type PermissionChange } from './change';

/** Somebody with rights: what their role may do on this desk now. */
export interface Holder {
  readonly permissions: readonly Permission[];
}

/**
 * Whether somebody may do an action. Asks the person, not their role: a desk changes what its roles
 * may do (on the server `requirePerson(ctx)`, in the console `useDesk().me`).
 */
export function can(holder: Holder, permission: Permission): boolean {
  return holder.permissions.includes(permission);
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
export function mayGrant(actor: Holder & { readonly role: Role }, role: Role): boolean {
  return can(actor, 'people.setRole') && outranks(actor.role, role);
}

export interface Viewer extends Holder {
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
  if (can(viewer, 'ticket.viewAll')) return 'full';
  if (isStaff(viewer.role)) {
    if (ticket.assigneeId === viewer.id) return 'full';
    const inPool =
      viewer.categoryIds.length === 0 || viewer.categoryIds.includes(ticket.categoryId);
    if (can(viewer, 'ticket.viewPool') && ticket.assigneeId === null && inPool) return 'full';
    if (ticket.participantIds.includes(viewer.id)) return 'read';
  }
  return ticket.customerId === viewer.id ? 'customer' : 'none';
}
