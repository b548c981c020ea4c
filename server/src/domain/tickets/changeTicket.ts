import { AppError } from '@tikethet/shared/errors';
import { can, isStaff } from '@tikethet/shared/permissions';
import {
  CUSTOMER_TRANSITIONS,
  isActive,
  isReopening,
  LIMITS,
  statusAfterAssignment,
  TRANSITIONS,
  workingStatus,
  type TicketPriority,
  type TicketStatus,
} from '@tikethet/shared/tickets';
import { recordAudit } from '../audit/recordAudit';
import { requireUsableCategory } from '../categories/requireUsableCategory';
import type { Ctx } from '../context';
import { deliverTo, LANES } from '../deliveries/queueDelivery';
import { notifyStaff } from '../deliveries/notifyStaff';
import { notifyOfChange } from '../notifications/notifyOfChange';
import { preferencesOf } from '../people/preferences';
import { User } from '../people/user';
import { spellTags } from '../tags/spellTags';
import { applyChange, refuseConflicts } from './applyChange';
import { lockWorkingTicket, type VisibleTicket } from './loadTickets';
import type { Ticket, TicketInFull, TicketPatch } from './ticket';

export interface TicketChanges {
  title?: string;
  categoryId?: string;
  priority?: TicketPriority;
  status?: TicketStatus;
  assigneeId?: string | null;
  tags?: string[];
  /** Beside those it has; whoever changes others collides with nobody. */
  addTags?: string[];
  removeTags?: string[];
  /** null: awake. */
  snoozedUntil?: Date | null;
}

export interface ChangeTicketInput {
  id: string;
  changes: TicketChanges;
  /** The version the change is based on; absent: whatever is there. */
  version?: number;
  /** What the ticket's customer may change; closing and reopening unless said otherwise. */
  customerMay?: readonly (keyof TicketChanges)[];
}

/**
 * The one way in which fields of a ticket change: rights, conflicts, legal transitions, the
 * status that an assignment implies, audit, events, what the customer and the assignee are told.
 * @throws AppError `not_found`, `forbidden`, `conflict`, `illegal_transition`
 */
export async function changeTicket(ctx: Ctx, input: ChangeTicketInput): Promise<VisibleTicket> {
  const { full: before, access } = await lockWorkingTicket(ctx, input.id);
  requireRights(ctx, before, access, input);
  refuseConflicts(before.ticket, input.changes, versionOf(before.ticket, input));
  if (input.changes.categoryId !== undefined) {
    await requireUsableCategory(ctx, input.changes.categoryId);
  }
  const { assigneeId } = input.changes;
  if (typeof assigneeId === 'string') await requireAssignable(ctx, assigneeId);
  const changes = tagged(before.ticket, input.changes);
  if (changes.tags !== undefined) changes.tags = await spellTags(ctx, changes.tags);
  const patch = patchOf(ctx, before.ticket, access, changes);
  const { after, changed } = await applyChange(ctx, before, patch);
  if (changed.size > 0) {
    await recordAudit(ctx, {
      action: 'ticket.changed',
      targetType: 'ticket',
      targetId: after.ticket.id,
      before: pick(before.ticket, changed),
      after: pick(after.ticket, changed),
    });
    await announce(ctx, access, after, changed);
  }
  return { full: after, access };
}

/** Of the ticket that it was merged into, its author knew no version: whatever changed is news. */
function versionOf(ticket: Ticket, { id, version }: ChangeTicketInput): number | undefined {
  return version === undefined || ticket.id === id ? version : 0;
}

function requireRights(
  ctx: Ctx,
  { ticket }: TicketInFull,
  access: VisibleTicket['access'],
  { changes, customerMay = ['status'] }: ChangeTicketInput,
): void {
  if (ctx.actor.person === null) return;
  if (access === 'read') throw new AppError('forbidden', { reason: 'read_only' });
  if (access === 'customer') {
    const denied = Object.keys(changes).filter(
      (field) => !customerMay.some((allowed) => allowed === field),
    );
    if (denied.length > 0) throw new AppError('forbidden', { fields: denied });
    return;
  }
  const { person } = ctx.actor;
  const { assigneeId, ...fields } = changes;
  if (Object.keys(fields).length > 0 && !can(person, 'ticket.update')) {
    throw new AppError('forbidden', { permission: 'ticket.update' });
  }
  if (assigneeId === undefined || assigneeId === ticket.assigneeId) return;
  const own = (assigneeId ?? ticket.assigneeId) === person.id;
  const permission = own ? 'ticket.take' : 'ticket.assign';
  if (!can(person, permission)) throw new AppError('forbidden', { permission });
}

