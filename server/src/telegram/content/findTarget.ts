import { isStaff } from '@tikethet/shared/permissions';
import type { Message } from 'grammy/types';
import { findChatMessage } from '../../domain/telegram/chatMessages';
import { activeOwnTickets, findOwnTicket, messageTaker } from '../../domain/tickets/ownTickets';
import type { Ticket } from '../../domain/tickets/ticket';
import { newTicketDialogue } from '../dialogues/newTicket';
import type { Turn } from '../turn';

/** Where a message of a person belongs. */
export type Target =
  | {
      kind: 'ticket';
      ticketId: string;
      /** The own ticket as it was; null: a member of staff answers somebody's ticket. */
      before: Ticket | null;
      replyToId: string | null;
    }
  | {
      kind: 'new';
      categoryId: string | null;
      /** The closed ticket that the new one continues. */
      continues: Ticket | null;
      /** The person said before that they want a new one. */
      asked: boolean;
    };

/**
 * A reply goes to the ticket of the message it answers; what follows `/new` opens a ticket; all
 * else goes to the chat's current ticket, or to the one that somebody works on.
 */
export async function findTarget(turn: Turn, message: Message): Promise<Target> {
  const replied = await targetOfReply(turn, message);
  if (replied !== null) return replied;
  const { ctx, chat } = turn;
  const begun = newTicketDialogue.read(turn);
  if (begun !== null) {
    const { categoryId, linkedTicketId } = begun;
    const continues =
      linkedTicketId === undefined ? null : await findOwnTicket(ctx, { id: linkedTicketId });
    return { kind: 'new', categoryId: categoryId ?? null, continues, asked: true };
  }
  const current =
    chat.currentTicketId === null ? null : await findOwnTicket(ctx, { id: chat.currentTicketId });
  const takes = await messageTaker(ctx);
  if (current !== null && takes(current)) return toOwn(current, null);
  // Opened in the Mini App, say: whoever answers there must not end up in a new ticket.
  const [active] = await activeOwnTickets(ctx, 1);
  if (active !== undefined) return toOwn(active, null);
  return { kind: 'new', categoryId: null, continues: current, asked: false };
}

function toOwn(ticket: Ticket, replyToId: string | null): Target {
  return { kind: 'ticket', ticketId: ticket.id, before: ticket, replyToId };
}

async function targetOfReply(turn: Turn, message: Message): Promise<Target | null> {
  const repliedId = message.reply_to_message?.message_id;
  if (repliedId === undefined) return null;
  const found = await findChatMessage(turn.ctx, turn.chat, repliedId);
  if (found === null) return null;
  const ticket = await findOwnTicket(turn.ctx, { id: found.ticketId });
  if (ticket === null) {
    if (!isStaff(turn.user.role)) return null;
    // A notice: the answer goes to its customer, if the person may.
    return { kind: 'ticket', ticketId: found.ticketId, before: null, replyToId: null };
  }
  const takes = await messageTaker(turn.ctx);
  if (takes(ticket)) return toOwn(ticket, found.messageId);
  return { kind: 'new', categoryId: null, continues: ticket, asked: true };
}
