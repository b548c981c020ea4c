import { useTranslation } from 'react-i18next';
import { api } from '../../api/api';
import { useErrorText } from '../../i18n/errorText';
import { currentLanguage, showLanguage } from '../../i18n/setup';
import { haptic } from '../../init/telegram';
import { showToast } from '../../ui/Toast';

/** Switches between the two languages and remembers it with the person. */
export function LanguageButton() {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const other = currentLanguage() === 'ru' ? 'en' : 'ru';
  return (
    <button
      type="button"
      className="icon-button language"
      lang={other}
      aria-label={t('language.switch')}
      title={t('language.other')}
      onClick={() => {
        haptic('select');
        void showLanguage(other);
        api('PUT /auth/profile', { language: other }).catch((error: unknown) =>
          showToast(errorText(error)),
        );
      }}
    >
      {other.toUpperCase()}
    </button>
  );
}
