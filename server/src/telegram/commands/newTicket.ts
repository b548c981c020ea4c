import type { Category } from '../../domain/categories/category';
import { patchChat } from '../../domain/telegram/chats';
import { categoryLabel } from '../keyboards';
import type { Turn } from '../turn';
import type { Command } from './command';

/** From here on the next content opens a ticket. */
export async function beginTicket(turn: Turn, category: Category | null): Promise<void> {
  await patchChat(turn.ctx, turn.chat, {
    dialogue: { mode: 'new', ...(category === null ? {} : { categoryId: category.id }) },
  });
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

export const cancel: Command = {
  description: 'command.cancel',
  menu: 'everybody',
  run: async (turn) => {
    const begun = turn.chat.dialogue !== null;
    if (begun) await patchChat(turn.ctx, turn.chat, { dialogue: null });
    await turn.say(turn.t(begun ? 'newTicket.cancelled' : 'newTicket.nothing'));
  },
};
