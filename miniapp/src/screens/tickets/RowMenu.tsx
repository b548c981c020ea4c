import type { Ticket } from '@tikethet/shared/contracts';
import { useTranslation } from 'react-i18next';
import { deskRules } from '../../state/deskRules';
import { useStore } from '../../state/store';
import { Sheet } from '../../ui/Sheet';
import { shareTicket } from '../../ui/shareTicket';
import { showToast } from '../../ui/Toast';
import { actionsFor, type RowAction } from './rowActions';

interface RowMenuProps {
  ticket: Ticket;
  onAction: (action: RowAction) => void;
  onClose: () => void;
}

/** What can be done with a ticket without opening it. */
export function RowMenu({ ticket, onAction, onClose }: RowMenuProps) {
  const { t } = useTranslation();
  const { reopenDays } = useStore(deskRules);
  const copy = async (): Promise<void> => {
    onClose();
    await navigator.clipboard.writeText(`#${ticket.number}`);
    showToast(t('rows.copied', { number: ticket.number }));
  };
  return (
    <Sheet label={t('rows.menu', { number: ticket.number })} onClose={onClose}>
      <h2 className="sheet-title">{ticket.title}</h2>
      {actionsFor(ticket, reopenDays).map((action) => (
        <button
          key={action}
          type="button"
          className="sheet-item"
          data-testid={`row-${action}`}
          onClick={() => onAction(action)}
        >
          {t(`rows.${action}Long`)}
        </button>
      ))}
      {'clipboard' in navigator && (
        <button
          type="button"
          className="sheet-item"
          data-testid="row-copy"
          onClick={() => void copy()}
        >
          {t('rows.copy', { number: ticket.number })}
        </button>
      )}
      <button
        type="button"
        className="sheet-item"
        data-testid="row-share"
        onClick={() => {
          onClose();
          void shareTicket(ticket);
        }}
      >
        {t('rows.share')}
      </button>
    </Sheet>
  );
}
