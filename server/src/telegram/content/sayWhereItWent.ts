import { lastChatMessage } from '../../domain/telegram/chatMessages';
import { activeOwnTickets } from '../../domain/tickets/ownTickets';
import type { Ticket } from '../../domain/tickets/ticket';
import { moveKeyboard } from '../keyboards';
import type { Turn } from '../turn';

/** A conversation that goes on needs no reminder for so long. Milliseconds. */
const REMEMBERED_FOR = 10 * 60_000;

/**
 * Tells where a message went, when the person could doubt it: several tickets are open, and the
 * chat was not about this one a moment ago. A ticket that opened again is always told. Either way
 * the message can be moved, with what follows it.
 */
export async function sayWhereItWent(
  turn: Turn,
  ticket: Ticket,
  messageId: string,
  reopened: boolean,
): Promise<void> {
  const { id: ticketId, number, title } = ticket;
  const keyboard = moveKeyboard(turn.language, messageId);
  if (reopened) {
    await turn.say(turn.t('ticket.reopened', { number }), { keyboard, ticketId });
    return;
  }
  const active = await activeOwnTickets(turn.ctx, 2);
  if (active.length < 2) return;
  const last = await lastChatMessage(turn.ctx, turn.chat);
  const fresh = last !== null && turn.ctx.now.getTime() - last.sentAt.getTime() < REMEMBERED_FOR;
  if (fresh && last.ticketId === ticketId) return;
  await turn.say(turn.t('ticket.wentTo', { number, title }), { keyboard, ticketId });
}
