import type { Message, Ticket } from '../contracts';

/** Characters of a ticket's last message that its row shows; the desk cuts it as well. */
const SHOWN = 200;

/**
 * A ticket after a message of its conversation has become known: the message is its last one.
 * @returns the ticket itself where its rows tell nothing of the message: a note, a line of the
 * desk's own, or one that an event of the same transaction has told already
 */
export function withMessage(ticket: Ticket, message: Message): Ticket {
  const { author, content, createdAt, internal, kind } = message;
  const told = ticket.lastMessage !== null && ticket.lastMessage.at >= createdAt;
  if (internal || author.side === 'SYSTEM' || told) return ticket;
  return {
    ...ticket,
    updatedAt: createdAt > ticket.updatedAt ? createdAt : ticket.updatedAt,
    messageCount: ticket.messageCount + 1,
    lastMessage: {
      content: content.slice(0, SHOWN),
      kind,
      authorId: author.id,
      fromStaff: author.side === 'STAFF',
      at: createdAt,
    },
  };
}
