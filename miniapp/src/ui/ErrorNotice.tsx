import { useTranslation } from 'react-i18next';
import { useErrorText } from '../i18n/errorText';
import { Notice } from './Notice';

interface ErrorNoticeProps {
  title: string;
  error: unknown;
  onRetry: () => void;
  busy?: boolean;
}

/** Something did not load: why, and a button that tries again. */
export function ErrorNotice({ title, error, onRetry, busy = false }: ErrorNoticeProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (
    <Notice emoji="📡" title={title} text={errorText(error)} role="alert">
      <button type="button" className="button" onClick={onRetry} disabled={busy}>
        {t('actions.retry')}
      </button>
    </Notice>
  );
}
