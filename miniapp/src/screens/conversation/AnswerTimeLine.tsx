import { useQuery } from '@tanstack/react-query';
import type { AnswerTime, Ticket } from '@tikethet/shared/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api';
import { keys } from '../../api/queries';
import { roundedUp } from './roundedUp';

/**
 * While the first answer is awaited: how soon it usually comes, from what really happened. Nothing
 * is said where there is too little to go by.
 */
export function AnswerTimeLine({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation(['miniapp', 'ticket']);
  const awaited = ticket.firstResponseAt === null && ticket.status === 'OPEN';
  const { data } = useQuery({
    queryKey: keys.answerTimes,
    queryFn: ({ signal }): Promise<{ items: AnswerTime[] }> =>
      api('GET /categories/answer-times', {}, { signal }),
    staleTime: 15 * 60_000,
    enabled: awaited,
  });
  const usual = data?.items.find((one) => one.categoryId === ticket.categoryId);
  if (!awaited || usual === undefined) return null;
  const { unit, count } = roundedUp(usual.medianMinutes);
  const most = roundedUp(usual.p90Minutes);
  return (
    <div data-testid="answer-time">
      <dt>{t('ticket:answerTime')}</dt>
      <dd>
        {t('ticket:usually', { time: t(`ticket:within.${unit}`, { count }) })}
        <span className="details-note">
          {t('ticket:almostAlways', {
            time: t(`ticket:within.${most.unit}`, { count: most.count }),
          })}
        </span>
      </dd>
    </div>
  );
}
