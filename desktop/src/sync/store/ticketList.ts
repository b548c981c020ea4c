import type { ParsedInputOf, Ticket } from '@tikethet/shared/contracts';
import { isActive, TICKET_PRIORITIES, type TicketSort } from '@tikethet/shared/tickets';
import { decodeLocalCursor, encodeLocalCursor } from './localCursor';
import type { Replica } from './replica';
import { ticketQuery, type TicketFilterInput } from './ticketQuery';

type ListInput = ParsedInputOf<'tickets.list'>;

export interface LocalPage<T> {
  items: T[];
  nextCursor: string | null;
}

interface Order {
  columns: readonly string[];
  direction: 'asc' | 'desc';
  placeOf: (ticket: Ticket) => (string | number)[];
}

/** Behind every moment: what has none. */
const NEVER = '~';

const ORDERS: Readonly<Record<TicketSort, Order>> = {
  updated: {
    columns: ['updated_at', 'id'],
    direction: 'desc',
    placeOf: ({ updatedAt, id }) => [updatedAt, id],
  },
  created: {
    columns: ['created_at', 'id'],
    direction: 'desc',
    placeOf: ({ createdAt, id }) => [createdAt, id],
  },
  priority: {
    columns: ['priority_rank', 'updated_at', 'id'],
    direction: 'desc',
    placeOf: ({ priority, updatedAt, id }) => [TICKET_PRIORITIES.indexOf(priority), updatedAt, id],
  },
  due: {
    columns: [`coalesce(due_at, '${NEVER}')`, 'id'],
    direction: 'asc',
    placeOf: ({ dueAt, id }) => [dueAt ?? NEVER, id],
  },
  waiting: {
    columns: [`coalesce(waiting_since, '${NEVER}')`, 'id'],
    direction: 'asc',
    placeOf: ({ waitingSince, id }) => [waitingSince ?? NEVER, id],
  },
};

/**
 * Whether the replica holds every ticket that such a list can show: all active ones are here, and
 * all of the person's own and pinned. What sleeps and what is promised is active.
 */
export function isCovered(input: TicketFilterInput): boolean {
  if (input.search !== undefined) return false;
  if (input.assigneeId === 'me' || input.pinned !== undefined) return true;
  if (input.snoozed === 'yes' || input.due !== undefined) return true;
  return input.status !== undefined && input.status.every(isActive);
}

/**
 * A page of tickets as they are shown, filtered and sorted as the desk does it.
 * @param meId who `me` is
 */
export function listLocalTickets(
  replica: Replica,
  { sort, limit, cursor, ...filters }: ListInput,
  meId: string,
): LocalPage<Ticket> {
  const { source, where, values } = ticketQuery(replica, filters, meId);
  const { columns, direction, placeOf } = ORDERS[sort];
  const after = cursor === undefined ? null : decodeLocalCursor(cursor);
  const begun = after?.length === columns.length ? after : [];
  const place =
    begun.length === 0
      ? ''
      : ` and (${columns.join(', ')}) ${direction === 'desc' ? '<' : '>'}
          (${begun.map(() => '?').join(', ')})`;
  const order = columns.map((column) => `${column} ${direction}`).join(', ');
  const rows = replica.database.all<{ body: string; shown: string | null }>(
    // First which ones, by what stands in indexes; then what they say.
    `select body, shown from tickets where doc in
       (select doc from ${source} where ${where}${place} order by ${order} limit ?)
     order by ${order}`,
    ...values,
    ...begun,
    limit + 1,
  );
  const items = rows.slice(0, limit).map(({ body, shown }) => JSON.parse(shown ?? body) as Ticket);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? encodeLocalCursor(placeOf(last)) : null };
}
