import { AppError } from '@tikethet/shared/errors';
import { isActive } from '@tikethet/shared/tickets';
import { findOwnTicket } from '../../domain/tickets/ownTickets';
import { ratingCommentDialogue } from '../dialogues/ratingComment';
import type { Callback } from './callback';

/** The customer wants to add a word to the stars. */
export const askForComment: Callback<'comment'> = async (turn, [ticketId]) => {
  const ticket = await findOwnTicket(turn.ctx, { id: ticketId });
  if (ticket === null) throw new AppError('not_found', { resource: 'ticket' });
  if (isActive(ticket.status) || ticket.rating === null) return { text: turn.plain('oldButton') };
  await ratingCommentDialogue.begin(turn, { ticketId });
  // Not said as of the ticket: an answer to it is the comment, not a message.
  await turn.say(turn.t('rating.askComment', { number: ticket.number }));
};
