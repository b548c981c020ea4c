import type {
  Attachment as AttachmentResource,
  MessageKind,
  Notification,
} from '@tikethet/shared/contracts';
import type { NotificationKind } from '@tikethet/shared/notices';
import type { Viewer } from '@tikethet/shared/permissions';
import { TICKET_STATUSES } from '@tikethet/shared/tickets';
import type { Knex } from 'knex';
import { z } from 'zod';
import { Attachment, presentAttachment } from '../attachments/attachment';
import { preview } from '../conversations/preview';
import { avatarUrlOf } from '../people/user';
import { ticketScope } from '../tickets/policy';

/** What a notification knows beside its ticket and message. */
export const notificationData = z.object({
  personName: z.string().nullable().default(null),
  /** Of what staff are told. */
  personId: z.uuid().nullable().default(null),
  status: z.enum(TICKET_STATUSES).nullable().default(null),
  /** Of NEWS; the texts of messages are read from the messages, so that edits and deletions show. */
  text: z.string().default(''),
  count: z.number().int().default(1),
});
export type NotificationData = z.output<typeof notificationData>;

export interface NotificationRow {
  id: string;
  user_id: string;
  kind: NotificationKind;
  data: unknown;
  created_at: Date;
  read_at: Date | null;
  ticket_id: string | null;
  number: number | null;
  title: string | null;
  /** These three are null without a message, and when it was deleted. */
  message_id: string | null;
  message_kind: MessageKind | null;
  content: string | null;
  /** Null without a person, and without a picture of theirs. */
  avatar_key: string | null;
}

/**
 * Notifications with what they are shown with; those of deleted tickets are gone with them. Of a
 * note only whom it mentions is told.
 */
export function notificationRows(trx: Knex): Knex.QueryBuilder<object, NotificationRow[]> {
  return trx('notifications')
    .leftJoin('tickets', 'tickets.id', 'notifications.ticket_id')
    .leftJoin('messages', (join) =>
      join
        .on('messages.id', 'notifications.message_id')
        .andOnNull('messages.deleted_at')
        .andOn(trx.raw(`(not messages.internal or notifications.kind = 'MENTIONED')`)),
    )
    .leftJoin('users as person', 'person.id', trx.raw(`(notifications.data ->> 'personId')::uuid`))
    .whereNull('tickets.deleted_at')
    .select({
      id: 'notifications.id',
      user_id: 'notifications.user_id',
      kind: 'notifications.kind',
      data: 'notifications.data',
      created_at: 'notifications.created_at',
      read_at: 'notifications.read_at',
      ticket_id: 'notifications.ticket_id',
      number: 'tickets.number',
      title: 'tickets.title',
      message_id: 'messages.id',
      message_kind: 'messages.kind',
      content: 'messages.content',
      avatar_key: 'person.avatar_key',
    }) as Knex.QueryBuilder<object, NotificationRow[]>;
}

/** Leaves out what is about tickets that the reader may not see (any more). */
export function onlyInSight(
  query: Knex.QueryBuilder<object, NotificationRow[]>,
  viewer: Viewer,
): void {
  const { sql, bindings } = ticketScope(viewer);
  query.whereRaw(`(notifications.ticket_id is null or ${sql})`, bindings);
}

/** Notifications as the API shows them, in their order. */
export async function presentNotifications(
  trx: Knex,
  rows: readonly NotificationRow[],
): Promise<Notification[]> {
  const files = await firstFiles(
    trx,
    rows.flatMap((row) => row.message_id ?? []),
  );
  return rows.map((row) => present(row, files));
}

function present(
  row: NotificationRow,
  files: ReadonlyMap<string, AttachmentResource>,
): Notification {
  const data = notificationData.parse(row.data);
  const { ticket_id: ticketId, number, title } = row;
  return {
    id: row.id,
    kind: row.kind,
    ticket:
      ticketId === null || number === null || title === null
        ? null
        : { id: ticketId, number, title },
    personName: data.personName,
    personId: data.personId,
    avatarUrl:
      data.personId === null ? null : avatarUrlOf({ id: data.personId, avatarKey: row.avatar_key }),
    status: data.status,
    messageId: row.message_id,
    messageKind: row.message_kind,
    attachment: files.get(row.message_id ?? '') ?? null,
    text: row.content === null ? data.text : preview(row.content),
    count: data.count,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  };
}

/** The first file of each message that has any. */
async function firstFiles(
  trx: Knex,
  messageIds: readonly string[],
): Promise<Map<string, AttachmentResource>> {
  if (messageIds.length === 0) return new Map();
  const files = await Attachment.query(trx)
    .distinctOn('messageId')
    .whereIn('messageId', [...new Set(messageIds)])
    .orderBy(['messageId', 'ordinal']);
  return new Map(
    files.flatMap((file) =>
      file.messageId === null ? [] : [[file.messageId, presentAttachment(file)] as const],
    ),
  );
}

/** A badge says no more than this. */
const MOST_COUNTED = 1_000;

/** How many notifications each of these people has not read. */
export async function countUnreadOf(
  trx: Knex,
  userIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await trx.raw<{ rows: { user_id: string; unread: number }[] }>(
    `select user_id, least(count(*), ${MOST_COUNTED})::int as unread
     from notifications where user_id = any(?) and read_at is null group by user_id`,
    [[...userIds]],
  );
  return new Map(rows.map((row) => [row.user_id, row.unread]));
}

/** How many notifications a person has not read. */
export async function countUnread(trx: Knex, userId: string): Promise<number> {
  return (await countUnreadOf(trx, [userId])).get(userId) ?? 0;
}
