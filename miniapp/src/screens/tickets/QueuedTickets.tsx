import { useTranslation } from 'react-i18next';
import { sendMessage } from '../../api/sendMessage';
import { dropPending, outbox } from '../../state/outbox';
import { useStore } from '../../state/store';

/** New tickets that the desk does not have yet: waiting for it, or refused. */
export function QueuedTickets() {
  const { t } = useTranslation(['miniapp', 'common']);
  const queued = useStore(outbox).filter((one) => one.newTicket !== undefined);
  if (queued.length === 0) return null;
  return (
    <ul className="card list" data-testid="queued-tickets">
      {queued.map((pending) => (
        <li className="row" key={pending.key} data-state={pending.state}>
          <span className="row-body">
            <span className="row-title wrap">{pending.newTicket?.title}</span>
            <span className="row-preview" role="status">
              {pending.state === 'failed'
                ? `${t('chat.failed')} ${t(`common:errors.${pending.error ?? 'internal'}`)}`
                : t('chat.waiting')}
            </span>
            <span>
              {pending.state === 'failed' && (
                <button type="button" className="text-button" onClick={() => sendMessage(pending)}>
                  {t('chat.resend')}
                </button>
              )}
              <button
                type="button"
                className="text-button"
                onClick={() => dropPending(pending.key)}
              >
                {t('chat.discard')}
              </button>
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
