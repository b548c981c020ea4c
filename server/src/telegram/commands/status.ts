import { findCategory } from '../../domain/categories/activeCategories';
import { getVisibleTicket } from '../../domain/tickets/loadTickets';
import { activeOwnTickets, findOwnTicket } from '../../domain/tickets/ownTickets';
import type { Ticket } from '../../domain/tickets/ticket';
import { categoryLabel, messageKeyboard } from '../keyboards';
import type { Turn } from '../turn';
import type { Command } from './command';

async function currentTicket(turn: Turn): Promise<Ticket | null> {
  const { currentTicketId } = turn.chat;
  const current =
    currentTicketId === null ? null : await findOwnTicket(turn.ctx, { id: currentTicketId });
  return current ?? (await activeOwnTickets(turn.ctx, 1))[0] ?? null;
}

/** What the chat's current ticket is and who works on it. */
export const status: Command = {
  description: 'command.status',
  menu: 'everybody',
  run: async (turn) => {
    const found = await currentTicket(turn);
    if (found === null) return turn.say(turn.t('state.none'));
    const { full } = await getVisibleTicket(turn.ctx, found.id);
    const { ticket, assignee } = full;
    const category = await findCategory(turn.ctx, ticket.categoryId);
    const text = turn.t('state.one', {
      number: ticket.number,
      title: ticket.title,
      status: turn.plain(`common.status.${ticket.status}`),
      category: category === null ? '' : categoryLabel(category, turn.language),
    });
    const lines =
      assignee === null ? [text] : [text, turn.t('state.assignee', { name: assignee.shownName })];
    const keyboard =
      ticket.status === 'CLOSED'
        ? undefined
        : messageKeyboard(turn.settings, turn.language, ticket);
    await turn.say(lines.join('\n'), { ticketId: ticket.id, ...(keyboard ? { keyboard } : {}) });
  },
};
