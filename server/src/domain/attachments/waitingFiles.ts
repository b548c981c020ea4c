import type { Knex } from 'knex';
import { User } from '../people/user';
import { Attachment } from './attachment';

/** A file that Telegram still has and the desk has not. */
export interface WaitingFile {
  attachmentId: string;
  telegramFileId: string;
  fileName: string;
  /** Bytes, as Telegram said. */
  size: number;
  uploader: User | null;
  /** Number of the uploader's own ticket that it is for; null: it is for somebody else's. */
  ticketNumber: number | null;
  since: Date;
}

/** Numbers of the tickets in which people sent their own files, by attachment. */
async function ticketNumbers(db: Knex, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db('attachments')
    .join('messages', 'messages.id', 'attachments.message_id')
    .join('tickets', 'tickets.id', 'messages.ticket_id')
    .whereIn('attachments.id', [...ids])
    .whereRaw('tickets.customer_id = attachments.uploader_id')
    .select<{ id: string; number: number }[]>('attachments.id', 'tickets.number');
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Files to fetch from Telegram now, the longest waiting first. */
export async function waitingFiles(db: Knex, now: Date, limit: number): Promise<WaitingFile[]> {
  const rows = await Attachment.query(db)
    .where('state', 'FETCHING')
    .whereNotNull('telegramFileId')
    .where((due) => due.whereNull('fetchAfter').orWhere('fetchAfter', '<=', now))
    .orderBy('createdAt')
    .limit(limit);
  const ids = rows.flatMap((row) => row.uploaderId ?? []);
  const users = ids.length === 0 ? [] : await User.query(db).findByIds([...new Set(ids)]);
  const numbers = await ticketNumbers(
    db,
    rows.map((row) => row.id),
  );
  return rows.flatMap((row) => {
    if (row.telegramFileId === null) return [];
    return {
      attachmentId: row.id,
      telegramFileId: row.telegramFileId,
      fileName: row.fileName,
      size: row.size,
      ticketNumber: numbers.get(row.id) ?? null,
      uploader: users.find((user) => user.id === row.uploaderId) ?? null,
      since: row.createdAt,
    };
  });
}
