import type { Ticket } from '@tikethet/shared/contracts';
import { isActive, withinReopenWindow } from '@tikethet/shared/tickets';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCategory, useTicket } from '../../api/queries';
import { push } from '../../app/navigation';
import { useFormat } from '../../i18n/format';
import { deskRules } from '../../state/deskRules';
import { useStore } from '../../state/store';
import { categoryName } from '../../ui/CategoryIcon';
import { Sheet } from '../../ui/Sheet';
import { shareTicket } from '../../ui/shareTicket';
import { StatusBadge } from '../../ui/StatusBadge';
import { AnswerTimeLine } from './AnswerTimeLine';
import { RatingCard } from './RatingCard';
import { Timeline } from './Timeline';
import { useTicketChange } from './useTicketChange';
import '../../ui/styles/panel.css';

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function LinkedLine({ id, onOpen }: { id: string; onOpen: () => void }) {
  const { t } = useTranslation(['miniapp', 'ticket']);
  const { data } = useTicket(id);
  if (!data) return null;
  return (
    <Line name={t('ticket:linked')}>
      <button type="button" className="text-button" onClick={onOpen}>
        #{data.number}
      </button>
    </Line>
  );
}

function Details({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation(['miniapp', 'common', 'ticket']);
  const format = useFormat();
  const category = useCategory(ticket.categoryId);
  const { linkedTicketId } = ticket;
  return (
    <dl className="details">
      <Line name={t('ticket:status')}>
        <StatusBadge status={ticket.status} />
      </Line>
      <Line name={t('ticket:priority')}>{t(`common:priority.${ticket.priority}`)}</Line>
      <Line name={t('ticket:assignee')}>{ticket.assignee?.displayName ?? t('ticket:nobody')}</Line>
      <AnswerTimeLine ticket={ticket} />
      <Line name={t('ticket:category')}>
        {category && `${category.icon} ${categoryName(category)}`}
      </Line>
      <Line name={t('ticket:created')}>{format.full(ticket.createdAt)}</Line>
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
  );
}

function mayReopen({ status, closedAt }: Ticket, days: number): boolean {
  if (isActive(status)) return false;
  return closedAt === null || withinReopenWindow(new Date(closedAt), new Date(), days);
}

/** Everything about the ticket: how it stands, what happened to it, and what can be done. */
export function TicketPanel({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation(['miniapp', 'ticket']);
  const change = useTicketChange(ticket);
  const [asking, setAsking] = useState(false);
  const { reopenDays } = useStore(deskRules);

  if (asking) {
    return (
      <Sheet label={t('ticket:closeTitle')} onClose={onClose}>
        <h2 className="sheet-title">{t('ticket:closeTitle')}</h2>
        <p className="sheet-text">{t('ticket:closeText')}</p>
        <button
          type="button"
          className="button danger"
          data-testid="close-ticket-confirm"
          disabled={change.busy}
          onClick={() => void change.close().then((done) => done && onClose())}
        >
          {t('ticket:closeConfirm')}
        </button>
      </Sheet>
    );
  }
  return (
    <Sheet label={t('chat.details')} dismiss={t('actions.done')} onClose={onClose}>
      <div data-testid="ticket-panel">
        <h2 className="sheet-title">{ticket.title}</h2>
        <Details ticket={ticket} onClose={onClose} />
        {!isActive(ticket.status) && <RatingCard ticket={ticket} />}
        <Timeline ticket={ticket} />
        <div className="panel-actions">
          <button
            type="button"
            className="button quiet"
            data-testid="share-ticket"
            onClick={() => void shareTicket(ticket)}
          >
            {t('rows.share')}
          </button>
          {mayReopen(ticket, reopenDays) && (
            <button
              type="button"
              className="button quiet"
              data-testid="panel-reopen"
              disabled={change.busy}
              onClick={() => void change.reopen()}
            >
              {t('ticket:reopen')}
            </button>
          )}
          {ticket.status !== 'CLOSED' && (
            <button
              type="button"
              className="button danger-quiet"
              data-testid="close-ticket"
              onClick={() => setAsking(true)}
            >
              {t('ticket:close')}
            </button>
          )}
        </div>
      </div>
    </Sheet>
  );
}
