import type { Stats, StatsPeriod } from '@tikethet/shared/contracts';
import { can } from '@tikethet/shared/permissions';
import type { Knex } from 'knex';
import { requirePermission, type Ctx, type Person } from '../context';
import { preferencesOf } from '../people/preferences';
import { User } from '../people/user';
import { ticketScope } from '../tickets/policy';

const DAYS: Record<StatsPeriod, number> = { today: 1, '7d': 7, '30d': 30 };

interface Condition {
  sql: string;
  bindings: Knex.RawBinding[];
}

/** Whose work is counted: everybody's for whoever sees all tickets, else one's own. */
function workScope(person: Person): Condition {
  return can(person, 'ticket.viewAll')
    ? { sql: 'tickets.deleted_at is null', bindings: [] }
    : {
        sql: 'tickets.deleted_at is null and tickets.assignee_id = ?',
        bindings: [person.id],
      };
}

/** Midnight in the zone so many days ago, today included: what "7 days" means to a person. */
async function startOf(ctx: Ctx, period: StatsPeriod, timeZone: string): Promise<Date> {
  const result = await ctx.trx.raw<{ rows: { since: Date }[] }>(
    `select (date_trunc('day', ?::timestamptz at time zone ?) - ? * interval '1 day')
       at time zone ? as since`,
    [ctx.now, timeZone, DAYS[period] - 1, timeZone],
  );
  return result.rows[0]?.since ?? ctx.now;
}

/**
 * What waits now, and what was done in a period. Each number has its own index: the cost grows
 * with the period's tickets, not with the desk's age.
 * @throws AppError `forbidden`
 */
export async function getStats(
  ctx: Ctx,
  input: { period: StatsPeriod; timeZone?: string },
): Promise<Stats> {
  const person = requirePermission(ctx, 'stats.view');
  const timeZone = input.timeZone ?? (await ownTimeZone(ctx, person));
  const since = await startOf(ctx, input.period, timeZone);
  const scope = workScope(person);
  const now = await countNow(ctx, person, scope);
  const done = await countDone(ctx, scope, since);
  return {
    scope: can(person, 'ticket.viewAll') ? 'team' : 'own',
    period: input.period,
    since: since.toISOString(),
    ...now,
    ...done,
  };
}

async function ownTimeZone(ctx: Ctx, { id }: Person): Promise<string> {
  return preferencesOf(await User.query(ctx.trx).findById(id).throwIfNotFound()).timeZone;
}

async function countNow(
  ctx: Ctx,
  person: Person,
  work: Condition,
): Promise<Pick<Stats, 'open' | 'waiting' | 'unassigned'>> {
  const pool = ticketScope(person, 'tickets', 'staff');
  const result = await ctx.trx.raw<{
    rows: { open: number; waiting: number; unassigned: number }[];
  }>(
    `select
       (select count(*) from tickets
        where ${work.sql} and status in ('OPEN', 'IN_PROGRESS')) as open,
       (select count(*) from tickets
        where ${work.sql} and status = 'WAITING_RESPONSE') as waiting,
       (select count(*) from tickets
        where ${pool.sql} and assignee_id is null
          and status in ('OPEN', 'IN_PROGRESS', 'WAITING_RESPONSE')) as unassigned`,
    [...work.bindings, ...work.bindings, ...pool.bindings],
  );
  return result.rows[0] ?? { open: 0, waiting: 0, unassigned: 0 };
}

interface DoneRow {
  created: number;
  resolved: number;
  median: number | null;
  rating: number | null;
  ratings: number;
}

async function countDone(
  ctx: Ctx,
  work: Condition,
  since: Date,
): Promise<Pick<Stats, 'created' | 'resolved' | 'medianFirstAnswer' | 'rating' | 'ratings'>> {
  const each = [...work.bindings, since];
  const result = await ctx.trx.raw<{ rows: DoneRow[] }>(
    `select
       (select count(*) from tickets where ${work.sql} and created_at >= ?) as created,
       (select count(*) from tickets where ${work.sql} and resolved_at >= ?) as resolved,
       (select percentile_disc(0.5) within group (
          order by floor(extract(epoch from first_response_at - created_at) / 60)::integer)
        from tickets where ${work.sql} and first_response_at >= ?) as median,
       rated.rating, rated.ratings
     from (select round(avg(rating), 2)::double precision as rating, count(*) as ratings
       from tickets where ${work.sql} and rated_at >= ? and rating is not null) as rated`,
    [...each, ...each, ...each, ...each],
  );
  const row = result.rows[0];
  return {
    created: row?.created ?? 0,
    resolved: row?.resolved ?? 0,
    medianFirstAnswer: row?.median ?? null,
    rating: row?.rating ?? null,
    ratings: row?.ratings ?? 0,
  };
}
