import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useState } from 'react';
import { Outlet } from 'react-router';
import { useGo } from './places';
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
  const go = useGo();
  const { unread } = useDesk();
  const { storage } = useSignedIn();
  const count = useUnreadCount(unread);
  const [help, setHelp] = useState(false);
  const showHelp = useCallback(() => setHelp(true), []);
  const hideHelp = useCallback(() => setHelp(false), []);

  useEffect(
    () =>
      bridge.on('openTicket', ({ ticketId, messageId }) => {
        go(ticketAddress(ticketId, messageId));
      }),
    [bridge, go],
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
        // It lies over the list; the settings go on saying it.
        autoClose: 20_000,
        closeButtonProps: { 'aria-label': t('app.close') },
      });
    });
    return () => clearTimeout(timer);
  }, [storage, t]);
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
      <ShortcutSheet opened={help} onClose={hideHelp} />
      <ConflictDialog />
      <Notices />
      <Palette />
      <PageFocus />
    </div>
  );
}

/** Apart, because it is drawn at every step of the person, and what is around it need not be. */
function PageFocus() {
  usePageFocus();
  return null;
}
