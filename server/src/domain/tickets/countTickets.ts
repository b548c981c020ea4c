import type { TicketCounts } from '@tikethet/shared/contracts';
import { isStaff } from '@tikethet/shared/permissions';
import { isActive, TICKET_STATUSES, type TicketStatus } from '@tikethet/shared/tickets';
import type { Knex } from 'knex';
import { requirePerson, type Ctx, type Person } from '../context';
import { countPinned } from '../pins/pins';
import { ticketScope } from './policy';
import { dueSoon } from './ticketFilters';

interface CountRow {
  status: TicketStatus;
  category_id: string;
  all: number;
  /** Those that are not asleep. */
  awake: number;
  mine: number;
  unassigned: number;
  at_risk: number;
  unread: number;
}

/** Tags counted: the commonest. */
const MOST_TAGS = 50;
const ACTIVE = `tickets.status in ('OPEN', 'IN_PROGRESS', 'WAITING_RESPONSE')`;

/** Active tickets that the person holds and whose customer has written since they last looked. */
async function countHeldUnread(ctx: Ctx, personId: string): Promise<number> {
  const result = await ctx.trx.raw<{ rows: { unread: number }[] }>(
    `select count(*) as unread from tickets
     left join ticket_reads mark on mark.user_id = ? and mark.ticket_id = tickets.id
     where tickets.assignee_id = ? and tickets.deleted_at is null and ${ACTIVE}
       and tickets.public_position > coalesce(mark.position, 0)
       and exists (select 1 from messages where messages.ticket_id = tickets.id
         and messages.position > coalesce(mark.position, 0) and messages.side = 'CUSTOMER'
         and messages.deleted_at is null)`,
    [personId, personId],
  );
  return result.rows[0]?.unread ?? 0;
}

/** Active tickets in which a note has mentioned the person. */
async function countMentions(ctx: Ctx, person: Person): Promise<number> {
  const scope = ticketScope(person);
  const result = await ctx.trx.raw<{ rows: { mentions: number }[] }>(
    `select count(*) as mentions from ticket_participants mentioned
     join tickets on tickets.id = mentioned.ticket_id
     where mentioned.user_id = ? and mentioned.mentioned_at is not null and ${ACTIVE}
       and ${scope.sql}`,
    [person.id, ...scope.bindings],
  );
  return result.rows[0]?.mentions ?? 0;
}

async function countTags(ctx: Ctx, person: Person): Promise<Record<string, number>> {
  const scope = ticketScope(person);
  const result = await ctx.trx.raw<{ rows: { tag: string; number: number }[] }>(
    `select tag, count(*) as number from tickets cross join unnest(tickets.tags) as tag
     where ${ACTIVE} and tickets.snoozed_until is null and ${scope.sql}
     group by tag order by number desc, tag limit ${MOST_TAGS}`,
    scope.bindings,
  );
  return Object.fromEntries(result.rows.map((row) => [row.tag, row.number]));
}

/**
 * How many tickets the person may see (of one customer, when that is asked), by status; how many
 * active ones wait for whom or what; how many have something unread. What sleeps is counted by
 * itself and by its status, in no queue.
 */
export async function countTickets(
  ctx: Ctx,
  { customerId }: { customerId?: string } = {},
): Promise<TicketCounts> {
  const person = requirePerson(ctx);
  const scope = ticketScope(person);
  const result = await ctx.trx.raw<{ rows: CountRow[] }>(
    `select status, category_id, count(*) as all,
       count(*) filter (where snoozed_until is null) as awake,
       count(*) filter (where snoozed_until is null and assignee_id = ?) as mine,
       count(*) filter (where snoozed_until is null and assignee_id is null) as unassigned,
       count(*) filter (where snoozed_until is null and due_at <= ?) as at_risk,
       count(*) filter (where customer_id = ? and customer_unread > 0) as unread
     from tickets where ${scope.sql} ${customerId === undefined ? '' : 'and customer_id = ?'}
     group by status, category_id`,
    [
      person.id,
      dueSoon(ctx.now),
      person.id,
      ...scope.bindings,
      ...(customerId === undefined ? [] : [customerId]),
    ] as Knex.RawBinding[],
  );
  const ofStaff = isStaff(person.role) && customerId === undefined;
  const active = result.rows.filter((row) => isActive(row.status));
  const sum = (field: 'all' | 'awake' | 'mine' | 'unassigned' | 'at_risk') =>
    active.reduce((total, row) => total + row[field], 0);
  const byStatus = Object.fromEntries(TICKET_STATUSES.map((status) => [status, 0])) as Record<
    TicketStatus,
    number
  >;
  for (const row of result.rows) byStatus[row.status] += row.all;
  const byCategory: Record<string, number> = {};
  for (const row of active) {
    byCategory[row.category_id] = (byCategory[row.category_id] ?? 0) + row.awake;
  }
  return {
    byStatus,
    byCategory,
    byTag: ofStaff ? await countTags(ctx, person) : {},
    active: sum('awake'),
    mine: sum('mine'),
    unassigned: sum('unassigned'),
    waiting: active
      .filter((row) => row.status === 'WAITING_RESPONSE')
      .reduce((total, row) => total + row.awake, 0),
    atRisk: ofStaff ? sum('at_risk') : 0,
    mentions: ofStaff ? await countMentions(ctx, person) : 0,
    snoozed: ofStaff ? sum('all') - sum('awake') : 0,
    pinned: ofStaff ? await countPinned(ctx.trx, person) : 0,
    unread: ofStaff
      ? await countHeldUnread(ctx, person.id)
      : result.rows.reduce((total, row) => total + row.unread, 0),
  };
}
