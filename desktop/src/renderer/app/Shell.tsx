import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useState } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { useAdminPages } from '../features/admin/useAdminPages';
import { ConflictDialog } from '../features/conversation/ConflictDialog';
import { Rail } from '../features/inbox/Rail';
import { Palette } from '../features/palette/Palette';
import { Notices } from '../features/notifications/Notices';
import { ticketAddress } from '../features/notifications/ticketAddress';
import { useSignedIn } from '../features/session/sessionContext';
import { ViewAsBanner } from '../features/viewAs/ViewAsBanner';
import { ShortcutSheet } from '../ui/ShortcutSheet';
import { useBridge } from './bridge';
import { useDesk } from './DeskProvider';
import { usePageFocus } from './focus/usePageFocus';
import { useUnreadCount } from './live/unread';
import { OfflineBanner } from './OfflineBanner';
import { useShortcuts } from './shortcuts/ShortcutsProvider';
import { useGoShortcuts } from './shortcuts/useGoShortcuts';
import classes from './Shell.module.css';
import { StoreBanner } from './StoreBanner';
import { useTranslation } from './texts';

/** Whether the person of this device was told that nothing here guards their sign-in well. */
const TOLD = 'tikethet.toldObfuscated';

/** What is there on every screen of the desk. */
export function Shell() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const navigate = useNavigate();
  const { unread } = useDesk();
  const { storage } = useSignedIn();
  const count = useUnreadCount(unread);
  const [help, setHelp] = useState(false);
  const showHelp = useCallback(() => setHelp(true), []);

  useEffect(
    () =>
      bridge.on('openTicket', ({ ticketId, messageId }) => {
        void navigate(ticketAddress(ticketId, messageId));
      }),
    [bridge, navigate],
  );
  useEffect(() => {
    document.title = count === 0 ? t('app.name') : `(${count}) ${t('app.name')}`;
  }, [count, t]);
  useEffect(() => {
    if (storage !== 'obfuscated' || localStorage.getItem(TOLD) !== null) return;
    // In a moment the person's own language is in force, and this begins anew.
    const timer = setTimeout(() => {
      localStorage.setItem(TOLD, 'yes');
      notifications.show({
        message: t('session.obfuscated'),
        color: 'yellow',
        autoClose: false,
        closeButtonProps: { 'aria-label': t('app.close') },
      });
    });
    return () => clearTimeout(timer);
  }, [storage, t]);
  usePageFocus();
  useShortcuts({ sheet: showHelp });
  useGoShortcuts(useAdminPages().length > 0);

  return (
    <div className={classes.shell}>
      <ViewAsBanner />
      <OfflineBanner />
      <StoreBanner />
      <div className={classes.panes}>
        <Rail onHelp={showHelp} />
        <Outlet />
      </div>
      <ShortcutSheet opened={help} onClose={() => setHelp(false)} />
      <ConflictDialog />
      <Notices />
      <Palette />
    </div>
  );
}
