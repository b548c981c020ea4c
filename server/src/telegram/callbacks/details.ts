import { AppError } from '@tikethet/shared/errors';
import { findCategory } from '../../domain/categories/activeCategories';
import { allPriorities, getPriority } from '../../domain/priorities/listPriorities';
import { chooseTicketDetails } from '../../domain/tickets/chooseTicketDetails';
import { findOwnTicket } from '../../domain/tickets/ownTickets';
import type { Ticket } from '../../domain/tickets/ticket';
import { categoryLabel, messageKeyboard, priorityKeyboard } from '../keyboards';
import { priorityName } from '../team/marks';
import type { Turn } from '../turn';
import type { Callback } from './callback';

async function labelOf(turn: Turn, ticket: Ticket): Promise<string> {
  const category = await findCategory(turn.ctx, ticket.categoryId);
  return category === null ? '' : categoryLabel(category, turn.language);
}

/** The customer says what the ticket is about; how urgent it is comes next. */
export const chooseCategory: Callback<'cat'> = async (turn, [ticketId, categoryId], press) => {
  const { ticket } = await chooseTicketDetails(turn.ctx, { id: ticketId, categoryId });
  const lines = [
    turn.t('ticket.accepted', { number: ticket.number }),
    turn.t('ticket.chosenCategory', { category: await labelOf(turn, ticket) }),
    turn.t('ticket.askPriority'),
  ];
  await turn.replace(
    press.messageId,
    lines.join('\n\n'),
    priorityKeyboard(turn.language, ticketId, await allPriorities(turn.ctx)),
  );
};

/** The customer says how urgent it is, or leaves that to the desk. */
export const choosePriority: Callback<'pri'> = async (turn, [ticketId, priority], press) => {
  const ticket =
    priority === '-'
      ? await findOwnTicket(turn.ctx, { id: ticketId })
      : (await chooseTicketDetails(turn.ctx, { id: ticketId, priority })).ticket;
  if (ticket === null) throw new AppError('not_found', { resource: 'ticket' });
  const text = turn.t('ticket.thanks', {
    number: ticket.number,
    category: await labelOf(turn, ticket),
    priority: priorityName(turn.language, await getPriority(turn.ctx, ticket.priority)),
  });
  const keyboard = messageKeyboard(turn.settings, turn.language, ticket);
  await turn.replace(press.messageId, text, keyboard);
};
