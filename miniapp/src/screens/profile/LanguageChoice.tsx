import type { Language } from '@tikethet/shared/contracts';
import { useTranslation } from 'react-i18next';
import { changeProfile } from '../../api/account';
import { useErrorText } from '../../i18n/errorText';
import { currentLanguage, showLanguage } from '../../i18n/setup';
import { haptic } from '../../init/telegram';
import { showToast } from '../../ui/Toast';

const NAMES: Record<Language, string> = { ru: 'Русский', en: 'English' };

/** Switches the language at once and remembers it with the person. */
export function LanguageChoice() {
  const { t } = useTranslation('account');
  const errorText = useErrorText();
  const choose = async (language: Language): Promise<void> => {
    haptic('select');
    await showLanguage(language);
    await changeProfile({ language }).catch((error: unknown) => showToast(errorText(error)));
  };
  return (
    <div className="card setting language-card" role="group" aria-label={t('profile.language')}>
      <span className="setting-text">{t('profile.language')}</span>
      <span className="choice">
        {(Object.keys(NAMES) as Language[]).map((language) => (
          <button
            key={language}
            type="button"
            lang={language}
            data-testid={`language-${language}`}
            aria-pressed={currentLanguage() === language}
            onClick={() => void choose(language)}
          >
            {NAMES[language]}
          </button>
        ))}
      </span>
    </div>
  );
}