/** @throws AppError `validation_failed` when the person cannot hold tickets */
async function requireAssignable(ctx: Ctx, userId: string): Promise<void> {
  const user = await User.query(ctx.trx).findById(userId);
  if (user === undefined || !user.isActive || !isStaff(user.role)) {
    throw new AppError('validation_failed', {
      issues: [{ path: 'assigneeId', message: 'not an active member of staff' }],
    });
  }
}

/**
 * Changes with the tags that adding and removing lead to.
 * @throws AppError `validation_failed` when a ticket would have too many
 */
function tagged(
  ticket: Ticket,
  { addTags = [], removeTags = [], ...changes }: TicketChanges,
): Omit<TicketChanges, 'addTags' | 'removeTags'> {
  if (addTags.length + removeTags.length === 0) return changes;
  const kept = (changes.tags ?? ticket.tags).filter((tag) => !removeTags.includes(tag));
  const tags = [...new Set([...kept, ...addTags])];
  if (tags.length > LIMITS.tags) {
    const message = `a ticket has at most ${LIMITS.tags} tags`;
    throw new AppError('validation_failed', { issues: [{ path: 'addTags', message }] });
  }
  return { ...changes, tags };
}

/** The columns that a change means, the implied ones included. */
function patchOf(
  ctx: Ctx,
  ticket: Ticket,
  access: VisibleTicket['access'],
  changes: Omit<TicketChanges, 'addTags' | 'removeTags'>,
): TicketPatch {
  const patch: TicketPatch = { ...changes };
  const assigneeId = changes.assigneeId === undefined ? ticket.assigneeId : changes.assigneeId;
  const wanted = changes.status;
  if (wanted === undefined) {
    patch.status = statusAfterAssignment(ticket.status, assigneeId);
  } else if (wanted !== ticket.status) {
    const allowed = (access === 'customer' ? CUSTOMER_TRANSITIONS : TRANSITIONS)[ticket.status];
    if (!allowed.includes(wanted)) {
      throw new AppError('illegal_transition', { from: ticket.status, to: wanted, allowed });
    }
    patch.status = isReopening(ticket.status, wanted) ? workingStatus(assigneeId) : wanted;
  }
  const status = patch.status ?? ticket.status;
  if (changes.snoozedUntil === undefined && wakes(ticket, status, assigneeId)) {
    patch.snoozedUntil = null;
  }
  return { ...patch, ...momentsOf(ctx, ticket, status) };
}

/** Whoever gets a sleeping ticket must see it; a finished one has nothing to sleep for. */
function wakes(ticket: Ticket, status: TicketStatus, assigneeId: string | null): boolean {
  return !isActive(status) || assigneeId !== ticket.assigneeId;
}

/** When it was resolved and closed, as a status implies; a reopened ticket is neither. */
export function momentsOf(ctx: Ctx, ticket: Ticket, status: TicketStatus): TicketPatch {
  if (status === ticket.status) return {};
  if (status === 'RESOLVED') return { resolvedAt: ctx.now, closedAt: null, waitingSince: null };
  if (status === 'CLOSED') {
    const resolvedAt = ticket.resolvedAt ?? ctx.now;
    return { resolvedAt, closedAt: ctx.now, waitingSince: null };
  }
  const answered = status === 'WAITING_RESPONSE' ? { waitingSince: null } : {};
  return { resolvedAt: null, closedAt: null, ...answered };
}

function pick(ticket: Ticket, fields: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(
    [...fields].map((field) => [field, ticket[field as keyof TicketPatch]]),
  );
}

/** Whether the customer chose to be told; a resolved ticket also asks for a rating. */
function wantsStatus({ customer, ticket }: TicketInFull): boolean {
  const { status, rating } = preferencesOf(customer).customerNotices;
  return status || (rating && ticket.status === 'RESOLVED');
}

async function announce(
  ctx: Ctx,
  access: VisibleTicket['access'],
  after: TicketInFull,
  changed: ReadonlySet<string>,
): Promise<void> {
  const { ticket } = after;
  await notifyOfChange(ctx, access, after, changed);
  // A customer's own act is answered where it was done, not announced.
  if (changed.has('status') && access !== 'customer' && wantsStatus(after)) {
    await deliverTo(ctx, after.customer, {
      kind: 'STATUS',
      lane: LANES.person,
      payload: { status: ticket.status, staffName: after.assignee?.shownName ?? null },
      ticketId: ticket.id,
    });
  }
  if (changed.has('assigneeId') && ticket.assigneeId !== null) {
    await notifyStaff(ctx, after, 'TICKET_ASSIGNED');
  }
}
