import { Button, SegmentedControl, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useBridge } from '../../app/bridge';
import { usePreferences } from '../../app/preferences';
import { Avatar } from '../../ui/Avatar';
import { useKeys } from '../../ui/useKeys';
import { usePanes } from '../../ui/usePanes';
import { useSignedIn } from '../session/sessionContext';
import { Row } from './Row';
import { SignOutButton } from './SignOutButton';
import classes from './SettingsPage.module.css';

const STORAGE = {
  keychain: 'settings.storageKeychain',
  obfuscated: 'settings.storageObfuscated',
  browser: 'settings.storageBrowser',
} as const;

/** The person's own console: how it looks and speaks, and who they are. */
export function SettingsPage() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const navigate = useNavigate();
  const { user, serverUrl, storage } = useSignedIn();
  const { preferences, change } = usePreferences();
  // In a browser the page also needs the browser's own leave.
  const [permission, setPermission] = useState(() =>
    bridge.kind === 'web' && 'Notification' in window ? Notification.permission : 'granted',
  );
  const { reset } = usePanes();
  useKeys({ escape: () => void navigate(-1) });

  const setNotifications = async (wanted: boolean) => {
    change({ notifications: wanted });
    if (wanted && permission !== 'granted') setPermission(await Notification.requestPermission());
  };

  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <h1 className={classes.title}>{t('settings.title')}</h1>
        <section className={classes.group} aria-label={t('settings.title')}>
          <Row label={t('settings.language')} help={t('settings.languageHelp')}>
            <SegmentedControl
              aria-label={t('settings.language')}
              value={preferences.language ?? 'system'}
              onChange={(value) => change({ language: value === 'system' ? null : value })}
              data={[
                { value: 'system', label: t('settings.languageSystem') },
                { value: 'ru', label: 'Русский' },
                { value: 'en', label: 'English' },
              ]}
            />
          </Row>
          <Row label={t('settings.theme')}>
            <SegmentedControl
              aria-label={t('settings.theme')}
              value={preferences.theme}
              onChange={(value) => change({ theme: value })}
              data={[
                { value: 'system', label: t('settings.themeSystem') },
                { value: 'light', label: t('settings.themeLight') },
                { value: 'dark', label: t('settings.themeDark') },
              ]}
            />
          </Row>
          <Row
            label={t('settings.notifications')}
            help={t(
              permission === 'denied'
                ? 'settings.notificationsDenied'
                : 'settings.notificationsHelp',
            )}
          >
            <Switch
              aria-label={t('settings.notifications')}
              checked={preferences.notifications && permission === 'granted'}
              onChange={(event) => void setNotifications(event.currentTarget.checked)}
            />
          </Row>
        </section>
        <p className={classes.more}>
          <Button variant="subtle" color="gray" onClick={reset}>
            {t('settings.reset')}
          </Button>
        </p>
        <h2 className={classes.heading}>{t('settings.account')}</h2>
        <section className={classes.group} aria-label={t('settings.account')}>
          <Row
            label={
              <span className={classes.person}>
                <Avatar person={user} size={32} />
                <span>
                  {user.displayName}
                  <span className={classes.role}>{t(`role.${user.role}`)}</span>
                </span>
              </span>
            }
          >
            <SignOutButton />
          </Row>
          <Row label={t('settings.server')}>
            <span className={classes.value}>{serverUrl}</span>
          </Row>
          <Row label={t('settings.storage')}>
            <span className={classes.value}>{t(STORAGE[storage])}</span>
          </Row>
        </section>
      </div>
    </main>
  );
}
