import type { Ticket } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCategory, useTicket } from '../../api/queries';
import { push } from '../../app/navigation';
import { useFormat } from '../../i18n/format';
import { categoryName } from '../../ui/CategoryIcon';
import { Sheet } from '../../ui/Sheet';
import { StatusBadge } from '../../ui/StatusBadge';
import { useTicketChange } from './useTicketChange';

function LinkedLine({ id, onOpen }: { id: string; onOpen: () => void }) {
  const { t } = useTranslation();
  const { data } = useTicket(id);
  if (!data) return null;
  return (
    <div>
      <dt>{t('ticket.linked')}</dt>
      <dd>
        <button type="button" className="text-button" onClick={onOpen}>
          #{data.number}
        </button>
      </dd>
    </div>
  );
}

/** Everything about the ticket, and closing it. */
export function DetailsSheet({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation(['miniapp', 'common']);
  const format = useFormat();
  const category = useCategory(ticket.categoryId);
  const change = useTicketChange(ticket);
  const [asking, setAsking] = useState(false);
  const { linkedTicketId } = ticket;

  if (asking) {
    return (
      <Sheet label={t('ticket.closeTitle')} onClose={onClose}>
        <h2 className="sheet-title">{t('ticket.closeTitle')}</h2>
        <p className="sheet-text">{t('ticket.closeText')}</p>
        <button
          type="button"
          className="button danger"
          data-testid="close-ticket-confirm"
          disabled={change.busy}
          onClick={() => void change.close().then((done) => done && onClose())}
        >
          {t('ticket.closeConfirm')}
        </button>
      </Sheet>
    );
  }
  return (
    <Sheet label={t('chat.details')} dismiss={t('actions.done')} onClose={onClose}>
      <h2 className="sheet-title">{ticket.title}</h2>
      <dl className="details">
        <div>
          <dt>{t('ticket.status')}</dt>
          <dd>
            <StatusBadge status={ticket.status} />
          </dd>
        </div>
        <div>
          <dt>{t('ticket.category')}</dt>
          <dd>{category && `${category.icon} ${categoryName(category)}`}</dd>
        </div>
        <div>
          <dt>{t('ticket.priority')}</dt>
          <dd>{t(`common:priority.${ticket.priority}`)}</dd>
        </div>
        <div>
          <dt>{t('ticket.assignee')}</dt>
          <dd>{ticket.assignee?.displayName ?? t('ticket.nobody')}</dd>
        </div>
        <div>
          <dt>{t('ticket.created')}</dt>
          <dd>{format.full(ticket.createdAt)}</dd>
        </div>
        {linkedTicketId !== null && (
          <LinkedLine
            id={linkedTicketId}
            onOpen={() => {
              onClose();
              push({ name: 'ticket', id: linkedTicketId });
            }}
          />
        )}
      </dl>
      {ticket.status !== 'CLOSED' && (
        <button
          type="button"
          className="button danger-quiet"
          data-testid="close-ticket"
          onClick={() => setAsking(true)}
        >
          {t('ticket.close')}
        </button>
      )}
    </Sheet>
  );
}
