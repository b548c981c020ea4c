import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMatch } from 'react-router';
import { useBridge } from '../../app/bridge';
import { keys } from '../../app/keys';
import { useShortcuts } from '../../app/shortcuts/ShortcutsProvider';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';
import { isUnread, type NotificationPages } from '../../app/live/notificationPages';
import { NotificationPanel } from './NotificationPanel';
import { panelOpened } from './panel';
import { playSound } from './sounds';
import { useNotifications, useReadNotifications } from './useNotifications';
import { useShownMessage } from './useShownMessage';

/** What calls the person, on every screen of the main window: list, sounds, links from outside. */
export function Notices() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const toasts = useToasts();
  const ticketId = useMatch('/inbox/:view/:ticketId')?.params.ticketId ?? null;
  useReadInFront(ticketId);
  useShownMessage(ticketId);
  useShortcuts({ goNotifications: () => panelOpened.set(true) });

  useEffect(() => {
    const stops = [
      bridge.on('sound', ({ name }) => playSound(name)),
      bridge.on('openNotifications', () => panelOpened.set(true)),
      bridge.on('linkUnknown', ({ number }) =>
        toasts.trouble(t('notices.title'), t('notices.unknownTicket', { number })),
      ),
    ];
    return () => stops.forEach((stop) => stop());
  }, [bridge, t, toasts]);

  return <NotificationPanel />;
}

/** A ticket that lies open before the person's eyes calls no more. */
export function useReadInFront(ticketId: string | null): void {
  const client = useQueryClient();
  const { data } = useNotifications();
  const read = useReadNotifications();
  useEffect(() => {
    if (ticketId === null) return;
    const look = () => {
      const known = client.getQueryData<NotificationPages>(keys.notifications);
      if (document.hasFocus() && isUnread(known, ticketId)) read(ticketId);
    };
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [client, read, ticketId, data]);
}
