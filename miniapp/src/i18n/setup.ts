import type { Language } from '@tikethet/shared/contracts';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { nearestLanguage } from '../init/launchData';
import { putDeskWords } from './deskWords';
import { rememberLanguage } from '../state/remembered';

/** Each language is a chunk of its own: the first screen carries one. */
const LOADERS = {
  ru: async () => {
    const [common, miniapp] = await Promise.all([
      import('@tikethet/shared/locales/common.ru'),
      import('@tikethet/shared/locales/miniapp.ru'),
    ]);
    return { common: common.commonRu, miniapp: miniapp.miniappRu };
  },
  en: async () => {
    const [common, miniapp] = await Promise.all([
      import('@tikethet/shared/locales/common.en'),
      import('@tikethet/shared/locales/miniapp.en'),
    ]);
    return { common: common.commonEn, miniapp: miniapp.miniappEn };
  },
};

export const currentLanguage = (): Language => nearestLanguage(i18next.language);

/** Texts that come with the screens that need them, not with the first one. */
const LATER = {
  account: {
    ru: async () => (await import('@tikethet/shared/locales/account/ru')).accountRu,
    en: async () => (await import('@tikethet/shared/locales/account/en')).accountEn,
  },
  ticket: {
    ru: async () => (await import('@tikethet/shared/locales/ticket/ru')).ticketRu,
    en: async () => (await import('@tikethet/shared/locales/ticket/en')).ticketEn,
  },
  help: {
    ru: async () => (await import('@tikethet/shared/locales/help/ru')).helpRu,
    en: async () => (await import('@tikethet/shared/locales/help/en')).helpEn,
  },
};
export type LaterTexts = keyof typeof LATER;

/** Which of them are shown: a change of the language changes them too. */
const shownLater = new Set<LaterTexts>();

/** Loads texts of a screen in the present language; to be awaited before the screen is shown. */
export async function loadTexts(name: LaterTexts): Promise<void> {
  shownLater.add(name);
  const language = currentLanguage();
  i18next.addResourceBundle(language, name, await LATER[name][language]());
}

/** Loads a language's texts and shows everything in it. */
export async function showLanguage(language: Language): Promise<void> {
  const texts = await LOADERS[language]();
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      ns: ['miniapp', 'common'],
      defaultNS: 'miniapp',
      resources: { [language]: texts },
      // The desk's own words come after the texts.
      react: { bindI18nStore: 'added' },
      // React escapes by itself.
      interpolation: { escapeValue: false },
    });
  } else {
    i18next.addResourceBundle(language, 'common', texts.common);
    i18next.addResourceBundle(language, 'miniapp', texts.miniapp);
    for (const name of shownLater) {
      i18next.addResourceBundle(language, name, await LATER[name][language]());
    }
    if (i18next.language !== language) await i18next.changeLanguage(language);
  }
  putDeskWords();
  rememberLanguage(language);
  document.documentElement.lang = language;
  document.title = i18next.t('tickets.title');
}
