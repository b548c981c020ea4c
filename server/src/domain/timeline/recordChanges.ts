import { CUSTOMER_CHANGES } from '@tikethet/shared/contracts';
import { inserting } from '../../db/gather';
import { newId } from '../../db/ids';
import { emit, type Ctx } from '../context';
import { audienceOf } from '../tickets/policy';
import type { Ticket, TicketInFull } from '../tickets/ticket';
import { presentChange, type ChangedField } from './ticketChange';

/** The order in which changes made at once are told. */
const FIELDS = [
  'categoryId',
  'priority',
  'title',
  'tags',
  'assigneeId',
  'status',
  'snoozedUntil',
  'rating',
] as const satisfies readonly ChangedField[];

const insert = inserting('ticket_changes');

/** A value as the database keeps it: nothing is no value, not a JSON null. */
function stored(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** As it is kept and shown: moments as ISO 8601. */
function valueOf(ticket: Ticket, field: (typeof FIELDS)[number]): unknown {
  const value = ticket[field];
  return value instanceof Date ? value.toISOString() : value;
}

function namesOf(ctx: Ctx, before: TicketInFull, after: TicketInFull): Map<string, string> {
  const names = new Map<string, string>();
  for (const user of [before.assignee, after.assignee, after.customer]) {
    if (user !== null) names.set(user.id, user.shownName);
  }
  const { person } = ctx.actor;
  if (person !== null) names.set(person.id, person.displayName);
  return names;
}

/**
 * Keeps in the ticket's timeline what a change made of it, and announces it: to its customer only
 * what concerns them.
 * @param changed names of the columns that differ
 */
export async function recordChanges(
  ctx: Ctx,
  before: TicketInFull,
  after: TicketInFull,
  changed: ReadonlySet<string>,
): Promise<void> {
  const { ticket } = after;
  const fields = FIELDS.filter(
    (field) => changed.has(field) || (field === 'rating' && changed.has('ratingComment')),
  );
  if (fields.length === 0) return;
  const rows = fields.map((field) => ({
    id: newId(),
    ticketId: ticket.id,
    actorId: ctx.actor.person?.id ?? null,
    field,
    oldValue: valueOf(before.ticket, field),
    newValue: valueOf(ticket, field),
    comment: field === 'rating' ? ticket.ratingComment : null,
    position: ticket.lastPosition,
    at: ctx.now,
  }));
  await Promise.all(
    rows.map((row) =>
      insert(ctx.trx, {
        id: row.id,
        ticket_id: row.ticketId,
        actor_id: row.actorId,
        field: row.field,
        old_value: stored(row.oldValue),
        new_value: stored(row.newValue),
        comment: row.comment,
        position: row.position,
        at: row.at,
      }),
    ),
  );
  const names = namesOf(ctx, before, after);
  const changes = rows.map((row) => presentChange(row, ticket.customerId, names));
  const forCustomer = changes.filter(({ change }) =>
    CUSTOMER_CHANGES.some((field) => field === change.field),
  );
  const internal = forCustomer.length === 0;
  await emit(ctx, {
    type: 'timeline.added',
    ticketId: ticket.id,
    audience: { ...audienceOf(after, { internal }), hidden: [] },
    data: { ticketId: ticket.id, changes },
    customerData: internal ? null : { ticketId: ticket.id, changes: forCustomer },
  });
}
