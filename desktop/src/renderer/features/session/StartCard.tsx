import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeError, SessionState } from '../../../bridge';
import { useBridge } from '../../app/bridge';
import { errorText } from '../../ui/errorText';
import { Card } from './Card';
import classes from './SignInScreen.module.css';

type Reason = Extract<SessionState, { status: 'signedOut' }>['reason'];

/** Before a code was asked for, or after it came to nothing. */
export function StartCard({ reason }: { reason: Reason }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<BridgeError | null>(null);

  const start = async () => {
    setBusy(true);
    setError(null);
    const result = await bridge.session.start();
    setBusy(false);
    if (!result.ok) setError(result.error);
  };

  return (
    <Card title={t('session.title')} lead={t('session.lead')}>
      {reason !== 'none' && error === null && (
        <Alert
          className={classes.notice}
          color={reason === 'blocked' ? 'red' : 'yellow'}
          icon={<IconAlertTriangle size={18} />}
          title={t(`session.${reason}`)}
          role="alert"
          data-testid="sign-in-reason"
          data-reason={reason}
        >
          {t(`session.${reason}Help`)}
        </Alert>
      )}
      {error && (
        <Alert
          className={classes.notice}
          color="red"
          icon={<IconAlertTriangle size={18} />}
          title={t('session.failed')}
          role="alert"
        >
          {errorText(error, t)}
        </Alert>
      )}
      <Button
        size="md"
        fullWidth
        data-testid="sign-in"
        disabled={busy}
        onClick={() => void start()}
      >
        {busy ? t('session.starting') : t(reason === 'none' ? 'session.signIn' : 'session.again')}
      </Button>
      {bridge.kind === 'web' && (
        <p className={classes.server}>
          {t('session.server')}: <span>{window.location.origin}</span>
        </p>
      )}
    </Card>
  );
}
