import { ApiError } from '@tikethet/shared/client';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../i18n/errorText';
import { closeApp } from '../../init/telegram';
import { outbox } from '../../state/outbox';
import { useStore } from '../../state/store';
import { Notice } from '../../ui/Notice';

/** Opened in a plain browser: how to get to where the person is known. */
export function OutsideGate() {
  const { t } = useTranslation();
  return (
    <main className="gate" data-testid="gate-outside">
      <Notice emoji="✈️" title={t('gate.outsideTitle')} text={t('gate.outsideText')}>
        <ol className="gate-steps">
          <li>{t('gate.outsideStep1')}</li>
          <li>{t('gate.outsideStep2')}</li>
        </ol>
      </Notice>
    </main>
  );
}

/** Telegram's signature is more than a day old: only a new launch helps. */
export function ExpiredGate() {
  const { t } = useTranslation();
  const unsent = useStore(outbox).length;
  return (
    <main className="gate" data-testid="gate-expired">
      <Notice emoji="⏳" title={t('gate.expiredTitle')} text={t('gate.expiredText')} role="alert">
        {unsent > 0 && <p className="notice-text">{t('gate.expiredUnsent', { count: unsent })}</p>}
        <button type="button" className="button" onClick={closeApp}>
          {t('gate.expiredButton')}
        </button>
      </Notice>
    </main>
  );
}

interface FailedGateProps {
  error: unknown;
  onRetry: () => void;
  busy: boolean;
}

/** The desk did not let the person in: why, and what to do. */
export function FailedGate({ error, onRetry, busy }: FailedGateProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const blocked = error instanceof ApiError && error.code === 'account_blocked';
  return (
    <main className="gate" data-testid="gate-failed">
      <Notice
        emoji={blocked ? '🔒' : '📡'}
        title={blocked ? t('gate.blockedTitle') : t('gate.failedTitle')}
        text={errorText(error)}
        role="alert"
      >
        {!blocked && (
          <button type="button" className="button" onClick={onRetry} disabled={busy}>
            {t('actions.retry')}
          </button>
        )}
      </Notice>
    </main>
  );
}
