import { AppError } from '@tikethet/shared/errors';
import { requirePerson, type Ctx } from '../context';
import { applyChange, emitTicket } from './applyChange';
import { lockVisibleTicket } from './loadTickets';
import type { TicketInFull } from './ticket';

export interface RateTicketInput {
  id: string;
  /** 1–5. */
  rating: number;
  comment?: string;
}

/**
 * The customer's verdict on a finished ticket; a later one replaces it (a comment given earlier
 * stays unless a new one comes).
 * @throws AppError `not_found`, `forbidden` (not the customer), `illegal_transition` (not finished)
 */
export async function rateTicket(ctx: Ctx, input: RateTicketInput): Promise<TicketInFull> {
  const person = requirePerson(ctx);
  const { full: before } = await lockVisibleTicket(ctx, input.id);
  if (before.ticket.customerId !== person.id) throw new AppError('forbidden');
  const { status } = before.ticket;
  if (status !== 'RESOLVED' && status !== 'CLOSED') {
    throw new AppError('illegal_transition', { from: status, allowed: ['RESOLVED', 'CLOSED'] });
  }
  const { after, changed } = await applyChange(ctx, before, {
    rating: input.rating,
    ratingComment: input.comment ?? before.ticket.ratingComment,
    ratedAt: ctx.now,
  });
  if (changed.size > 0) await emitTicket(ctx, 'ticket.rated', after);
  return after;
}
