import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { commonEn } from '@tikethet/shared/locales/common.en';
import { commonRu } from '@tikethet/shared/locales/common.ru';
import { consoleEn } from '@tikethet/shared/locales/console.en';
import { consoleRu } from '@tikethet/shared/locales/console.ru';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof commonEn & typeof consoleEn };
  }
}

export type ConsoleLanguage = 'ru' | 'en';

/** Texts of the console in both languages, loaded at once: switching never waits. */
export function createI18n(language: ConsoleLanguage): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: {
      en: { translation: { ...commonEn, ...consoleEn } },
      ru: { translation: { ...commonRu, ...consoleRu } },
    },
    // The desk's own words are put in later.
    react: { bindI18nStore: 'added' },
    // React escapes; escaping twice would show &quot; to people.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
}

/** The language of a person who has not chosen one here. */
export function chooseLanguage(
  chosen: ConsoleLanguage | null,
  atDesk: ConsoleLanguage | undefined,
  system: string,
): ConsoleLanguage {
  return chosen ?? atDesk ?? (system.toLowerCase().startsWith('ru') ? 'ru' : 'en');
}
