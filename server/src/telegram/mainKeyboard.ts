import type { Language } from '@tikethet/shared/contracts';
import type { ReplyKeyboardMarkup } from 'grammy/types';
import { plain } from './texts';

/** What stays below the chat: the two things that people come for. */
export function mainKeyboard(language: Language): ReplyKeyboardMarkup {
  return {
    keyboard: [
      [
        { text: plain(language, 'button.myTickets') },
        { text: plain(language, 'button.newTicket') },
      ],
    ],
    resize_keyboard: true,
    is_persistent: true,
  };
}
