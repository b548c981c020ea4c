import {
  ticketFilters,
  type SavedView,
  type Ticket,
  type TicketCounts,
} from '@tikethet/shared/contracts';
import { isActive, TICKET_STATUSES } from '@tikethet/shared/tickets';
import type { Replica } from './replica';
import { isCovered } from './ticketList';
import { dueSoon, ticketQuery } from './ticketQuery';

const ACTIVE = `tickets.status in ('OPEN', 'IN_PROGRESS', 'WAITING_RESPONSE')`;
/** The desk's own bounds: views counted, and tickets counted of each. */
const MOST_VIEWS = 50;
const MOST_TICKETS = 1_000;
const MOST_TAGS = 50;

interface CountRow {
  status: Ticket['status'];
  category: string;
  number: number;
  awake: number;
  mine: number;
  unassigned: number;
  at_risk: number;
}

function oneNumber(replica: Replica, sql: string, ...values: (string | number)[]): number {
  return replica.database.get<{ number: number }>(sql, ...values)?.number ?? 0;
}

/**
 * How many tickets are here. Active ones are all of them; finished ones only the recent.
 * @param meId who holds `mine`
 */
export function countLocalTickets(replica: Replica, meId: string): TicketCounts {
  const rows = replica.database.all<CountRow>(
    `select status, category_id as category, count(*) as number,
       count(*) filter (where snoozed_until is null) as awake,
       count(*) filter (where snoozed_until is null and assignee_id = ?) as mine,
       count(*) filter (where snoozed_until is null and assignee_id is null) as unassigned,
       count(*) filter (where snoozed_until is null and due_at <= ?) as at_risk
     from tickets group by status, category_id`,
    meId,
    dueSoon(new Date()),
  );
  const active = rows.filter(({ status }) => isActive(status));
  const sum = (field: 'number' | 'awake' | 'mine' | 'unassigned' | 'at_risk') =>
    active.reduce((total, row) => total + row[field], 0);
  const byStatus = Object.fromEntries(
    TICKET_STATUSES.map((status) => [status, 0]),
  ) as TicketCounts['byStatus'];
  for (const { status, number } of rows) byStatus[status] += number;
  const byCategory: Record<string, number> = {};
  for (const { category, awake } of active) {
    byCategory[category] = (byCategory[category] ?? 0) + awake;
  }
  return {
    byStatus,
    byCategory,
    byTag: countTags(replica),
    active: sum('awake'),
    mine: sum('mine'),
    unassigned: sum('unassigned'),
    waiting: active
      .filter(({ status }) => status === 'WAITING_RESPONSE')
      .reduce((total, { awake }) => total + awake, 0),
    atRisk: sum('at_risk'),
    mentions: oneNumber(
      replica,
      `select count(*) as number from ticket_facets cross join tickets using (id)
       where kind = 'mention' and value = ? and ${ACTIVE}`,
      meId,
    ),
    snoozed: sum('number') - sum('awake'),
    pinned: oneNumber(replica, 'select count(*) as number from tickets where pinned = 1'),
    unread: oneNumber(
      replica,
      `select count(*) as number from tickets where assignee_id = ? and ${ACTIVE} and unread > 0`,
      meId,
    ),
  };
}

function countTags(replica: Replica): Record<string, number> {
  const rows = replica.database.all<{ tag: string; number: number }>(
    `select value as tag, count(*) as number from ticket_facets cross join tickets using (id)
     where kind = 'tag' and ${ACTIVE} and snoozed_until is null
     group by value order by number desc, value limit ${MOST_TAGS}`,
  );
  return Object.fromEntries(rows.map(({ tag, number }) => [tag, number]));
}

/**
 * How many tickets each view holds, counted here.
 * @returns `complete`: all of them are here
 */
export function countLocalViews(
  replica: Replica,
  views: readonly SavedView[],
  meId: string,
): { counts: Record<string, number>; complete: boolean } {
  const counts: Record<string, number> = {};
  let complete = true;
  for (const { id, filters } of views.slice(0, MOST_VIEWS)) {
    const parsed = ticketFilters.safeParse(filters);
    if (!parsed.success) continue;
    const { sort: _, ...wanted } = parsed.data;
    complete &&= isCovered(wanted);
    const { source, where, values } = ticketQuery(replica, wanted, meId);
    const sql = `select count(*) as number from (select 1 from ${source} where ${where} limit ?)`;
    counts[id] =
      replica.database.get<{ number: number }>(sql, ...values, MOST_TICKETS)?.number ?? 0;
  }
  return { counts, complete };
}
