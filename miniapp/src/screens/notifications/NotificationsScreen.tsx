import type { Notification } from '@tikethet/shared/contracts';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotifications } from '../../api/account';
import { open, push } from '../../app/navigation';
import type { TabProps } from '../../app/screens';
import { useSecondaryAction } from '../../init/actions';
import { haptic, hasSecondaryButton } from '../../init/telegram';
import { unread } from '../../live/notifications';
import { markRead } from '../../live/readNotifications';
import { useStore } from '../../state/store';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { TopBar } from '../../ui/TopBar';
import { usePullToRefresh } from '../../ui/usePullToRefresh';
import { useSentinel } from '../../ui/useSentinel';
import { SkeletonRows } from '../tickets/SkeletonRows';
import { NotificationRow } from './NotificationRow';
import '../../ui/styles/account.css';

/** What happened in the person's tickets, and the desk's news. */
export function NotificationsScreen({ active, wide }: TabProps) {
  const { t } = useTranslation('account');
  const query = useNotifications();
  const waiting = useStore(unread);
  const scroller = useRef<HTMLDivElement>(null);
  const { pull } = usePullToRefresh(scroller, () => void query.refetch());

  useSecondaryAction(
    active && waiting > 0
      ? {
          text: t('notifications.readAll'),
          testId: 'read-all',
          onPress: () => void markRead({}),
        }
      : null,
  );

  const choose = (notification: Notification): void => {
    haptic('select');
    if (notification.readAt === null) void markRead({ id: notification.id });
    const { ticket } = notification;
    if (ticket) (wide ? open : push)({ name: 'ticket', id: ticket.id });
  };
  return (
    <div className="screen">
      <TopBar
        title={t('notifications.title')}
        action={
          // Telegram's own second button does it where there is one.
          waiting > 0 &&
          !hasSecondaryButton && (
            <button
              type="button"
              className="icon-button"
              data-testid="read-all"
              aria-label={t('notifications.readAll')}
              title={t('notifications.readAll')}
              onClick={() => void markRead({})}
            >
              <Icon name="check" />
            </button>
          )
        }
      />
      <div className="scroller" ref={scroller}>
        <div className="pull" style={{ height: pull }} />
        <NotificationList query={query} onChoose={choose} />
      </div>
    </div>
  );
}

interface NotificationListProps {
  query: ReturnType<typeof useNotifications>;
  onChoose: (notification: Notification) => void;
}

function NotificationList({ query, onChoose }: NotificationListProps) {
  const { t } = useTranslation('account');
  const { hasNextPage, isFetching, isFetchNextPageError } = query;
  const sentinel = useSentinel(hasNextPage && !isFetching && !isFetchNextPageError, () => {
    void query.fetchNextPage();
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (query.isPending) return <SkeletonRows />;
  if (items.length === 0 && query.isError) {
    return (
      <ErrorNotice
        title={t('notifications.errorTitle')}
        error={query.error}
        busy={isFetching}
        onRetry={() => void query.refetch()}
      />
    );
  }
  if (items.length === 0) {
    return (
      <Notice
        emoji="🔔"
        title={t('notifications.emptyTitle')}
        text={t('notifications.emptyText')}
        role="status"
      />
    );
  }
  return (
    <>
      <ul className="card list" data-testid="notification-list" aria-busy={isFetching}>
        {items.map((one) => (
          <NotificationRow key={one.id} notification={one} onChoose={onChoose} />
        ))}
      </ul>
      <div ref={sentinel} />
      {isFetchNextPageError ? (
        <ErrorNotice
          title={t('notifications.errorTitle')}
          error={query.error}
          onRetry={() => void query.fetchNextPage()}
        />
      ) : hasNextPage ? (
        <SkeletonRows count={2} />
      ) : (
        <p className="list-end">{t('notifications.kept')}</p>
      )}
    </>
  );
}
