import type { TicketCounts } from '@tikethet/shared/contracts';
import { isStaff } from '@tikethet/shared/permissions';
import { isActive, TICKET_STATUSES, type TicketStatus } from '@tikethet/shared/tickets';
import type { Knex } from 'knex';
import { requirePerson, type Ctx } from '../context';
import { ticketScope } from './policy';

interface CountRow {
  status: TicketStatus;
  category_id: string;
  all: number;
  mine: number;
  unassigned: number;
  unread: number;
}

/** Active tickets that the person holds and whose customer has written since they last looked. */
async function countHeldUnread(ctx: Ctx, personId: string): Promise<number> {
  const result = await ctx.trx.raw<{ rows: { unread: number }[] }>(
    `select count(*) as unread from tickets
     left join ticket_reads mark on mark.user_id = ? and mark.ticket_id = tickets.id
     where tickets.assignee_id = ? and tickets.deleted_at is null
       and tickets.status in ('OPEN', 'IN_PROGRESS', 'WAITING_RESPONSE')
       and tickets.public_position > coalesce(mark.position, 0)
       and exists (select 1 from messages where messages.ticket_id = tickets.id
         and messages.position > coalesce(mark.position, 0) and messages.side = 'CUSTOMER'
         and messages.deleted_at is null)`,
    [personId, personId],
  );
  return result.rows[0]?.unread ?? 0;
}

/**
 * How many tickets the person may see (of one customer, when that is asked), by status; how many
 * active ones wait for whom or what; how many have something unread.
 */
export async function countTickets(
  ctx: Ctx,
  { customerId }: { customerId?: string } = {},
): Promise<TicketCounts> {
  const person = requirePerson(ctx);
  const scope = ticketScope(person);
  const result = await ctx.trx.raw<{ rows: CountRow[] }>(
    `select status, category_id, count(*) as all, count(*) filter (where assignee_id = ?) as mine,
       count(*) filter (where assignee_id is null) as unassigned,
       count(*) filter (where customer_id = ? and customer_unread > 0) as unread
     from tickets where ${scope.sql} ${customerId === undefined ? '' : 'and customer_id = ?'}
     group by status, category_id`,
    [
      person.id,
      person.id,
      ...scope.bindings,
      ...(customerId === undefined ? [] : [customerId]),
    ] as Knex.RawBinding[],
  );
  const ofStaff = isStaff(person.role) && customerId === undefined;
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
    unread: ofStaff
      ? await countHeldUnread(ctx, person.id)
      : result.rows.reduce((total, row) => total + row.unread, 0),
  };
}
