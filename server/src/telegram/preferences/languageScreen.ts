import { callbackData } from '../callbacks/data';
import type { Turn } from '../turn';
import { backRow, type Screen } from './screen';

/** Each language in its own words: who cannot read this one finds theirs. */
export const LANGUAGES = [
  { language: 'ru', name: 'Русский' },
  { language: 'en', name: 'English' },
] as const;

export function languageScreen(turn: Turn): Screen {
  const buttons = LANGUAGES.map(({ language, name }) => ({
    text: `${language === turn.language ? '✅ ' : ''}${name}`,
    callback_data: callbackData('speak', language),
  }));
  return {
    html: turn.t('language.ask'),
    keyboard: { inline_keyboard: [buttons, backRow(turn)] },
  };
}
