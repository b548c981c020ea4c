import type { OutputOf } from '@tikethet/shared/contracts';
import { isActive, TICKET_STATUSES } from '@tikethet/shared/tickets';
import { requirePerson, type Ctx } from '../context';

export interface Summary extends Omit<OutputOf<'me.summary'>, 'avatarUrl'> {
  hasAvatar: boolean;
}

interface SummaryRow {
  open: number;
  finished: number;
  ratings: number;
  average: string | null;
}

/** What a person has at the desk as a customer. */
export async function getSummary(ctx: Ctx): Promise<Summary> {
  const { id } = requirePerson(ctx);
  const { rows } = await ctx.trx.raw<{ rows: SummaryRow[] }>(
    `select count(*) filter (where status = any(?))::int as open,
       count(*) filter (where status <> all(?))::int as finished,
       count(rating)::int as ratings, round(avg(rating), 1)::text as average
     from tickets where customer_id = ? and deleted_at is null`,
    [TICKET_STATUSES.filter(isActive), TICKET_STATUSES.filter(isActive), id],
  );
  const counts = rows[0] ?? { open: 0, finished: 0, ratings: 0, average: null };
  const user = await ctx
    .trx<{ id: string; avatar_key: string | null }>('users')
    .where({ id })
    .first('avatar_key');
  return {
    openTickets: counts.open,
    finishedTickets: counts.finished,
    ratings: counts.ratings,
    averageRating: counts.average === null ? null : Number(counts.average),
    hasAvatar: typeof user?.avatar_key === 'string',
  };
}
