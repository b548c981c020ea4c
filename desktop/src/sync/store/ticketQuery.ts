import type { ParsedInputOf } from '@tikethet/shared/contracts';
import { createdSince, DUE_SOON_MINUTES } from '@tikethet/shared/tickets';
import type { Value } from './database';
import type { Replica } from './replica';

export type TicketFilterInput = Omit<ParsedInputOf<'tickets.list'>, 'sort' | 'limit' | 'cursor'>;

/** Where to look and under which conditions. */
export interface TicketQuery {
  source: string;
  where: string;
  values: Value[];
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

/** Whether the filters leave few of all tickets. */
function isNarrow({ status, snoozed, assigneeId, ...others }: TicketFilterInput): boolean {
  if (status?.length === 1 || snoozed === 'yes') return true;
  if (assigneeId !== undefined && assigneeId !== 'none') return true;
  return Object.values(others).some((value) => value !== undefined);
}

/**
 * The desk's filters as a condition on the replica.
 * @param now the person's clock: what is late or at risk
 */
export function ticketQuery(
  replica: Replica,
  input: TicketFilterInput,
  meId: string,
  now = new Date(),
): TicketQuery {
  const conditions: string[] = ['true'];
  const values: Value[] = [];
  const add = (sql: string, ...more: Value[]) => {
    conditions.push(sql);
    values.push(...more);
  };
  const among = (column: string, list: readonly Value[] | undefined) => {
    if (list) add(`${column} in (${list.map(() => '?').join(', ')})`, ...list);
  };
  const faceted = (kind: string, list: readonly string[]) => {
    const marks = list.map(() => '?').join(', ');
    add(
      `tickets.id in (select id from ticket_facets where kind = ? and value in (${marks}))`,
      kind,
      ...list,
    );
  };
  // Most tickets are active: a list of them all is read in its order, not gathered and sorted.
  among(isNarrow(input) ? 'status' : '+status', input.status);
  among('priority', input.priority);
  among('category_id', input.categoryId);
  among('channel', input.channel);
  among('rating', input.rating?.map(Number));
  if (input.tags) faceted('tag', input.tags);
  if (input.mentioned) faceted('mention', [meId]);
  if (input.customerId) add('customer_id = ?', input.customerId);
  if (input.assigneeId === 'none') add('assignee_id is null');
  else if (input.assigneeId !== undefined) {
    add('assignee_id = ?', input.assigneeId === 'me' ? meId : input.assigneeId);
  }
  if (input.createdFrom) add('created_at >= ?', input.createdFrom);
  if (input.createdTo) add('created_at < ?', input.createdTo);
  if (input.createdWithin) add('created_at >= ?', createdSince(input.createdWithin, now));
  if (input.unread) add('unread > 0');
  if (input.pinned) add('pinned = 1');
  if (input.snoozed === 'yes') add('snoozed_until is not null');
  if (input.snoozed === 'no') add('snoozed_until is null');
  if (input.due === 'any') add('due_at is not null');
  if (input.due === 'late') add('due_at <= ?', now.toISOString());
  if (input.due === 'risk') add('due_at <= ?', dueSoon(now));
  const where = conditions.join(' and ');
  if (input.search === undefined) return { source: 'tickets', where, values };
  // What matches is looked up one by one, never the whole desk looked through for it.
  const found = searched(replica, input.search);
  const source = `(${found.sql}) as found cross join tickets using (id)`;
  return { source, where, values: [...found.values, ...values] };
}

/** ISO 8601: the moment up to which a promised answer counts as at risk. */
export function dueSoon(now: Date): string {
  return new Date(now.getTime() + DUE_SOON_MINUTES * 60_000).toISOString();
}
