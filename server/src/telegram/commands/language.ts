import { callbackData } from '../callbacks/data';
import { LANGUAGES } from '../preferences/languageScreen';
import type { Command } from './command';

export const language: Command = {
  description: 'command.language',
  menu: 'everybody',
  run: (turn) =>
    turn.say(turn.t('language.ask'), {
      keyboard: {
        inline_keyboard: [
          LANGUAGES.map(({ language: code, name }) => ({
            text: name,
            callback_data: callbackData('lang', code),
          })),
        ],
      },
    }),
};
