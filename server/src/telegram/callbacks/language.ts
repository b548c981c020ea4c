import { mainKeyboard } from '../mainKeyboard';
import { change } from '../preferences';
import { LANGUAGES } from '../preferences/languageScreen';
import type { Callback } from './callback';

/** The choice stays in the chat; the buttons below it come with the words in the new language. */
export const chooseLanguage: Callback<'lang'> = async (turn, [language], press) => {
  await change(turn, { language });
  const name = LANGUAGES.find((one) => one.language === language)?.name ?? language;
  await turn.replace(press.messageId, `🌐 ${name}`);
  await turn.say(turn.t('language.done'), { keyboard: mainKeyboard(language) });
};
