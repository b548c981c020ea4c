import { lastChatMessage } from '../../domain/telegram/chatMessages';
import { activeOwnTickets } from '../../domain/tickets/ownTickets';
import type { Ticket } from '../../domain/tickets/ticket';
import { otherTicketKeyboard } from '../keyboards';
import type { Turn } from '../turn';

/** A conversation that goes on needs no reminder for so long. Milliseconds. */
const REMEMBERED_FOR = 10 * 60_000;

/**
 * Tells where a message went, when the person could doubt it: several tickets are open, and the
 * chat was not about this one a moment ago. A ticket that opened again is always told.
 */
export async function sayWhereItWent(turn: Turn, ticket: Ticket, reopened: boolean): Promise<void> {
  const { id: ticketId, number, title } = ticket;
  if (reopened) {
    await turn.say(turn.t('ticket.reopened', { number }), { ticketId });
    return;
  }
  const active = await activeOwnTickets(turn.ctx, 2);
  if (active.length < 2) return;
  const last = await lastChatMessage(turn.ctx, turn.chat);
  const fresh = last !== null && turn.ctx.now.getTime() - last.sentAt.getTime() < REMEMBERED_FOR;
  if (fresh && last.ticketId === ticketId) return;
  const keyboard = otherTicketKeyboard(turn.language);
  await turn.say(turn.t('ticket.wentTo', { number, title }), { keyboard, ticketId });
}
