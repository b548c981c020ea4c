import type { Message as MessageResource } from '@tikethet/shared/contracts';
import type { Knex } from 'knex';
import { Attachment, presentAttachment } from '../attachments/attachment';
import { User } from '../people/user';
import type { Message } from './message';

type View = 'staff' | 'customer';

interface DeliveryRow {
  message_id: string;
  state: NonNullable<MessageResource['delivery']>['state'];
  reason: string | null;
}

/** Messages as the API shows them to staff or to the customer; three queries, however many. */
export async function presentMessages(
  trx: Knex,
  messages: readonly Message[],
  view: View,
): Promise<MessageResource[]> {
  if (messages.length === 0) return [];
  const ids = messages.map((message) => message.id);
  const authorIds = messages.flatMap((message) => message.authorId ?? []);
  const authors = await User.query(trx).findByIds([...new Set(authorIds)]);
  const attachments = await Attachment.query(trx)
    .whereIn('messageId', ids)
    .orderBy(['messageId', 'ordinal']);
  const deliveries = view === 'staff' ? await deliveriesOf(trx, ids) : [];
  const nameById = new Map(authors.map((author) => [author.id, author.shownName]));
  return messages.map((message) => {
    const gone = message.deletedAt !== null;
    const delivery = deliveries.find((row) => row.message_id === message.id);
    return {
      id: message.id,
      ticketId: message.ticketId,
      position: message.position,
      kind: message.kind,
      author: {
        id: message.authorId,
        displayName: (message.authorId !== null && nameById.get(message.authorId)) || 'TiketHet',
        side: message.side,
      },
      content: gone ? '' : message.content,
      format: message.format,
      internal: message.internal,
      extra: gone ? null : message.extra,
      attachments: gone
        ? []
        : attachments.filter((row) => row.messageId === message.id).map(presentAttachment),
      replyToId: message.replyToId,
      delivery: delivery === undefined ? null : { state: delivery.state, reason: delivery.reason },
      createdAt: message.createdAt.toISOString(),
      editedAt: message.editedAt?.toISOString() ?? null,
      deletedAt: message.deletedAt?.toISOString() ?? null,
    };
  });
}

/** The first sending of each message; edits and deletions have deliveries of their own. */
async function deliveriesOf(trx: Knex, ids: readonly string[]): Promise<DeliveryRow[]> {
  return trx<DeliveryRow & { kind: string }>('deliveries')
    .select('message_id', 'state', 'reason')
    .whereIn('message_id', ids)
    .where('kind', 'MESSAGE');
}
