import { Button } from '@mantine/core';
import { useState } from 'react';
import type { BridgeError, SessionState } from '../../app/bridge';
import { useBridge } from '../../app/bridge';
import { useTranslation } from '../../app/texts';
import { errorText } from '../../ui/errorText';
import { Card } from './Card';
import { Notice } from './Notice';
import { ServerAddress } from './ServerAddress';
import classes from './SignInScreen.module.css';

type Reason = Extract<SessionState, { status: 'signedOut' }>['reason'];

/** Before a code was asked for, or after it came to nothing. */
export function StartCard({ reason }: { reason: Reason }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<BridgeError | null>(null);

  // A closed access is not opened by another code.
  const again = reason !== 'none' && reason !== 'blocked';
  const start = async () => {
    setBusy(true);
    setError(null);
    const result = await bridge.session.start();
    setBusy(false);
    if (!result.ok) setError(result.error);
  };

  return (
    <Card title={t('session.title')} lead={t('session.lead')}>
      {error ? (
        <Notice title={t('session.failed')} grave reason={error.code}>
          {errorText(error, t)}
        </Notice>
      ) : (
        reason !== 'none' && (
          <Notice title={t(`session.${reason}`)} grave={reason === 'blocked'} reason={reason}>
            {t(`session.${reason}Help`)}
          </Notice>
        )
      )}
      <Button
        size="md"
        variant={reason === 'blocked' ? 'default' : 'filled'}
        fullWidth
        data-testid="sign-in"
        disabled={busy}
        onClick={() => void start()}
      >
        {busy ? t('session.starting') : t(again ? 'session.again' : 'session.signIn')}
      </Button>
      {bridge.program === null ? (
        <p className={classes.server}>
          {t('session.server')}: <span>{window.location.origin}</span>
        </p>
      ) : (
        <ServerAddress program={bridge.program} />
      )}
    </Card>
  );
}
