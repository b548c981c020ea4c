import type { Language } from '@tikethet/shared/contracts';
import { botEn } from '@tikethet/shared/locales/bot.en';
import { botRu } from '@tikethet/shared/locales/bot.ru';
import { botTeamEn } from '@tikethet/shared/locales/botTeam.en';
import { botTeamRu } from '@tikethet/shared/locales/botTeam.ru';
import { commonEn } from '@tikethet/shared/locales/common.en';
import { commonRu } from '@tikethet/shared/locales/common.ru';
import { createInstance } from 'i18next';
import { escapeHtml } from './formatting/formatted';

type Texts = typeof botEn & { common: typeof commonEn; team: typeof botTeamEn };

/** Dotted paths of all texts; counted ones without their plural suffix. */
type Path<T> = {
  [K in keyof T & string]: T[K] extends string
    ? K extends `${infer Base}_one` | `${infer Base}_other`
      ? Base
      : K
    : `${K}.${Path<T[K]>}`;
}[keyof T & string];
export type TextKey = Path<Texts>;
export type TextValues = Record<string, string | number>;

const i18n = createInstance();
void i18n.init({
  initAsync: false,
  fallbackLng: 'en',
  resources: {
    en: { translation: { ...botEn, common: commonEn, team: botTeamEn } },
    ru: { translation: { ...botRu, common: commonRu, team: botTeamRu } },
  },
  interpolation: { escape: escapeHtml },
});

/** A text as Telegram HTML: values are escaped. */
export function t(language: Language, key: TextKey, values: TextValues = {}): string {
  return i18n.t(key, { ...values, lng: language });
}

/** A text that Telegram shows as it is: button labels, answers to buttons, command menus. */
export function plain(language: Language, key: TextKey, values: TextValues = {}): string {
  return i18n.t(key, { ...values, lng: language, interpolation: { escapeValue: false } });
}

/** The same text in every language, for recognising a button that people press by its words. */
export function inEveryLanguage(key: TextKey): string[] {
  return [plain('ru', key), plain('en', key)];
}
