import { isForCustomers, type BroadcastSegment } from '@tikethet/shared/broadcasts';
import { ACTIVE_STATUSES } from '@tikethet/shared/tickets';
import type { Knex } from 'knex';
import type { Ctx } from '../context';

interface Condition {
  sql: string;
  bindings: Knex.RawBinding[];
}

const DAY = 86_400_000;

/** Conditions on `users` that a segment adds to being reachable. */
function narrowing(segment: BroadcastSegment, now: Date): Condition {
  switch (segment.kind) {
    case 'customers':
    case 'staff':
      return { sql: 'true', bindings: [] };
    case 'language':
      return { sql: 'users.language = ?', bindings: [segment.language] };
    case 'activeTickets':
      return {
        sql: `exists (select 1 from tickets where tickets.customer_id = users.id
          and tickets.deleted_at is null and tickets.status = any(?))`,
        bindings: [[...ACTIVE_STATUSES]],
      };
    case 'category':
      return {
        sql: `exists (select 1 from tickets where tickets.customer_id = users.id
          and tickets.deleted_at is null and tickets.category_id = ?)`,
        bindings: [segment.categoryId],
      };
    case 'recent':
      return {
        sql: 'users.last_seen_at >= ?',
        bindings: [new Date(now.getTime() - segment.days * DAY)],
      };
  }
}

/**
 * Who gets a broadcast, as a condition on `users`: people to whom the bot may write, customers
 * only when they want news, the team without the author (who has seen the preview).
 */
export function segmentScope(segment: BroadcastSegment, authorId: string, now: Date): Condition {
  const { sql, bindings } = narrowing(segment, now);
  const side = isForCustomers(segment)
    ? `users.role = 'USER'
       and coalesce(users.preferences->'customerNotices'->>'news', 'true') <> 'false'`
    : `users.role <> 'USER'`;
  return {
    sql: `users.is_active and users.telegram_id is not null and users.bot_started_at is not null
      and users.bot_blocked_at is null and users.id <> ? and ${side} and ${sql}`,
    bindings: [authorId, ...bindings],
  };
}

/** How many people a broadcast would reach now. */
export async function countSegment(
  ctx: Ctx,
  segment: BroadcastSegment,
  authorId: string,
): Promise<number> {
  const scope = segmentScope(segment, authorId, ctx.now);
  const result = await ctx.trx.raw<{ rows: { count: number }[] }>(
    `select count(*) from users where ${scope.sql}`,
    scope.bindings,
  );
  return result.rows[0]?.count ?? 0;
}
