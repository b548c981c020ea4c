import type { TicketCounts } from '@tikethet/shared/contracts';
import { isActive, TICKET_STATUSES, type TicketStatus } from '@tikethet/shared/tickets';
import { requirePerson, type Ctx } from '../context';
import { ticketScope } from './policy';

interface CountRow {
  status: TicketStatus;
  category_id: string;
  all: number;
  mine: number;
  unassigned: number;
}

/** How many tickets the person may see, by status, and how many active ones wait for whom or what. */
export async function countTickets(ctx: Ctx): Promise<TicketCounts> {
  const person = requirePerson(ctx);
  const scope = ticketScope(person);
  const result = await ctx.trx.raw<{ rows: CountRow[] }>(
    `select status, category_id, count(*) as all, count(*) filter (where assignee_id = ?) as mine,
       count(*) filter (where assignee_id is null) as unassigned
     from tickets where ${scope.sql} group by status, category_id`,
    [person.id, ...scope.bindings],
  );
  const active = result.rows.filter((row) => isActive(row.status));
  const sum = (field: 'all' | 'mine' | 'unassigned') =>
    active.reduce((total, row) => total + row[field], 0);
  const byStatus = Object.fromEntries(TICKET_STATUSES.map((status) => [status, 0])) as Record<
    TicketStatus,
    number
  >;
  for (const row of result.rows) byStatus[row.status] += row.all;
  const byCategory: Record<string, number> = {};
  for (const row of active) {
    byCategory[row.category_id] = (byCategory[row.category_id] ?? 0) + row.all;
  }
  return {
    byStatus,
    byCategory,
    active: sum('all'),
    mine: sum('mine'),
    unassigned: sum('unassigned'),
  };
}
