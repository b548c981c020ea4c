import type { Stats, StatsPeriod } from '@tikethet/shared/contracts';
import { getStats } from '../../domain/stats/getStats';
import type { Turn } from '../turn';
import type { View } from './card';
import { statsKeyboard } from './keyboards';
import { numeral, spanOf } from './spans';

function ratingOf(turn: Turn, { rating, ratings }: Stats): string {
  if (rating === null) return turn.plain('team.stats.none');
  const value = new Intl.NumberFormat(turn.language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(rating);
  return turn.plain('team.stats.rating', { value, count: ratings });
}

function medianOf(turn: Turn, { medianFirstAnswer }: Stats): string {
  if (medianFirstAnswer === null) return turn.plain('team.stats.none');
  return medianFirstAnswer < 1
    ? `< ${turn.plain('team.span.minutes', { value: 1 })}`
    : spanOf(turn.language, medianFirstAnswer);
}

/** The person's work, or the team's, in numbers. @throws AppError `forbidden` */
export async function statsView(turn: Turn, period: StatsPeriod): Promise<View> {
  const stats = await getStats(turn.ctx, { period });
  const value = (number: number) => numeral(turn.language, number);
  const title = turn.t(`team.stats.${stats.scope}`, {
    period: turn.plain(`team.stats.period.${period}`),
  });
  const now = turn.t('team.stats.now', {
    open: value(stats.open),
    waiting: value(stats.waiting),
    unassigned: value(stats.unassigned),
  });
  const done = turn.t('team.stats.done', {
    created: value(stats.created),
    resolved: value(stats.resolved),
    median: medianOf(turn, stats),
    rating: ratingOf(turn, stats),
  });
  return {
    html: [title, now, done].join('\n\n'),
    keyboard: statsKeyboard(turn.language, period),
  };
}
