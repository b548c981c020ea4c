import type { Knex } from 'knex';
import type { LastMessage } from '../tickets/ticket';
import { Message } from './message';
import { preview } from './preview';

/** What lists show of a ticket's newest message. */
export function asLast(message: Message): LastMessage {
  return {
    content: preview(message.content, message.format),
    kind: message.kind,
    authorId: message.authorId,
    fromStaff: message.side === 'STAFF',
    at: message.createdAt.toISOString(),
  };
}

/**
 * The newest public message that is left in a ticket; null: none is. By the time they were written:
 * merged messages stand behind those of the ticket itself.
 */
export async function findLastMessage(trx: Knex, ticketId: string): Promise<LastMessage | null> {
  const newest = await Message.query(trx)
    .where({ ticketId, internal: false })
    .whereNull('deletedAt')
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'position', order: 'desc' },
    ])
    .first();
  return newest === undefined ? null : asLast(newest);
}
