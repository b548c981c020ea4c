import type { Language } from '@tikethet/shared/contracts';
import { commonEn } from '@tikethet/shared/locales/common.en';
import { commonRu } from '@tikethet/shared/locales/common.ru';
import { desktopMainEn } from '@tikethet/shared/locales/desktopMain.en';
import { desktopMainRu } from '@tikethet/shared/locales/desktopMain.ru';
import { createInstance } from 'i18next';

/** The text behind a key of `desktopMain` or `common`, filled with values. */
export type Texts = (key: string, values?: Record<string, string | number>) => string;

/** The language to speak: the person's choice here, then at the desk, then the system's. */
export function chooseLanguage(
  chosen: Language | null,
  atDesk: Language | null,
  system: string,
): Language {
  return chosen ?? atDesk ?? (system.toLowerCase().startsWith('ru') ? 'ru' : 'en');
}

/** Texts of main in both languages; `texts(language)` gives the translator of one. */
export async function loadTexts(): Promise<(language: Language) => Texts> {
  const i18n = createInstance();
  await i18n.init({
    lng: 'en',
    fallbackLng: 'en',
    // The system draws these texts, not a browser.
    interpolation: { escapeValue: false },
    resources: {
      ru: { translation: { ...commonRu, ...desktopMainRu } },
      en: { translation: { ...commonEn, ...desktopMainEn } },
    },
  });
  // The renderer narrows i18next's keys to its own texts, for the whole program.
  return (language) => i18n.getFixedT(language) as unknown as Texts;
}
