import { AppError } from '@tikethet/shared/errors';
import { LIMITS } from '@tikethet/shared/tickets';
import { newFileKey } from '../../storage/fileKey';
import { requirePerson, type Ctx } from '../context';

/** An upload in parts, under the name its writer gave it. */
export interface UploadRow {
  user_id: string;
  key: string;
  file_name: string;
  /** Bytes; Postgres gives them as text. */
  size: string;
  attachment_id: string | null;
}

/** Where an upload stands: bytes that are here for good, and what it has become. */
export interface UploadState {
  received: number;
  attachmentId: string | null;
}

/** Uploads in parts that a person may have under way. */
const MOST_OPEN = 100;
/** Seconds. */
const RETRY_AFTER = 600;

/** Where an upload stands; one that nobody knows has nothing yet. */
export async function uploadState(ctx: Ctx, key: string): Promise<UploadState> {
  const { id: userId } = requirePerson(ctx);
  const row = await ctx.trx<UploadRow>('uploads').where({ user_id: userId, key }).first();
  if (row === undefined) return { received: 0, attachmentId: null };
  if (row.attachment_id !== null) {
    return { received: Number(row.size), attachmentId: row.attachment_id };
  }
  const parts = await ctx
    .trx('upload_parts')
    .where({ user_id: userId, key, ready: true })
    .sum<{ sum: string | null }[]>({ sum: 'size' });
  return { received: Number(parts[0]?.sum ?? 0), attachmentId: null };
}

/**
 * Makes room for a part that is about to be stored. Its row comes first, so that no stored file is
 * nobody's.
 * @returns the key to store it under, and that of an earlier try, to be removed
 * @throws AppError `conflict` with `received` when another part is due, `file_too_large`,
 * `idempotency_mismatch` when the name stands for another file, `rate_limited`
 */
export async function openPart(
  ctx: Ctx,
  input: { key: string; fileName: string; size: number; offset: number; bytes: number },
): Promise<{ storageKey: string; replaced: string | null }> {
  const { id: userId } = requirePerson(ctx);
  const { key, fileName, size, offset, bytes } = input;
  if (size > LIMITS.fileBytes) throw new AppError('file_too_large', { limit: LIMITS.fileBytes });
  const own = { user_id: userId, key };
  if (offset === 0) await openUpload(ctx, own, fileName, size);
  const upload = await ctx.trx<UploadRow>('uploads').where(own).forUpdate().first();
  const { received, attachmentId } = await uploadState(ctx, key);
  if (upload === undefined || attachmentId !== null || offset !== received) {
    throw new AppError('conflict', { field: 'offset', received });
  }
  if (upload.file_name !== fileName || Number(upload.size) !== size) {
    throw new AppError('idempotency_mismatch', { key });
  }
  if (offset + bytes > size) {
    throw new AppError('validation_failed', { issues: [{ path: 'size', message: 'is exceeded' }] });
  }
  const earlier = await ctx
    .trx('upload_parts')
    .where({ ...own, position: offset })
    .delete()
    .returning<{ storage_key: string }[]>('storage_key');
  const storageKey = newFileKey();
  await ctx
    .trx('upload_parts')
    .insert({ ...own, position: offset, size: bytes, storage_key: storageKey });
  return { storageKey, replaced: earlier[0]?.storage_key ?? null };
}

async function openUpload(
  ctx: Ctx,
  own: { user_id: string; key: string },
  fileName: string,
  size: number,
): Promise<void> {
  const open = await ctx
    .trx('uploads')
    .where({ user_id: own.user_id })
    .whereNull('attachment_id')
    .whereNot('key', own.key)
    .limit(MOST_OPEN)
    .select('key');
  if (open.length >= MOST_OPEN) {
    throw new AppError('rate_limited', { limit: 'unusedUploads', retryAfter: RETRY_AFTER });
  }
  await ctx
    .trx('uploads')
    .insert({ ...own, file_name: fileName, size, created_at: ctx.now })
    .onConflict()
    .ignore();
}

/** A part is stored. @returns false when another try of the same part has taken its place */
export async function closePart(ctx: Ctx, storageKey: string, key: string): Promise<boolean> {
  const { id: userId } = requirePerson(ctx);
  const changed = await ctx
    .trx('upload_parts')
    .where({ user_id: userId, key, storage_key: storageKey })
    .update({ ready: true });
  return changed === 1;
}

/** The stored parts of an upload, in order. */
export async function partKeys(ctx: Ctx, key: string): Promise<string[]> {
  const { id: userId } = requirePerson(ctx);
  const rows = await ctx
    .trx('upload_parts')
    .where({ user_id: userId, key, ready: true })
    .orderBy('position')
    .select<{ storage_key: string }[]>('storage_key');
  return rows.map((row) => row.storage_key);
}
