import type { TicketChange } from '@tikethet/shared/contracts';
import { isReopening } from '@tikethet/shared/tickets';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';

/** What a change means to the ticket's customer, in words. */
export function useChangeText(): (entry: TicketChange) => string {
  const { t } = useTranslation(['miniapp', 'common', 'ticket']);
  return ({ change, actor }) => {
    switch (change.field) {
      case 'status': {
        const by = actor.side;
        if (change.to === 'CLOSED') return t(`ticket:changes.closed.${by}`);
        if (change.to === 'RESOLVED') return t('ticket:changes.resolved');
        if (isReopening(change.from, change.to)) return t(`ticket:changes.reopened.${by}`);
        return t('ticket:changes.status', { status: t(`common:status.${change.to}`) });
      }
      case 'assigneeId':
        return change.to === null
          ? t('ticket:changes.released')
          : t('ticket:changes.assigned', { name: change.to.displayName });
      case 'rating':
        return t('ticket:changes.rated', {
          stars: '★'.repeat(change.to) + '☆'.repeat(5 - change.to),
          count: change.to,
        });
      case 'priority':
        return t('ticket:changes.priority', { priority: t(`common:priority.${change.to}`) });
      case 'title':
        return t('ticket:changes.title', { title: change.to });
      case 'categoryId':
      case 'tags':
      case 'snoozedUntil':
      case 'merged':
      case 'mergedInto':
        return t('ticket:changes.sorted');
    }
  };
}

/** A change of the ticket, between messages. */
export function ChangeLine({ entry }: { entry: TicketChange }) {
  const format = useFormat();
  const text = useChangeText()(entry);
  return (
    <div className="system" data-testid="change" data-field={entry.change.field}>
      <span>
        {text} <time dateTime={entry.at}>{format.clock(entry.at)}</time>
      </span>
    </div>
  );
}
