import type { Ticket } from '@tikethet/shared/contracts';
import { useTranslation } from 'react-i18next';
import { leave, open, showTab } from '../../app/navigation';
import { usePrimaryAction } from '../../init/actions';
import { Notice } from '../../ui/Notice';
import { TopBar } from '../../ui/TopBar';

const toList = (): void => {
  leave();
  showTab('tickets');
};

/**
 * The ticket exists: its number, and what happens next.
 * @param ticket null: it waits for the desk to be in reach
 */
export function SentPanel({ ticket }: { ticket: Ticket | null }) {
  const { t } = useTranslation(['help', 'miniapp']);
  usePrimaryAction(
    ticket === null
      ? { text: t('help:success.toList'), testId: 'sent-to-list', onPress: toList }
      : {
          text: t('help:success.open'),
          testId: 'open-sent',
          onPress: () => open({ name: 'ticket', id: ticket.id }),
        },
  );
  return (
    <div className="screen" data-testid="ticket-sent" data-number={ticket?.number}>
      <TopBar canGoBack title={t('miniapp:newTicket.title')} />
      <div className="scroller success">
        {ticket === null ? (
          <Notice
            emoji="🕓"
            role="status"
            title={t('help:success.queuedTitle')}
            text={t('help:success.queuedText')}
          />
        ) : (
          <>
            <Notice
              emoji="✅"
              role="status"
              title={t('help:success.title', { number: ticket.number })}
              text={t('help:success.text')}
            />
            <button type="button" className="button quiet" onClick={toList}>
              {t('help:success.toList')}
            </button>
          </>
        )}
      </div>
    </div>
  );
}
