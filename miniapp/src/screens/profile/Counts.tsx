import type { OutputOf } from '@tikethet/shared/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/setup';

/** How many tickets the person has and had, and how they rated. */
export function Counts({ summary }: { summary: OutputOf<'me.summary'> | undefined }) {
  const { t } = useTranslation('account');
  const average = summary?.averageRating ?? null;
  const counts = [
    { name: 'open', label: t('profile.open'), value: summary?.openTickets },
    { name: 'finished', label: t('profile.finished'), value: summary?.finishedTickets },
    { name: 'ratings', label: t('profile.ratings'), value: summary?.ratings },
  ];
  return (
    <dl className="card counts">
      {counts.map(({ name, label, value }) => (
        <div key={name}>
          <dt>
            {label}
            {name === 'ratings' && average !== null && (
              <>
                <br />
                {t('profile.average', { value: average.toLocaleString(currentLanguage()) })}
              </>
            )}
          </dt>
          <dd data-testid={`count-${name}`}>{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
