import type { Category } from '../../domain/categories/category';
import { newTicketDialogue } from '../dialogues/newTicket';
import { categoryLabel } from '../keyboards';
import type { Turn } from '../turn';
import type { Command } from './command';

/** From here on the next content opens a ticket. */
export async function beginTicket(turn: Turn, category: Category | null): Promise<void> {
  await newTicketDialogue.begin(turn, category === null ? {} : { categoryId: category.id });
  await turn.say(
    category === null
      ? turn.t('newTicket.ask')
      : turn.t('newTicket.askIn', { category: categoryLabel(category, turn.language) }),
  );
}

export const newTicket: Command = {
  description: 'command.new',
  menu: 'everybody',
  run: (turn) => beginTicket(turn, null),
};

export const support: Command = { ...newTicket, description: 'command.support' };
