import { isActive } from '@tikethet/shared/tickets';
import { findCategory } from '../../domain/categories/activeCategories';
import { getVisibleTicket } from '../../domain/tickets/loadTickets';
import { activeOwnTickets, findOwnTicket } from '../../domain/tickets/ownTickets';
import type { Ticket } from '../../domain/tickets/ticket';
import { categoryLabel, messageKeyboard } from '../keyboards';
import type { Turn } from '../turn';
import type { Command } from './command';

/** `1042`, `#1042` or `№ 1042`. */
const NUMBER = /^[#№]?\s*(\d{1,9})$/;
/** Others that are named beside the one that is shown. */
const MOST_OTHERS = 8;

async function currentTicket(turn: Turn): Promise<Ticket | null> {
  const { currentTicketId } = turn.chat;
  const current =
    currentTicketId === null ? null : await findOwnTicket(turn.ctx, { id: currentTicketId });
  if (current !== null && isActive(current.status)) return current;
  return (await activeOwnTickets(turn.ctx, 1))[0] ?? current;
}

async function othersLine(turn: Turn, shown: Ticket): Promise<string[]> {
  const active = await activeOwnTickets(turn.ctx, MOST_OTHERS + 1);
  const others = active.filter(({ id }) => id !== shown.id).slice(0, MOST_OTHERS);
  if (others.length === 0) return [];
  const numbers = others.map(({ number }) => `#${number}`).join(', ');
  return [`\n${turn.t('state.others', { numbers })}`];
}

async function showState(turn: Turn, found: Ticket, withOthers: boolean): Promise<void> {
  const { full } = await getVisibleTicket(turn.ctx, found.id);
  const { ticket, assignee } = full;
  const category = await findCategory(turn.ctx, ticket.categoryId);
  const lines = [
    turn.t('state.one', {
      number: ticket.number,
      title: ticket.title,
      status: turn.plain(`common.status.${ticket.status}`),
      category: category === null ? '' : categoryLabel(category, turn.language),
    }),
    ...(assignee === null ? [] : [turn.t('state.assignee', { name: assignee.shownName })]),
    ...(withOthers ? await othersLine(turn, ticket) : []),
  ];
  const keyboard =
    ticket.status === 'CLOSED' ? undefined : messageKeyboard(turn.settings, turn.language, ticket);
  await turn.say(lines.join('\n'), { ticketId: ticket.id, ...(keyboard ? { keyboard } : {}) });
}

/** What a ticket is and who works on it: the one of the number, else the chat's current one. */
export const status: Command = {
  description: 'command.status',
  menu: 'everybody',
  run: async (turn, argument) => {
    if (argument === '') {
      const found = await currentTicket(turn);
      return found === null ? turn.say(turn.t('state.none')) : showState(turn, found, true);
    }
    const number = NUMBER.exec(argument)?.[1];
    if (number === undefined) return turn.say(turn.t('state.usage'));
    const found = await findOwnTicket(turn.ctx, { number: Number(number) });
    if (found === null) return turn.say(turn.t('link.noTicket', { number }));
    await showState(turn, found, false);
  },
};
