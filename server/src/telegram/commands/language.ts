import { callbackData } from '../callbacks/data';
import type { Command } from './command';

export const language: Command = {
  description: 'command.language',
  menu: 'everybody',
  run: (turn) =>
    turn.say(turn.t('language.ask'), {
      keyboard: {
        inline_keyboard: [
          [
            { text: 'Русский', callback_data: callbackData('lang', 'ru') },
            { text: 'English', callback_data: callbackData('lang', 'en') },
          ],
        ],
      },
    }),
};
