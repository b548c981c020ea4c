import type {
  Message as MessageResource,
  SnapshotItem,
  User as UserResource,
} from '@tikethet/shared/contracts';
import { can } from '@tikethet/shared/permissions';
import { ACTIVE_STATUSES } from '@tikethet/shared/tickets';
import type { Knex } from 'knex';
import type { QueryBuilder } from 'objection';
import { z } from 'zod';
import { requirePerson, type Ctx } from '../context';
import { Message } from '../conversations/message';
import { presentMessages } from '../conversations/presentMessages';
import { decodeKeyset, encodeKeyset } from '../keyset';
import { PINNED } from '../pins/pins';
import { categoriesOf, presentUser } from '../people/user';
import { completeTickets } from '../tickets/loadTickets';
import { accessTo, ticketScope } from '../tickets/policy';
import { showTickets } from '../tickets/showTicket';
import { Ticket, type TicketInFull } from '../tickets/ticket';

export interface ReadSnapshotInput {
  limit: number;
  cursor?: string;
}

/** Milliseconds: 30 days. */
const RECENT = 30 * 86_400_000;
/** Messages of a ticket that travel with it; the reader asks for the rest when it wants them. */
const MESSAGES = 50;

/** One after the other; a ticket is in exactly one. Each is a range of one index. */
const PHASES = ['recent', 'active', 'own', 'pinned'] as const;
type Phase = (typeof PHASES)[number];

const place = z.union([
  // `since` is fixed by the first page, so that the phases stay apart while time goes on.
  z.tuple([z.enum(PHASES), z.iso.datetime()]),
  z.tuple([z.enum(PHASES), z.iso.datetime(), z.iso.datetime(), z.uuid()]),
]);

function phaseOf(
  query: QueryBuilder<Ticket>,
  phase: Phase,
  since: string,
  me: string,
): QueryBuilder<Ticket> {
  if (phase === 'recent') return query.where('updatedAt', '>', since);
  query.where('updatedAt', '<=', since);
  if (phase === 'active') return query.whereIn('status', [...ACTIVE_STATUSES]);
  query.whereNotIn('status', [...ACTIVE_STATUSES]);
  if (phase === 'own') return query.where('assigneeId', me);
  return query.whereRaw('assignee_id is distinct from ?', [me]).whereRaw(PINNED, [me]);
}

/**
 * A page of what a member of staff works with, newest first: tickets touched in the last 30 days,
 * older active ones, older ones assigned to the person, older ones they have pinned. Taken after a
 * feed cursor and followed by the feed from there, the pages add up to the present.
 * @throws AppError `invalid_cursor`
 */
export async function readSnapshot(
  ctx: Ctx,
  input: ReadSnapshotInput,
): Promise<{ items: SnapshotItem[]; people: UserResource[]; nextCursor: string | null }> {
  const person = requirePerson(ctx);
  const start = new Date(ctx.now.getTime() - RECENT).toISOString();
  const [phase, since, ...after] =
    input.cursor === undefined ? (['recent', start] as const) : decodeKeyset(input.cursor, place);
  const scope = ticketScope(person);
  const query = phaseOf(
    Ticket.query(ctx.trx).whereRaw(scope.sql, scope.bindings),
    phase,
    since,
    person.id,
  );
  if (after.length > 0) query.whereRaw('(updated_at, id) < (?, ?)', after as Knex.RawBinding[]);
  const rows = await query
    .orderBy('updatedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const full = await completeTickets(ctx.trx, page);
  const last = page.at(-1);
  const next = PHASES[PHASES.indexOf(phase) + 1];
  const more = rows.length > input.limit && last !== undefined;
  const end = next === undefined ? null : encodeKeyset([next, since]);
  return {
    items: await withMessages(ctx, full),
    people: await customersOf(ctx, full),
    nextCursor: more ? encodeKeyset([phase, since, last.updatedAt.toISOString(), last.id]) : end,
  };
}

async function withMessages(ctx: Ctx, tickets: readonly TicketInFull[]): Promise<SnapshotItem[]> {
  const person = requirePerson(ctx);
  const asCustomer = new Set(
    tickets.filter((item) => accessTo(person, item) === 'customer').map(({ ticket }) => ticket.id),
  );
  const found = await newestMessages(ctx.trx, tickets, asCustomer);
  const staffs = await presentMessages(
    ctx.trx,
    found.filter(({ ticketId }) => !asCustomer.has(ticketId)),
    'staff',
  );
  const own = await presentMessages(
    ctx.trx,
    found.filter(({ ticketId }) => asCustomer.has(ticketId)),
    'customer',
  );
  const byTicket = new Map<string, MessageResource[]>();
  for (const message of [...staffs, ...own]) {
    const known = byTicket.get(message.ticketId);
    if (known === undefined) byTicket.set(message.ticketId, [message]);
    else known.push(message);
  }
  for (const item of tickets) {
    // The scope let it through, so its twin must too.
    if (accessTo(person, item) === 'none') {
      throw new Error(`policy twins disagree on ticket ${item.ticket.id}`);
    }
  }
  return (await showTickets(ctx, tickets)).map((ticket) => {
    const messages = byTicket.get(ticket.id) ?? [];
    const kept = messages.slice(-MESSAGES);
    const complete = kept.length === messages.length;
    return { ticket, messages: kept, complete };
  });
}

/** The last messages of each ticket, and one more where there are more; oldest first. */
async function newestMessages(
  trx: Knex,
  tickets: readonly TicketInFull[],
  asCustomer: ReadonlySet<string>,
): Promise<Message[]> {
  if (tickets.length === 0) return [];
  const asked = tickets.map(({ ticket }) => [ticket.id, asCustomer.has(ticket.id)] as const);
  return Message.query(trx)
    .select('messages.*')
    .joinRaw(
      `join unnest(?::uuid[], ?::boolean[]) as asked (ticket_id, public) on true
       join lateral (select id from messages
         where messages.ticket_id = asked.ticket_id and not (asked.public and messages.internal)
         order by messages.position desc limit ${MESSAGES + 1}) as newest
       on newest.id = messages.id`,
      [asked.map(([id]) => id), asked.map(([, isPublic]) => isPublic)],
    )
    .orderBy('messages.position');
}

async function customersOf(ctx: Ctx, tickets: readonly TicketInFull[]): Promise<UserResource[]> {
  if (!can(requirePerson(ctx), 'people.list')) return [];
  const customers = [...new Map(tickets.map(({ customer }) => [customer.id, customer])).values()];
  const categories = await categoriesOf(
    ctx.trx,
    customers.map(({ id }) => id),
  );
  return customers.map((customer) => presentUser(customer, categories.get(customer.id) ?? []));
}
