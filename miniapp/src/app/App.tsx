import { ApiError } from '@tikethet/shared/client';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renewToken, sessionOver } from '../api/api';
import { initData, signedAt } from '../init/telegram';
import { ExpiredGate, FailedGate, OutsideGate } from '../screens/gate/Gate';
import { SkeletonRows } from '../screens/tickets/SkeletonRows';
import { useStore } from '../state/store';
import { begin } from './begin';
import { isOver } from './farewell';
import { Shell } from './Shell';

const ErasedGate = lazy(() =>
  import('../screens/profile/ErasedGate').then((file) => ({ default: file.ErasedGate })),
);

/** Seconds that Telegram's signature counts. */
const SIGNATURE_LASTS = 24 * 60 * 60;

function signatureExpired(): boolean {
  return Date.now() / 1000 - (signedAt() ?? 0) > SIGNATURE_LASTS;
}

/** Signs the person in, then shows the app; in front of it, whatever keeps them out. */
export function App() {
  const { t } = useTranslation();
  const [state, setState] = useState<'busy' | 'in' | 'failed'>('busy');
  const [error, setError] = useState<unknown>(null);
  const over = useStore(sessionOver);
  const erased = useStore(isOver);

  const signIn = async (): Promise<void> => {
    setState('busy');
    try {
      await renewToken();
      sessionOver.set(null);
      await begin();
      setState('in');
    } catch (failure) {
      setError(failure);
      setState('failed');
    }
  };
  useEffect(() => {
    if (initData !== null && !signatureExpired()) void signIn();
  }, []);

  const refusal = over ?? error;
  const expired =
    (state !== 'in' && signatureExpired()) ||
    (refusal instanceof ApiError && refusal.code === 'expired_init_data');
  if (initData === null) return <OutsideGate />;
  if (erased) {
    return (
      <Suspense>
        <ErasedGate />
      </Suspense>
    );
  }
  if (expired) return <ExpiredGate />;
  if (state === 'failed' || over) {
    return <FailedGate error={refusal} onRetry={() => void signIn()} busy={state === 'busy'} />;
  }
  if (state === 'busy') {
    // As the page drew it before the app was there.
    return (
      <main className="screen booting">
        <header className="top-bar">
          <div className="top-bar-text">
            <h1 className="top-bar-title">{t('tickets.title')}</h1>
          </div>
        </header>
        <SkeletonRows />
      </main>
    );
  }
  return <Shell />;
}
