import { useTranslation } from 'react-i18next';
import { sendMessage } from '../../api/sendMessage';
import { useFormat } from '../../i18n/format';
import { attachmentsOf, dropPending, type Pending } from '../../state/outbox';
import { Icon } from '../../ui/Icon';
import { RichText } from '../../ui/RichText';
import { Attachments } from './Attachments';

/** A message that the desk does not have yet: on its way, or failed and to be repeated. */
export function PendingBubble({ pending }: { pending: Pending }) {
  const { t } = useTranslation(['miniapp', 'common']);
  const format = useFormat();
  const failed = pending.state === 'failed';
  return (
    <div
      className="message"
      data-mine="true"
      data-first="true"
      data-testid="pending-message"
      data-state={pending.state}
    >
      <div className="bubble">
        <Attachments attachments={attachmentsOf(pending)} kind="TEXT" />
        {pending.files
          .filter((file) => file.attachment === null)
          .map((file) => (
            <span key={file.key} className="pending-file">
              <Icon name="file" size={18} /> {file.name} · {format.size(file.size)}
            </span>
          ))}
        {pending.content !== '' && <RichText text={pending.content} format="plain" />}
        <span className="bubble-meta">
          <time dateTime={pending.createdAt}>{format.clock(pending.createdAt)}</time>
          {!failed && (
            <span role="img" aria-label={t('chat.sending')}>
              <Icon name="clock" size={14} />
            </span>
          )}
        </span>
      </div>
      {pending.state === 'waiting' && pending.error !== null && (
        <div className="failed" role="status">
          <p>{t('chat.waiting')}</p>
          <button type="button" className="failed-drop" onClick={() => dropPending(pending.key)}>
            {t('chat.discard')}
          </button>
        </div>
      )}
      {failed && (
        <div className="failed" role="alert">
          {/* A closed ticket stays closed: the bar below offers a new one for this text. */}
          {pending.error !== 'ticket_closed' && (
            <button type="button" className="failed-retry" onClick={() => sendMessage(pending)}>
              <Icon name="retry" size={16} />
              {t('chat.resend')}
            </button>
          )}
          <button type="button" className="failed-drop" onClick={() => dropPending(pending.key)}>
            {t('chat.discard')}
          </button>
          <p>
            {t('chat.failed')} {t(`common:errors.${pending.error ?? 'network'}`)}
          </p>
        </div>
      )}
    </div>
  );
}
