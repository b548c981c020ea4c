import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconBrandTelegram, IconCopy } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { DeviceSignIn } from '../../app/bridge';
import { useBridge } from '../../app/bridge';
import { useTranslation } from '../../app/texts';
import { Card } from './Card';
import classes from './SignInScreen.module.css';
import { countdown, useSecondsLeft } from './useSecondsLeft';

/** The code, and the ways to approve it. */
export function CodeCard({ device }: { device: DeviceSignIn }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const clipboard = useClipboard({ timeout: 1500 });
  const left = useSecondsLeft(device.expiresAt);

  useEffect(() => {
    // The person comes back from Telegram into a window that is already open.
    document.title = `${device.userCode} · TiketHet`;
  }, [device.userCode]);

  return (
    <Card title={t('session.codeTitle')} lead={t('session.codeHelp')}>
      <output className={classes.code} data-testid="user-code" aria-label={t('session.codeTitle')}>
        {device.userCode}
      </output>
      <Button
        size="md"
        fullWidth
        leftSection={<IconBrandTelegram size={18} />}
        onClick={() => void bridge.openExternal(device.verificationUrl)}
        data-testid="open-telegram"
      >
        {t('session.openTelegram')}
      </Button>
      <Button
        size="md"
        fullWidth
        variant="default"
        leftSection={<IconCopy size={18} />}
        onClick={() => clipboard.copy(device.userCode)}
      >
        {clipboard.copied ? t('app.copied') : t('session.copyCode')}
      </Button>
      <p className={classes.hint}>
        {t('session.byHand', { command: `/login ${device.userCode}` })}
      </p>
      <div className={classes.waiting} role="status">
        <span className={classes.pulse} aria-hidden="true" />
        {t('session.waiting')}
      </div>
      <p className={classes.left}>{t('session.expiresIn', { time: countdown(left) })}</p>
      <Button variant="subtle" color="gray" onClick={() => void bridge.session.cancel()}>
        {t('app.cancel')}
      </Button>
    </Card>
  );
}
