import {
  can,
  isStaff,
  ticketAccess,
  type TicketAccess,
  type Viewer,
} from '@tikethet/shared/permissions';
import type { Knex } from 'knex';
import type { Audience } from '../../feed/audience';

export interface SightSource {
  ticket: { id: string; customerId: string; assigneeId: string | null; categoryId: string };
  participantIds: readonly string[];
}

/** What a person may do with a ticket. */
export function accessTo(viewer: Viewer, source: SightSource): TicketAccess {
  return ticketAccess(viewer, { ...source.ticket, participantIds: source.participantIds });
}

/**
 * The same rule as SQL: a condition on `tickets` (under the name `alias`) for what the viewer may
 * see. `side` narrows it: `staff` leaves out what the person sees only as its customer.
 */
export function ticketScope(
  viewer: Viewer,
  alias = 'tickets',
  side: 'any' | 'staff' = 'any',
): { sql: string; bindings: Knex.RawBinding[] } {
  const conditions: string[] = [];
  const bindings: Knex.RawBinding[] = [];
  if (can(viewer, 'ticket.viewAll')) {
    conditions.push('true');
  } else {
    if (isStaff(viewer.role)) {
      conditions.push(`${alias}.assignee_id = ?`);
      bindings.push(viewer.id);
      if (can(viewer, 'ticket.viewPool')) {
        if (viewer.categoryIds.length === 0) {
          conditions.push(`${alias}.assignee_id is null`);
        } else {
          conditions.push(`(${alias}.assignee_id is null and ${alias}.category_id = any(?))`);
          bindings.push([...viewer.categoryIds]);
        }
      }
      conditions.push(`exists (select 1 from ticket_participants participant
        where participant.ticket_id = ${alias}.id and participant.user_id = ?)`);
      bindings.push(viewer.id);
    }
    if (side === 'any') {
      conditions.push(`${alias}.customer_id = ?`);
      bindings.push(viewer.id);
    }
  }
  const seen = conditions.length === 0 ? 'false' : conditions.join(' or ');
  return { sql: `(${alias}.deleted_at is null and (${seen}))`, bindings };
}

/** The same rule as keys of those who see the ticket as staff. */
function staffKeys(source: SightSource): string[] {
  const { ticket, participantIds } = source;
  const holder =
    ticket.assigneeId === null
      ? [`pool:${ticket.categoryId}`, 'pool:*']
      : [`user:${ticket.assigneeId}`];
  return ['staff', ...new Set([...holder, ...participantIds.map((id) => `user:${id}`)])];
}

/**
 * Who learns of a change. Whoever saw the ticket before and no longer does learns only that it is
 * gone from their sight.
 * @param options.before the ticket as it was, when the change may move it out of somebody's sight
 * @param options.internal true: the customer never learns of it
 */
export function audienceOf(
  after: SightSource,
  options: { before?: SightSource; internal?: boolean } = {},
): Audience {
  const staff = staffKeys(after);
  const hidden = options.before
    ? staffKeys(options.before).filter((key) => !staff.includes(key))
    : [];
  const customer = options.internal === true ? [] : [`customer:${after.ticket.customerId}`];
  return { staff, customer, hidden };
}

/** The keys by which a person reads the feed. */
export function feedKeys(viewer: Viewer): Set<string> {
  const keys = ['all', `account:${viewer.id}`, `customer:${viewer.id}`];
  if (isStaff(viewer.role)) keys.push(`user:${viewer.id}`, 'team');
  if (can(viewer, 'ticket.viewAll')) keys.push('staff');
  else if (can(viewer, 'ticket.viewPool')) {
    if (viewer.categoryIds.length === 0) keys.push('pool:*');
    else keys.push(...viewer.categoryIds.map((id) => `pool:${id}`));
  }
  if (can(viewer, 'people.list')) keys.push('people');
  if (can(viewer, 'broadcast.send')) keys.push('broadcasts');
  return new Set(keys);
}
