import type { TicketCounts } from '@tikethet/shared/contracts';
import { isActive, TICKET_STATUSES, type TicketStatus } from '@tikethet/shared/tickets';
import { requirePerson, type Ctx } from '../context';
import { ticketScope } from './policy';

interface CountRow {
  status: TicketStatus;
  all: number;
  mine: number;
  unassigned: number;
}

/** How many tickets the person may see, by status, and how many active ones wait for whom. */
export async function countTickets(ctx: Ctx): Promise<TicketCounts> {
  const person = requirePerson(ctx);
  const scope = ticketScope(person);
  const result = await ctx.trx.raw<{ rows: CountRow[] }>(
    `select status, count(*) as all, count(*) filter (where assignee_id = ?) as mine,
       count(*) filter (where assignee_id is null) as unassigned
     from tickets where ${scope.sql} group by status`,
    [person.id, ...scope.bindings],
  );
  const active = result.rows.filter((row) => isActive(row.status));
  const sum = (field: 'all' | 'mine' | 'unassigned') =>
    active.reduce((total, row) => total + row[field], 0);
  const byStatus = Object.fromEntries(
    TICKET_STATUSES.map((status) => [
      status,
      result.rows.find((row) => row.status === status)?.all ?? 0,
    ]),
  ) as TicketCounts['byStatus'];
  return { byStatus, active: sum('all'), mine: sum('mine'), unassigned: sum('unassigned') };
}
