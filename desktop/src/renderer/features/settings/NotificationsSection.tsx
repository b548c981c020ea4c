import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { useBridge } from '../../app/bridge';
import { usePreferences } from '../../app/preferences';
import { useTranslation } from '../../app/texts';
import { SelfTest } from '../native/SelfTest';
import { NoticeChoices } from '../notifications/NoticeChoices';
import { QuietSettings } from '../notifications/QuietSettings';
import { Group } from './Group';
import { Row } from './Row';

/** When, for what and how the console may call the person on this computer. */
export function NotificationsSection() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { preferences, change } = usePreferences();
  // In a browser the page also needs the browser's own leave.
  const [permission, setPermission] = useState(() =>
    bridge.kind === 'web' && 'Notification' in window ? Notification.permission : 'granted',
  );
  const ask = async () => setPermission(await Notification.requestPermission());
  return (
    <>
      <Group>
        <Row
          label={t('settings.notifications')}
          help={t(
            permission === 'denied' ? 'settings.notificationsDenied' : 'settings.notificationsHelp',
          )}
        >
          {permission === 'default' && preferences.notifications ? (
            <Button variant="default" onClick={() => void ask()}>
              {t('notices.allow')}
            </Button>
          ) : (
            <Switch
              aria-label={t('settings.notifications')}
              data-testid="notifications-on"
              checked={preferences.notifications}
              onChange={(event) => change({ notifications: event.currentTarget.checked })}
            />
          )}
        </Row>
        <Row label={t('notices.previews')} help={t('notices.previewsHelp')}>
          <Switch
            aria-label={t('notices.previews')}
            checked={preferences.previews}
            onChange={(event) => change({ previews: event.currentTarget.checked })}
          />
        </Row>
      </Group>
      <Group title={t('notices.what')} help={t('notices.whatHelp')}>
        <NoticeChoices />
      </Group>
      <Group title={t('notices.quietTitle')}>
        <QuietSettings />
      </Group>
      <Group title={t('notices.check')} help={t('notices.checkLead')}>
        <SelfTest />
      </Group>
    </>
  );
}
