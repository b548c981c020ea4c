import { useTranslation } from 'react-i18next';
import { closeApp } from '../../init/telegram';
import { Notice } from '../../ui/Notice';

/** The end: the person's data are gone. */
export function ErasedGate() {
  const { t } = useTranslation('account');
  return (
    <main className="gate" data-testid="gate-erased">
      <Notice
        emoji="👋"
        title={t('profile.erasedTitle')}
        text={t('profile.erasedText')}
        role="status"
      >
        <button type="button" className="button" onClick={closeApp}>
          {t('profile.erasedButton')}
        </button>
      </Notice>
    </main>
  );
}
