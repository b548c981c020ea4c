import type { Message as MessageResource } from '@tikethet/shared/contracts';
import { STAFF_NOTIFICATIONS } from '@tikethet/shared/notices';
import type { Knex } from 'knex';
import { Category } from '../categories/category';
import { presentMessages } from '../conversations/presentMessages';
import { Message } from '../conversations/message';
import { notificationRows, presentNotifications } from '../notifications/notification';
import { preferencesOf } from '../people/preferences';
import { User } from '../people/user';
import { Ticket } from '../tickets/ticket';

/** Rows in memory at once, whatever a person has written in all. */
const TICKETS_AT_ONCE = 50;
const MESSAGES_AT_ONCE = 200;
/** As many as are kept of one person. */
const NOTIFICATIONS = 500;
const SESSIONS = 200;

export interface ExportOptions {
  now: Date;
  /** The full address of a file that the person may fetch for some minutes. */
  linkTo: (path: string) => string;
}

/**
 * Everything the desk keeps about a person, as pieces of one JSON document: what they could see
 * themselves, so neither notes of staff nor what was deleted. Reads as it is consumed.
 */
export async function* exportMyData(
  db: Knex,
  userId: string,
  options: ExportOptions,
): AsyncGenerator<string> {
  const user = await User.query(db).findById(userId).throwIfNotFound();
  const head = {
    format: 'tikethet-export-1',
    generatedAt: options.now.toISOString(),
    profile: profileOf(user),
    sessions: await sessionsOf(db, userId),
    notifications: await presentNotifications(
      db,
      await notificationRows(db)
        .where('notifications.user_id', userId)
        .whereNotIn('notifications.kind', [...STAFF_NOTIFICATIONS])
        .orderBy('notifications.created_at', 'desc')
        .limit(NOTIFICATIONS),
    ),
  };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "tickets": [`;
  const categories = await Category.query(db).select('id', 'name');
  const nameOf = new Map(categories.map(({ id, name }) => [id, name]));
  let after = 0;
  for (let first = true; ;) {
    const tickets = await Ticket.query(db)
      .where({ customerId: userId })
      .whereNull('deletedAt')
      .where('number', '>', after)
      .orderBy('number')
      .limit(TICKETS_AT_ONCE);
    for (const ticket of tickets) {
      const category = nameOf.get(ticket.categoryId) ?? null;
      const text = JSON.stringify(ticketOf(ticket, category), null, 2).slice(0, -2);
      yield `${first ? '' : ','}\n${text},\n  "messages": [`;
      yield* messagesOf(db, ticket.id, options);
      yield ']}';
      first = false;
    }
    after = tickets.at(-1)?.number ?? after;
    if (tickets.length < TICKETS_AT_ONCE) break;
  }
  yield '\n]}\n';
}

async function* messagesOf(
  db: Knex,
  ticketId: string,
  options: ExportOptions,
): AsyncGenerator<string> {
  let after = 0;
  for (let first = true; ;) {
    const messages = await Message.query(db)
      .where({ ticketId, internal: false })
      .whereNull('deletedAt')
      .where('position', '>', after)
      .orderBy('position')
      .limit(MESSAGES_AT_ONCE);
    for (const message of await presentMessages(db, messages, 'customer')) {
      yield `${first ? '' : ','}\n${JSON.stringify(messageOf(message, options))}`;
      first = false;
    }
    after = messages.at(-1)?.position ?? after;
    if (messages.length < MESSAGES_AT_ONCE) return;
  }
}

function profileOf(user: User): object {
  return {
    id: user.id,
    telegramId: user.telegramId === null ? null : String(user.telegramId),
    firstName: user.firstName,
    lastName: user.lastName,
    username: user.username,
    shownName: user.shownName,
    language: user.language,
    role: user.role,
    preferences: preferencesOf(user),
    createdAt: user.createdAt,
    lastSeenAt: user.lastSeenAt,
    botStartedAt: user.botStartedAt,
  };
}

async function sessionsOf(db: Knex, userId: string): Promise<object[]> {
  const rows: SessionRow[] = await db('sessions')
    .where({ user_id: userId })
    .orderBy('last_used_at', 'desc')
    .limit(SESSIONS)
    .select('kind', 'device_name', 'ip', 'created_at', 'last_used_at', 'revoked_at');
  return rows.map((row) => ({
    kind: row.kind,
    device: row.device_name,
    address: row.ip,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    endedAt: row.revoked_at,
  }));
}

interface SessionRow {
  kind: string;
  device_name: string;
  ip: string;
  created_at: Date;
  last_used_at: Date;
  revoked_at: Date | null;
}

function ticketOf(ticket: Ticket, category: string | null): object {
  return {
    number: ticket.number,
    title: ticket.title,
    category,
    status: ticket.status,
    priority: ticket.priority,
    channel: ticket.channel,
    rating: ticket.rating,
    ratingComment: ticket.ratingComment,
    createdAt: ticket.createdAt,
    updatedAt: ticket.updatedAt,
    resolvedAt: ticket.resolvedAt,
    closedAt: ticket.closedAt,
  };
}

function messageOf(message: MessageResource, { linkTo }: ExportOptions): object {
  return {
    at: message.createdAt,
    from: message.author.side === 'CUSTOMER' ? 'you' : message.author.displayName,
    kind: message.kind,
    text: message.content,
    ...(message.extra !== null && { extra: message.extra }),
    ...(message.editedAt !== null && { editedAt: message.editedAt }),
    ...(message.attachments.length > 0 && {
      files: message.attachments.map((file) => ({
        name: file.fileName,
        size: file.size,
        type: file.contentType,
        link: file.state === 'READY' ? linkTo(file.url) : null,
      })),
    }),
  };
}
