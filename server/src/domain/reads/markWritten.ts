import type { Ctx } from '../context';
import type { Message } from '../conversations/message';
import type { Ticket, TicketPatch } from '../tickets/ticket';
import { moveMark } from './marks';

type Written = Pick<Message, 'position' | 'side' | 'internal' | 'authorId'>;

/**
 * Who writes has read what stands before it; the other side has one more to read.
 * @returns the ticket's columns that this changes; a note changes none, for its customer must not
 * notice it
 */
export async function markWritten(
  ctx: Ctx,
  ticket: Ticket,
  { position, side, internal, authorId }: Written,
): Promise<TicketPatch> {
  if (side === 'STAFF' && authorId !== null) {
    await moveMark(ctx.trx, { userId: authorId, ticketId: ticket.id, position, now: ctx.now });
  }
  if (internal) return {};
  if (side === 'CUSTOMER') {
    return { publicPosition: position, customerReadPosition: position, customerUnread: 0 };
  }
  return {
    publicPosition: position,
    customerUnread: ticket.customerUnread + 1,
    ...(side === 'STAFF' ? { staffReadPosition: position } : {}),
  };
}

/** What a deleted message leaves to be read; null when it had been read or was nobody's to read. */
export function withoutUnread(ticket: Ticket, message: Written): TicketPatch | null {
  const counted =
    message.side !== 'CUSTOMER' &&
    !message.internal &&
    message.position > ticket.customerReadPosition;
  return counted ? { customerUnread: Math.max(0, ticket.customerUnread - 1) } : null;
}
