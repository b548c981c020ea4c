import { isActive, LIMITS } from '@tikethet/shared/tickets';
import { z } from 'zod';
import { findOwnTicket } from '../../domain/tickets/ownTickets';
import { rateTicket } from '../../domain/tickets/rateTicket';
import { dialogue, leaveDialogue } from './dialogue';

/** A word with the stars. Only after a button: what people write by themselves is for the desk. */
export const ratingCommentDialogue = dialogue({
  mode: 'ratingComment',
  state: z.object({ ticketId: z.uuid() }),
  left: 'cancel.ratingComment',
  receive: async (turn, { ticketId }, { text }) => {
    const ticket = await findOwnTicket(turn.ctx, { id: ticketId });
    // Opened again or deleted meanwhile: there is nothing left to rate.
    if (ticket === null || ticket.rating === null || isActive(ticket.status)) {
      await leaveDialogue(turn);
      return false;
    }
    if (text === undefined) return false;
    if (text.length > LIMITS.ratingComment) {
      await turn.say(turn.t('rating.tooLong', { most: LIMITS.ratingComment }));
      return true;
    }
    await rateTicket(turn.ctx, { id: ticketId, rating: ticket.rating, comment: text.trim() });
    await leaveDialogue(turn);
    await turn.say(turn.t('rating.commented', { number: ticket.number }));
    return true;
  },
});
