import { AppError } from '@tikethet/shared/errors';
import { newId } from '../../db/ids';
import { requirePerson, type Ctx } from '../context';
import { Attachment } from './attachment';
import type { StoredFile } from './receiveFile';

/** Uploads that a person may have lying about unused; they are thrown away after a day. */
const MOST_UNUSED = 100;
/** Seconds. */
const RETRY_AFTER = 600;

/**
 * Whether a person may upload one more file. Asked before it is read.
 * @throws AppError `unauthorized`, `rate_limited`
 */
export async function requireUploadRoom(ctx: Ctx): Promise<void> {
  const { id } = requirePerson(ctx);
  const unused = await Attachment.query(ctx.trx)
    .where('uploaderId', id)
    .whereNull('messageId')
    .limit(MOST_UNUSED)
    .resultSize();
  if (unused >= MOST_UNUSED) {
    throw new AppError('rate_limited', { limit: 'unusedUploads', retryAfter: RETRY_AFTER });
  }
}

/** A person's upload, to be named in a ticket or message later. */
export async function createUpload(ctx: Ctx, file: StoredFile): Promise<Attachment> {
  return Attachment.query(ctx.trx).insertAndFetch({
    ...file,
    id: newId(),
    uploaderId: requirePerson(ctx).id,
    state: 'READY',
    createdAt: ctx.now,
  });
}
