import type { AnswerTime } from '@tikethet/shared/contracts';
import type { Ctx } from '../context';

/** Days looked back. */
const DAYS = 30;
/** Fewer tickets than this say nothing. */
const LEAST = 10;

/**
 * Counts anew how long first answers took, in whole minutes, for tickets of the last 30 days. A
 * ticket that has waited unanswered for more than a day counts with its waiting so far: a
 * forgotten queue must not look quick.
 */
export async function refreshAnswerTimes(ctx: Ctx): Promise<void> {
  const since = new Date(ctx.now.getTime() - DAYS * 86_400_000);
  const forgotten = new Date(ctx.now.getTime() - 86_400_000);
  await ctx.trx('answer_times').delete();
  await ctx.trx.raw(
    `insert into answer_times (category_id, median_minutes, p90_minutes, samples, computed_at)
     select category_id, percentile_disc(0.5) within group (order by minutes),
       percentile_disc(0.9) within group (order by minutes), count(*), ?
     from (
       select category_id,
         ceil(extract(epoch from coalesce(first_response_at, ?) - created_at) / 60)::integer
           as minutes
       from tickets
       where created_at >= ? and deleted_at is null
         and (first_response_at is not null
           or (status in ('OPEN', 'IN_PROGRESS') and created_at < ?))) waits
     group by category_id having count(*) >= ${LEAST}`,
    [ctx.now, ctx.now, since, forgotten],
  );
}

/** Counts answer times when nobody has yet: a desk that has just started shows them too. */
export async function ensureAnswerTimes(ctx: Ctx): Promise<void> {
  const counted = await ctx.trx<{ category_id: string }>('answer_times').first('category_id');
  if (counted === undefined) await refreshAnswerTimes(ctx);
}

/** The figures as they were last counted. */
export async function listAnswerTimes(ctx: Ctx): Promise<AnswerTime[]> {
  const rows = await ctx
    .trx<{
      category_id: string;
      median_minutes: number;
      p90_minutes: number;
      samples: number;
    }>('answer_times')
    .select('category_id', 'median_minutes', 'p90_minutes', 'samples')
    .orderBy('category_id')
    .limit(500);
  return rows.map((row) => ({
    categoryId: row.category_id,
    medianMinutes: row.median_minutes,
    p90Minutes: row.p90_minutes,
    samples: row.samples,
  }));
}
