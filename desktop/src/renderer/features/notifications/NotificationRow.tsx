import {
  IconAlertTriangle,
  IconAt,
  IconBell,
  IconClockExclamation,
  IconInbox,
  IconMessage,
  IconUserCheck,
  IconZzz,
  type Icon,
} from '@tabler/icons-react';
import type { Notification } from '@tikethet/shared/contracts';
import type { NotificationKind } from '@tikethet/shared/notices';
import { useBridge } from '../../app/bridge';
import { useTranslation } from '../../app/texts';
import { Avatar } from '../../ui/Avatar';
import { RelativeTime } from '../../ui/RelativeTime';
import { headOf, textOf } from './headOf';
import classes from './Notifications.module.css';

const ICONS: Readonly<Record<NotificationKind, Icon>> = {
  NEW_TICKET: IconInbox,
  CUSTOMER_REPLIED: IconMessage,
  ASSIGNED: IconUserCheck,
  WOKEN: IconZzz,
  MENTIONED: IconAt,
  SLA_AT_RISK: IconClockExclamation,
  UNDELIVERED: IconAlertTriangle,
  REPLIED: IconMessage,
  TAKEN: IconUserCheck,
  STATUS: IconBell,
  RATING: IconBell,
  NEWS: IconBell,
};

/** Who it is from, with what it is; what nobody has caused, or nobody known, is its sign alone. */
function NotificationFace({ notification }: { notification: Notification }) {
  const { kind, personId, personName, avatarUrl } = notification;
  const KindIcon = ICONS[kind];
  if (personId === null || personName === null) {
    return (
      <span className={classes.icon} data-kind={kind} aria-hidden="true">
        <KindIcon size={16} stroke={1.7} />
      </span>
    );
  }
  return (
    <span className={classes.face} aria-hidden="true">
      <Avatar person={{ id: personId, displayName: personName, avatarUrl }} size={28} />
      <span className={classes.icon} data-kind={kind} data-small>
        <KindIcon size={11} stroke={2} />
      </span>
    </span>
  );
}

/** What happened, about which ticket, when; it opens the message. */
export function NotificationRow({
  notification,
  onChoose,
}: {
  notification: Notification;
  onChoose: (notification: Notification) => void;
}) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { kind, ticket, createdAt, readAt, attachment } = notification;
  const text = textOf(notification, t);
  const picture = attachment?.thumbnailUrl ?? null;
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        data-unread={readAt === null}
        data-kind={kind}
        data-testid="notification"
        onClick={() => onChoose(notification)}
      >
        <NotificationFace notification={notification} />
        <span className={classes.body}>
          <span className={classes.line}>
            <span className={classes.head}>{headOf(notification, t)}</span>
            <RelativeTime at={createdAt} className={classes.time} />
          </span>
          {text !== '' && <span className={classes.text}>{text}</span>}
          {ticket && (
            <span className={classes.about}>
              #{ticket.number} · {ticket.title}
            </span>
          )}
        </span>
        {picture !== null && (
          <img className={classes.picture} src={bridge.fileUrl(picture)} alt="" loading="lazy" />
        )}
        {readAt === null && (
          <span className={classes.dot} role="img" aria-label={t('notices.unread')} />
        )}
      </button>
    </li>
  );
}
