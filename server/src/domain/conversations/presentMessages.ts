import type { ChatChange, Message as MessageResource } from '@tikethet/shared/contracts';
import type { Knex } from 'knex';
import { gathering } from '../../db/gather';
import { Attachment, presentAttachment } from '../attachments/attachment';
import { User } from '../people/user';
import { refOf } from '../tickets/presentTicket';
import type { Message } from './message';
import { reactionsOf } from './reactions';

type View = 'staff' | 'customer';

interface DeliveryRow {
  message_id: string;
  kind: 'MESSAGE' | 'MESSAGE_EDIT' | 'MESSAGE_DELETE';
  state: NonNullable<MessageResource['delivery']>['state'];
  reason: NonNullable<MessageResource['delivery']>['reason'];
  detail: string | null;
}

/** What whoever has just written a message knows of it: that is not asked for. */
export interface Known {
  /** Names of authors by their ids. */
  names?: ReadonlyMap<string, string>;
  /** What none of the messages has. */
  without?: ReadonlySet<'attachments' | 'reactions' | 'mentions' | 'deliveries'>;
}

/** Messages as the API shows them to staff or to the customer; six queries at the most. */
export async function presentMessages(
  trx: Knex,
  messages: readonly Message[],
  view: View,
  { names, without = new Set() }: Known = {},
): Promise<MessageResource[]> {
  if (messages.length === 0) return [];
  const ids = messages.map((message) => message.id);
  const forStaff = view === 'staff';
  const nameById = names ?? (await namesOf(trx, messages));
  const attachments = without.has('attachments') ? [] : await attachmentsOf(trx, ids);
  const reactions = without.has('reactions')
    ? new Map<string, MessageResource['reactions']>()
    : await reactionsOf(trx, ids);
  const mentions = forStaff && !without.has('mentions') ? await mentionsIn(trx, messages) : [];
  const deliveries = forStaff && !without.has('deliveries') ? await deliveriesOf(trx, ids) : [];
  const shown = messages.map((message): MessageResource => {
    const gone = message.deletedAt !== null;
    const movedTo = message.extra?.movedTo;
    const own = deliveries.filter((row) => row.message_id === message.id);
    const delivery = own.find(({ kind }) => kind === 'MESSAGE');
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
      extra: gone ? (movedTo === undefined ? null : { movedTo }) : message.extra,
      attachments: gone
        ? []
        : attachments.filter((row) => row.messageId === message.id).map(presentAttachment),
      replyToId: message.replyToId,
      quote: gone ? null : message.quote,
      reactions: gone ? [] : (reactions.get(message.id) ?? []),
      mentions: gone ? [] : mentions.filter((row) => row.messageId === message.id).map(named),
      delivery:
        delivery === undefined
          ? null
          : { state: delivery.state, reason: delivery.reason, detail: delivery.detail },
      chatChange: chatChangeOf(own),
      origin: refOf(message.originId, message.originNumber),
      createdAt: message.createdAt.toISOString(),
      editedAt: message.editedAt?.toISOString() ?? null,
      deletedAt: message.deletedAt?.toISOString() ?? null,
    };
  });
  return view === 'staff' ? shown : shown.map(asCustomerSees);
}

/** A message that staff see without what is theirs: how it travels, and who of them reacted. */
export function asCustomerSees(message: MessageResource): MessageResource {
  const reactions = message.reactions.map((reaction) =>
    reaction.side === 'STAFF' ? { ...reaction, personId: null } : reaction,
  );
  return { ...message, reactions, mentions: [], delivery: null, chatChange: null };
}

async function namesOf(trx: Knex, messages: readonly Message[]): Promise<Map<string, string>> {
  const ids = new Set(messages.flatMap((message) => message.authorId ?? []));
  const authors = await User.query(trx).findByIds([...ids]);
  return new Map(authors.map((author) => [author.id, author.shownName]));
}

function attachmentsOf(trx: Knex, ids: readonly string[]): Promise<Attachment[]> {
  return Attachment.query(trx)
    .whereIn('messageId', [...ids])
    .orderBy(['messageId', 'ordinal'])
    .execute();
}

interface Mentioned {
  messageId: string;
  user: User;
}

/** Whom notes address; nothing is asked for messages among which no note is. */
async function mentionsIn(trx: Knex, messages: readonly Message[]): Promise<Mentioned[]> {
  const notes = messages.filter(({ internal }) => internal).map(({ id }) => id);
  if (notes.length === 0) return [];
  const rows = await trx<{ message_id: string; user_id: string }>('message_mentions').whereIn(
    'message_id',
    notes,
  );
  if (rows.length === 0) return [];
  const users = await User.query(trx).findByIds([...new Set(rows.map((row) => row.user_id))]);
  const userById = new Map(users.map((user) => [user.id, user]));
  return rows.flatMap((row) => {
    const user = userById.get(row.user_id);
    return user === undefined ? [] : [{ messageId: row.message_id, user }];
  });
}

function named({ user }: Mentioned): MessageResource['mentions'][number] {
  return { id: user.id, displayName: user.shownName };
}

function chatChangeOf(deliveries: readonly DeliveryRow[]): ChatChange | null {
  const newest = deliveries.findLast(({ kind }) => kind !== 'MESSAGE');
  if (newest === undefined) return null;
  const kind = newest.kind === 'MESSAGE_EDIT' ? 'EDIT' : 'DELETE';
  return { kind, state: newest.state, reason: newest.reason, detail: newest.detail };
}

/** The newest sending, edit and deletion of each message, in their order. */
const deliveriesOf = gathering<readonly string[], DeliveryRow[]>(async (trx, lists) => {
  const { rows } = await trx.raw<{ rows: DeliveryRow[] }>(
    `select message_id, kind, state, reason, detail from (
       select distinct on (message_id, kind) message_id, kind, state, reason, detail, seq
       from deliveries
       where message_id = any(?) and kind in ('MESSAGE', 'MESSAGE_EDIT', 'MESSAGE_DELETE')
       order by message_id, kind, seq desc
     ) newest order by seq`,
    [lists.flat()],
  );
  return lists.map((ids) => rows.filter((row) => ids.includes(row.message_id)));
});
