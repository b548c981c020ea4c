import { Button, Drawer } from '@mantine/core';
import { IconBell, IconChecks, IconSettings } from '@tabler/icons-react';
import type { Notification } from '@tikethet/shared/contracts';
import { memo } from 'react';
import { useGo } from '../../app/places';
import { useStore } from '../../app/store';
import { useTranslation } from '../../app/texts';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Link } from '../../ui/Link';
import { NotificationRow } from './NotificationRow';
import classes from './Notifications.module.css';
import { panelOpened } from './panel';
import { ticketAddress } from './ticketAddress';
import { useNotifications, useReadNotifications } from './useNotifications';

/** The record of everything that called the person, whatever the system showed of it. */
export const NotificationPanel = memo(function NotificationPanel() {
  const { t } = useTranslation();
  const opened = useStore(panelOpened, (value) => value);
  const close = () => panelOpened.set(false);
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="left"
      size={420}
      title={t('notices.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      classNames={{ body: classes.panel }}
    >
      <Entries onClose={close} />
    </Drawer>
  );
});

function Entries({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const go = useGo();
  const query = useNotifications();
  const read = useReadNotifications();
  const { items, unread } = query;

  const choose = ({ ticket, messageId, readAt }: Notification) => {
    if (ticket === null) return;
    if (readAt === null) read(ticket.id);
    onClose();
    go(ticketAddress(ticket.id, messageId));
  };

  if (query.data === undefined && query.isError) {
    return (
      <ErrorState
        title={t('notices.failed')}
        error={query.error}
        retry={() => void query.refetch()}
      />
    );
  }
  return (
    <>
      <div className={classes.tools}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconChecks size={14} aria-hidden="true" />}
          disabled={unread === 0}
          onClick={() => read(null)}
          data-testid="read-all"
        >
          {t('notices.readAll')}
        </Button>
        <Link
          to="/settings/notifications"
          className={classes.settings}
          aria-label={t('notices.what')}
          title={t('notices.what')}
          onClick={onClose}
        >
          <IconSettings size={16} stroke={1.6} aria-hidden="true" />
        </Link>
      </div>
      {query.isPending && <div className={classes.skeleton} aria-busy="true" />}
      {items.length === 0 && !query.isPending && (
        <EmptyState icon={<IconBell size={22} stroke={1.5} />} title={t('notices.emptyTitle')}>
          {t('notices.emptyText')}
        </EmptyState>
      )}
      <ul className={classes.list} data-testid="notifications">
        {items.map((one) => (
          <NotificationRow key={one.id} notification={one} onChoose={choose} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          variant="subtle"
          color="gray"
          fullWidth
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('notices.more')}
        </Button>
      )}
      {items.length > 0 && !query.hasNextPage && (
        <p className={classes.kept}>{t('notices.kept')}</p>
      )}
    </>
  );
}
