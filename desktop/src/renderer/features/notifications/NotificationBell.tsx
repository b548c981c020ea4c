import { IconBell } from '@tabler/icons-react';
import { useTranslation } from '../../app/texts';
import { IconButton } from '../../ui/IconButton';
import classes from './Notifications.module.css';
import { panelOpened } from './panel';
import { useNotifications } from './useNotifications';

/** Opens the list of notifications; says how many are unread. */
export function NotificationBell() {
  const { t } = useTranslation();
  const { unread } = useNotifications();
  const label = unread === 0 ? t('notices.open') : t('notices.openUnread', { count: unread });
  return (
    <IconButton
      label={label}
      data-testid="open-notifications"
      data-unread={unread}
      onClick={() => panelOpened.set(true)}
    >
      <span className={classes.bell}>
        <IconBell size={16} stroke={1.6} aria-hidden="true" />
        {unread > 0 && <span className={classes.count}>{unread > 99 ? '99+' : unread}</span>}
      </span>
    </IconButton>
  );
}
