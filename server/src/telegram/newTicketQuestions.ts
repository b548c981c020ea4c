import type { InlineKeyboardMarkup } from 'grammy/types';
import { activeCategories } from '../domain/categories/activeCategories';
import type { Category } from '../domain/categories/category';
import { callbackData, shorten } from './callbacks/data';
import { categoryLabel } from './keyboards';
import { inRows } from './preferences/screen';
import type { Turn } from './turn';

/** Categories offered as buttons. */
const MOST_CATEGORIES = 24;

interface Question {
  html: string;
  keyboard?: InlineKeyboardMarkup;
}

/** Which topic? Nobody has to say it: what they write opens the ticket anyway. */
export async function askForCategory(turn: Turn): Promise<Question> {
  const categories = await activeCategories(turn.ctx, MOST_CATEGORIES);
  if (categories.length < 2) return { html: turn.t('newTicket.ask') };
  const buttons = categories.map((category) => ({
    text: categoryLabel(category, turn.language),
    callback_data: callbackData('about', shorten(category.id)),
  }));
  return { html: turn.t('newTicket.choose'), keyboard: { inline_keyboard: inRows(buttons, 2) } };
}

/** What happened? */
export function askForStory(turn: Turn, category: Category): Question {
  const other = { text: turn.plain('button.otherTopic'), callback_data: callbackData('topics') };
  return {
    html: turn.t('newTicket.askIn', { category: categoryLabel(category, turn.language) }),
    keyboard: { inline_keyboard: [[other]] },
  };
}
