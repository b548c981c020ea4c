import type { Ticket } from '@tikethet/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useTicketChange } from './useTicketChange';

interface ClosedBarProps {
  ticket: Ticket;
  /** It can't be reopened any more. */
  final: boolean;
  onNew: () => void;
}

/** Under a finished conversation: how to go on. */
export function ClosedBar({ ticket, final, onNew }: ClosedBarProps) {
  const { t } = useTranslation(['miniapp', 'ticket']);
  const change = useTicketChange(ticket);
  const note = final ? 'closedOldNote' : ticket.status === 'CLOSED' ? 'closedNote' : 'resolvedNote';
  return (
    <div className="closed-bar" data-final={final}>
      <span>{t(`ticket:${note}`)}</span>
      {final ? (
        <button type="button" className="button" data-testid="new-linked" onClick={onNew}>
          {t('ticket:newLinked')}
        </button>
      ) : (
        <button
          type="button"
          className="text-button"
          data-testid="reopen"
          disabled={change.busy}
          onClick={() => void change.reopen()}
        >
          {t('ticket:reopen')}
        </button>
      )}
    </div>
  );
}
