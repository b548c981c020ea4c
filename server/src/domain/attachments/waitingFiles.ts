import type { Knex } from 'knex';
import { User } from '../people/user';
import { Attachment } from './attachment';

/** A file that Telegram still has and the desk has not. */
export interface WaitingFile {
  attachmentId: string;
  telegramFileId: string;
  fileName: string;
  uploader: User | null;
  since: Date;
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
  return rows.flatMap((row) => {
    if (row.telegramFileId === null) return [];
    return {
      attachmentId: row.id,
      telegramFileId: row.telegramFileId,
      fileName: row.fileName,
      uploader: users.find((user) => user.id === row.uploaderId) ?? null,
      since: row.createdAt,
    };
  });
}
