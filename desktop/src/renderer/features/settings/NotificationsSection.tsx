import { Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../../app/bridge';
import { usePreferences } from '../../app/preferences';
import { Group } from './Group';
import { Row } from './Row';

/** When the console may call the person. */
export function NotificationsSection() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { preferences, change } = usePreferences();
  // In a browser the page also needs the browser's own leave.
  const [permission, setPermission] = useState(() =>
    bridge.kind === 'web' && 'Notification' in window ? Notification.permission : 'granted',
  );
  const setNotifications = async (wanted: boolean) => {
    change({ notifications: wanted });
    if (wanted && permission !== 'granted') setPermission(await Notification.requestPermission());
  };
  return (
    <Group>
      <Row
        label={t('settings.notifications')}
        help={t(
          permission === 'denied' ? 'settings.notificationsDenied' : 'settings.notificationsHelp',
        )}
      >
        <Switch
          aria-label={t('settings.notifications')}
          checked={preferences.notifications && permission === 'granted'}
          onChange={(event) => void setNotifications(event.currentTarget.checked)}
        />
      </Row>
    </Group>
  );
}
