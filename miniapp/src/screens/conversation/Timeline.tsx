import type { Ticket } from '@tikethet/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useChangeText } from './ChangeLine';
import { withoutRepeats } from './feedItems';
import { useTimeline } from './useTimeline';

/** What happened to the ticket, newest first, down to its creation. */
export function Timeline({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation(['miniapp', 'ticket']);
  const format = useFormat();
  const changeText = useChangeText();
  const { changes, query } = useTimeline(ticket.id, Infinity);
  const { hasNextPage, isFetching, isError } = query;
  return (
    <section className="timeline" aria-busy={isFetching}>
      <h3>{t('ticket:timeline.title')}</h3>
      <ol>
        {withoutRepeats(changes)
          .reverse()
          .map((one) => (
            <li key={one.id} data-testid="timeline-entry">
              <span>{changeText(one)}</span>
              <time dateTime={one.at}>{format.full(one.at)}</time>
              {one.change.field === 'rating' && one.change.comment !== null && (
                <q>{one.change.comment}</q>
              )}
            </li>
          ))}
        {!hasNextPage && !query.isPending && (
          <li data-testid="timeline-entry">
            <span>{t('ticket:timeline.created')}</span>
            <time dateTime={ticket.createdAt}>{format.full(ticket.createdAt)}</time>
          </li>
        )}
      </ol>
      {isError && (
        <button type="button" className="text-button" onClick={() => void query.refetch()}>
          {t('actions.retry')}
        </button>
      )}
      {hasNextPage && !isError && (
        <button
          type="button"
          className="text-button"
          disabled={isFetching}
          onClick={() => void query.fetchNextPage()}
        >
          {t('ticket:timeline.more')}
        </button>
      )}
    </section>
  );
}
