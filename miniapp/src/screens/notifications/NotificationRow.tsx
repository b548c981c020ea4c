import type { Notification } from '@tikethet/shared/contracts';
import { parseMarkdown, toPlainText } from '@tikethet/shared/markdown';
import type { NotificationKind } from '@tikethet/shared/notices';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';

const EMOJI: Record<NotificationKind, string> = {
  REPLIED: '💬',
  TAKEN: '🙋',
  STATUS: '📌',
  RATING: '⭐️',
  ASSIGNED: '📥',
  MENTIONED: '👋',
  WOKEN: '⏰',
  NEW_TICKET: '🆕',
  CUSTOMER_REPLIED: '✉️',
  SLA_AT_RISK: '⏳',
  UNDELIVERED: '⚠️',
  NEWS: '📣',
};

function useHead(notification: Notification): string {
  const { t } = useTranslation(['account', 'common']);
  const { kind, status, count, personName } = notification;
  return t(`notifications.kinds.${kind}`, {
    count,
    name: personName ?? t('notifications.someone'),
    status: status === null ? '' : t(`common:status.${status}`),
  });
}

interface NotificationRowProps {
  notification: Notification;
  onChoose: (notification: Notification) => void;
}

/** What happened, about which ticket, when. */
export function NotificationRow({ notification, onChoose }: NotificationRowProps) {
  const { t } = useTranslation('account');
  const format = useFormat();
  const head = useHead(notification);
  const { kind, ticket, text, createdAt, readAt } = notification;
  return (
    <li className="news-row">
      <button
        type="button"
        className="row"
        data-testid="notification"
        data-kind={kind}
        data-unread={readAt === null}
        onClick={() => onChoose(notification)}
      >
        <span className="news-emoji" aria-hidden="true">
          {EMOJI[kind]}
        </span>
        <span className="row-body">
          <span className="row-line">
            <span className="news-head">{head}</span>
            <time className="row-time" dateTime={createdAt}>
              {format.short(createdAt)}
            </time>
          </span>
          {text !== '' && (
            <span className="news-text">
              {kind === 'REPLIED' ? toPlainText(parseMarkdown(text)) : text}
            </span>
          )}
          {ticket && (
            <span className="news-about">
              #{ticket.number} · {ticket.title}
            </span>
          )}
        </span>
        {readAt === null && (
          <span className="news-dot" role="img" aria-label={t('notifications.unread')} />
        )}
      </button>
    </li>
  );
}
