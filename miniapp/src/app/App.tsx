import { ApiError } from '@tikethet/shared/client';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
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

function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 401 || error.status === 403);
}

/**
 * Signs the person in, then shows the app; in front of it, whatever keeps them out. Whoever was here
 * before sees what the device has kept meanwhile, and goes on seeing it without a network.
 * @param known the device has shown the person and what they read last
 * @param kept the same, once it is certain: a slow device may need longer than the first screen waits
 */
export function App({ known, kept }: { known: boolean; kept: Promise<boolean> }) {
  const [state, setState] = useState<'busy' | 'in' | 'failed'>(known ? 'in' : 'busy');
  const [error, setError] = useState<unknown>(null);
  const over = useStore(sessionOver);
  const erased = useStore(isOver);

  const signIn = useCallback(async (): Promise<void> => {
    if (known) void begin();
    else setState('busy');
    try {
      await renewToken();
      sessionOver.set(null);
      await begin();
      setState('in');
    } catch (failure) {
      // The live feed keeps trying; a refusal stands in front of everything.
      if (!isRefusal(failure) && (await kept)) {
        await begin();
        return setState('in');
      }
      setError(failure);
      setState('failed');
    }
  }, [known, kept]);
  useEffect(() => {
    if (initData !== null && !signatureExpired()) void signIn();
  }, [signIn]);

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
  return state === 'busy' ? <Booting /> : <Shell />;
}

/** As the page drew it before the app was there. */
function Booting() {
  const { t } = useTranslation();
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

/** Whether the device may show what it has kept: the launch is Telegram's, and not too old. */
export function mayShowKept(): boolean {
  return initData !== null && !signatureExpired();
}
