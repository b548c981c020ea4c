import { AppError } from '@tikethet/shared/errors';
import { findCategory } from '../../domain/categories/activeCategories';
import { newTicketDialogue } from '../dialogues/newTicket';
import { askForCategory, askForStory } from '../newTicketQuestions';
import type { Callback } from './callback';

/** What the ticket will be about; what the person writes next opens it. */
export const chooseTopic: Callback<'about'> = async (turn, [categoryId], press) => {
  const category = await findCategory(turn.ctx, categoryId);
  if (category === null || !category.isActive) {
    throw new AppError('not_found', { resource: 'category' });
  }
  const begun = newTicketDialogue.read(turn) ?? {};
  await newTicketDialogue.begin(turn, { ...begun, categoryId });
  const { html, keyboard } = askForStory(turn, category);
  await turn.replace(press.messageId, html, keyboard);
};

/** Back to the topics: nothing has been written yet. */
export const showTopics: Callback<'topics'> = async (turn, _args, press) => {
  const begun = newTicketDialogue.read(turn) ?? {};
  await newTicketDialogue.begin(turn, { ...begun, categoryId: undefined });
  const { html, keyboard } = await askForCategory(turn);
  await turn.replace(press.messageId, html, keyboard);
};
