import type { Category } from '../../domain/categories/category';
import { newTicketDialogue } from '../dialogues/newTicket';
import { askForCategory, askForStory } from '../newTicketQuestions';
import type { Turn } from '../turn';
import type { Command } from './command';

/**
 * From here on the next content opens a ticket, whether or not a topic was chosen before.
 * @param note comes first
 */
export async function beginTicket(
  turn: Turn,
  category: Category | null,
  note?: string,
): Promise<void> {
  await newTicketDialogue.begin(turn, category === null ? {} : { categoryId: category.id });
  const { html, keyboard } =
    category === null ? await askForCategory(turn) : askForStory(turn, category);
  const words = note === undefined ? html : `${note}\n\n${html}`;
  await turn.say(words, keyboard === undefined ? {} : { keyboard });
}

export const newTicket: Command = {
  description: 'command.new',
  menu: 'everybody',
  passesOn: async (turn) => {
    await newTicketDialogue.begin(turn, {});
    return true;
  },
  run: (turn) => beginTicket(turn, null),
};

export const support: Command = { ...newTicket, description: 'command.support' };
