import { AppError } from '@tikethet/shared/errors';
import { patchChat } from '../../domain/telegram/chats';
import { changeTicket } from '../../domain/tickets/changeTicket';
import { findOwnTicket } from '../../domain/tickets/ownTickets';
import { rateTicket } from '../../domain/tickets/rateTicket';
import type { Ticket } from '../../domain/tickets/ticket';
import { chooseTicket, listTickets } from '../commands/tickets';
import { ratingKeyboard } from '../keyboards';
import type { Turn } from '../turn';
import type { Callback } from './callback';

async function own(turn: Turn, id: string): Promise<Ticket> {
  const ticket = await findOwnTicket(turn.ctx, { id });
  if (ticket === null) throw new AppError('not_found', { resource: 'ticket' });
  return ticket;
}

export const useTicket: Callback<'use'> = async (turn, [ticketId]) => {
  await chooseTicket(turn, await own(turn, ticketId));
};

export const showList: Callback<'list'> = (turn) => listTickets(turn);

export const closeTicket: Callback<'close'> = async (turn, [ticketId], press) => {
  const { number, status } = await own(turn, ticketId);
  await turn.replaceButtons(press.messageId, null);
  if (status === 'CLOSED') return { text: turn.plain('oldButton') };
  await changeTicket(turn.ctx, { id: ticketId, changes: { status: 'CLOSED' } });
  await turn.say(turn.t('closed', { number }), {
    keyboard: ratingKeyboard(turn.language, ticketId),
    ticketId,
  });
};

export const reopenTicket: Callback<'reopen'> = async (turn, [ticketId], press) => {
  const { number, status } = await own(turn, ticketId);
  await turn.replaceButtons(press.messageId, null);
  if (status !== 'RESOLVED' && status !== 'CLOSED') return { text: turn.plain('oldButton') };
  await changeTicket(turn.ctx, { id: ticketId, changes: { status: 'OPEN' } });
  await patchChat(turn.ctx, turn.chat, { currentTicketId: ticketId, dialogue: null });
  await turn.say(turn.t('ticket.reopened', { number }), { ticketId });
};

export const rate: Callback<'rate'> = async (turn, [ticketId, rating], press) => {
  const { ticket } = await rateTicket(turn.ctx, { id: ticketId, rating });
  const stars = '⭐'.repeat(rating);
  await turn.replace(
    press.messageId,
    turn.t('rating.done', { number: ticket.number, stars }),
    ratingKeyboard(turn.language, ticketId, true),
  );
  return { text: turn.plain('rating.thanks', { stars }) };
};
