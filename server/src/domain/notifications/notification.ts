import type { Notification } from '@tikethet/shared/contracts';
import type { NotificationKind } from '@tikethet/shared/notices';
import { TICKET_STATUSES } from '@tikethet/shared/tickets';
import type { Knex } from 'knex';
import { z } from 'zod';
import { preview } from '../conversations/preview';

/** What a notification knows beside its ticket and message. */
export const notificationData = z.object({
  personName: z.string().nullable().default(null),
  status: z.enum(TICKET_STATUSES).nullable().default(null),
  /** Of NEWS; the texts of messages are read from the messages, so that edits and deletions show. */
  text: z.string().default(''),
  count: z.number().int().default(1),
});
export type NotificationData = z.output<typeof notificationData>;

export interface NotificationRow {
  id: string;
  kind: NotificationKind;
  data: unknown;
  created_at: Date;
  read_at: Date | null;
  ticket_id: string | null;
  number: number | null;
  title: string | null;
  /** null: no message, or it was deleted. */
  content: string | null;
}

/** Notifications with what they are shown with; those of deleted tickets are gone with them. */
export function notificationRows(trx: Knex): Knex.QueryBuilder<object, NotificationRow[]> {
  return trx('notifications')
    .leftJoin('tickets', 'tickets.id', 'notifications.ticket_id')
    .leftJoin('messages', (join) =>
      join
        .on('messages.id', 'notifications.message_id')
        .andOnNull('messages.deleted_at')
        // Notes are shown to those whom they address, and to nobody else.
        .andOn((shown) =>
          shown
            .onVal('messages.internal', false)
            .orOnVal('notifications.kind', 'MENTIONED' satisfies NotificationKind),
        ),
    )
    .whereNull('tickets.deleted_at')
    .select({
      id: 'notifications.id',
      kind: 'notifications.kind',
      data: 'notifications.data',
      created_at: 'notifications.created_at',
      read_at: 'notifications.read_at',
      ticket_id: 'notifications.ticket_id',
      number: 'tickets.number',
      title: 'tickets.title',
      content: 'messages.content',
    }) as Knex.QueryBuilder<object, NotificationRow[]>;
}

/** A notification as the API shows it. */
export function presentNotification(row: NotificationRow): Notification {
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
    status: data.status,
    text: row.content === null ? data.text : preview(row.content),
    count: data.count,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  };
}

/** A badge says no more than this. */
const MOST_COUNTED = 1_000;

/** How many notifications a person has not read. */
export async function countUnread(trx: Knex, userId: string): Promise<number> {
  const result = await trx.raw<{ rows: { unread: number }[] }>(
    `select count(*)::int as unread from (
       select 1 from notifications where user_id = ? and read_at is null limit ${MOST_COUNTED}
     ) as newest`,
    [userId],
  );
  return result.rows[0]?.unread ?? 0;
}
