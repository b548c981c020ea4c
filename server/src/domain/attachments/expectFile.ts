import { newId } from '../../db/ids';
import { requirePerson, type Ctx } from '../context';
import { Attachment } from './attachment';
import { cleanFileName } from './fileName';

/** What a bot may fetch from Telegram, in bytes. */
export const TELEGRAM_FETCH_LIMIT = 20 * 1024 * 1024;

export interface ExpectedFile {
  telegramFileId: string;
  /** The same for the same file, whoever sends it. */
  telegramUniqueId: string;
  fileName: string;
  /** Bytes, as Telegram said; 0 when it did not. */
  size: number;
  contentType: string;
  kind: Attachment['kind'];
  width?: number;
  height?: number;
}

/**
 * Records a file that somebody sent in Telegram; it is fetched after this transaction. One that
 * Telegram does not give to bots is known as such from the start.
 * @param fetchAfter not before then; null: at once
 */
export async function expectFile(
  ctx: Ctx,
  file: ExpectedFile,
  fetchAfter: Date | null = null,
): Promise<Attachment> {
  return Attachment.query(ctx.trx).insertAndFetch({
    id: newId(),
    uploaderId: requirePerson(ctx).id,
    fileName: cleanFileName(file.fileName, null),
    size: file.size,
    contentType: file.contentType,
    kind: file.kind,
    state: file.size > TELEGRAM_FETCH_LIMIT ? 'TOO_LARGE' : 'FETCHING',
    width: file.width ?? null,
    height: file.height ?? null,
    telegramFileId: file.telegramFileId,
    telegramUniqueId: file.telegramUniqueId,
    fetchAfter,
    createdAt: ctx.now,
  });
}
