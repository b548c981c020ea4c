import type { ParsedInputOf, Ticket, TicketCounts } from '@tikethet/shared/contracts';
import { isActive, TICKET_PRIORITIES, TICKET_STATUSES } from '@tikethet/shared/tickets';
import { z } from 'zod';
import type { Value } from './database';
import type { Replica } from './replica';

type ListInput = ParsedInputOf<'tickets.list'>;

export interface LocalPage<T> {
  items: T[];
  nextCursor: string | null;
}

const ORDERS = {
  updated: ['updated_at', 'id'],
  created: ['created_at', 'id'],
  priority: ['priority_rank', 'updated_at', 'id'],
} as const satisfies Record<ListInput['sort'], readonly string[]>;

const MARK = 'local:';
const keyset = z.array(z.union([z.string(), z.number()])).max(3);

/** Whether a cursor was given by the replica: the desk would not understand it. */
export function isLocalCursor(cursor: string | undefined): boolean {
  return cursor?.startsWith(MARK) === true;
}

export function encodeLocalCursor(values: readonly (string | number)[]): string {
  return MARK + JSON.stringify(values);
}

/** Null: not one of ours. */
export function decodeLocalCursor(cursor: string): (string | number)[] | null {
  try {
    return keyset.parse(JSON.parse(cursor.slice(MARK.length)));
  } catch {
    return null;
  }
}

/**
 * Whether the replica holds every ticket that such a list can show: all active ones are here, and
 * all of the person's own.
 */
export function isCovered(input: ListInput): boolean {
  if (input.search !== undefined) return false;
  if (input.assigneeId === 'me') return true;
  return input.status !== undefined && input.status.every(isActive);
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

/** Numbers that begin with these digits, as ranges of an index. */
function numberRanges(digits: string): { sql: string; values: Value[] } {
  const ranges: string[] = [];
  const values: Value[] = [];
  for (let power = 1; power <= 10 ** Math.max(0, 9 - digits.length); power *= 10) {
    ranges.push('number between ? and ?');
    values.push(Number(digits) * power, Number(digits) * power + power - 1);
  }
  return { sql: `(${ranges.join(' or ')})`, values };
}

/** Ids of the tickets that match, as a subquery: at most a few thousand. */
function searched(replica: Replica, question: string): { sql: string; values: Value[] } {
  const docs = JSON.stringify(replica.search.find(question));
  const found = `select ticket_id as id from messages where doc in (select value from json_each(?))
    union select id from tickets where doc in (select value from json_each(?))`;
  const digits = /^#?(\d{1,9})$/.exec(question.trim())?.[1];
  if (digits === undefined) return { sql: found, values: [docs, docs] };
  const numbers = numberRanges(digits);
  return {
    sql: `${found} union select id from tickets where ${numbers.sql}`,
    values: [docs, docs, ...numbers.values],
  };
}

/**
 * A page of tickets as they are shown, filtered and sorted as the desk does it.
 * @param meId who `me` is
 */
export function listLocalTickets(
  replica: Replica,
  input: ListInput,
  meId: string,
): LocalPage<Ticket> {
  const conditions: string[] = ['true'];
  const values: Value[] = [];
  const found = input.search === undefined ? null : searched(replica, input.search);
  // What matches is looked up one by one, never the whole desk looked through for it.
  const source =
    found === null ? 'tickets' : `(${found.sql}) as found cross join tickets using (id)`;
  const add = (sql: string, ...more: Value[]) => {
    conditions.push(sql);
    values.push(...more);
  };
  if (input.status) add(`status in (${marks(input.status)})`, ...input.status);
  if (input.priority) add(`priority in (${marks(input.priority)})`, ...input.priority);
  if (input.categoryId) add(`category_id in (${marks(input.categoryId)})`, ...input.categoryId);
  if (input.customerId) add('customer_id = ?', input.customerId);
  if (input.assigneeId === 'none') add('assignee_id is null');
  else if (input.assigneeId !== undefined) {
    add('assignee_id = ?', input.assigneeId === 'me' ? meId : input.assigneeId);
  }
  const order = ORDERS[input.sort];
  const after = input.cursor === undefined ? null : decodeLocalCursor(input.cursor);
  if (after?.length === order.length) {
    add(`(${order.join(', ')}) < (${marks(after)})`, ...after);
  }
  const rows = replica.database.all<{ id: string; body: string; shown: string | null }>(
    `select id, body, shown from ${source} where ${conditions.join(' and ')}
     order by ${order.map((column) => `${column} desc`).join(', ')} limit ?`,
    ...(found?.values ?? []),
    ...values,
    input.limit + 1,
  );
  const items = rows
    .slice(0, input.limit)
    .map(({ body, shown }) => JSON.parse(shown ?? body) as Ticket);
  const last = items.at(-1);
  const more = rows.length > input.limit && last !== undefined;
  return { items, nextCursor: more ? encodeLocalCursor(placeOf(last, input.sort)) : null };
}

function placeOf(ticket: Ticket, sort: ListInput['sort']): (string | number)[] {
  const { id, createdAt, updatedAt, priority } = ticket;
  if (sort === 'created') return [createdAt, id];
  if (sort === 'updated') return [updatedAt, id];
  return [TICKET_PRIORITIES.indexOf(priority), updatedAt, id];
}

/**
 * How many tickets are here. Active ones are all of them; finished ones only the recent.
 * @param meId who holds `mine`
 */
export function countLocalTickets(replica: Replica, meId: string): TicketCounts {
  const rows = replica.database.all<{
    status: Ticket['status'];
    category: string;
    number: number;
    mine: number;
    unassigned: number;
  }>(
    `select status, category_id as category, count(*) as number,
       count(*) filter (where assignee_id = ?) as mine,
       count(*) filter (where assignee_id is null) as unassigned
     from tickets group by status, category_id`,
    meId,
  );
  const byStatus = Object.fromEntries(
    TICKET_STATUSES.map((status) => [status, 0]),
  ) as TicketCounts['byStatus'];
  const counts: TicketCounts = {
    byStatus,
    byCategory: {},
    active: 0,
    mine: 0,
    unassigned: 0,
    unread: countUnread(replica, meId),
  };
  for (const { status, category, number, mine, unassigned } of rows) {
    byStatus[status] += number;
    if (!isActive(status)) continue;
    counts.byCategory[category] = (counts.byCategory[category] ?? 0) + number;
    counts.active += number;
    counts.mine += mine;
    counts.unassigned += unassigned;
  }
  return counts;
}

function countUnread(replica: Replica, meId: string): number {
  const row = replica.database.get<{ number: number }>(
    `select count(*) as number from tickets
     where assignee_id = ? and status in ('OPEN', 'IN_PROGRESS', 'WAITING_RESPONSE')
       and json_extract(body, '$.unread') > 0`,
    meId,
  );
  return row?.number ?? 0;
}
