import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '../../storage/fileStore';
import { requirePerson, type Ctx } from '../context';
import { Attachment } from './attachment';
import { createUpload } from './createUpload';
import type { UploadRow } from './parts';
import type { StoredFile } from './receiveFile';

/** Writes stored parts one behind the other. @returns a staged path that the caller owns */
export async function stageParts(store: FileStore, keys: readonly string[]): Promise<string> {
  const path = await store.stage();
  try {
    async function* bytes(): AsyncGenerator<Buffer> {
      for (const key of keys) {
        for await (const chunk of store.read(key)) yield chunk as Buffer;
      }
    }
    await pipeline(bytes(), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return path;
  } catch (error) {
    await store.discard(path);
    throw error;
  }
}

/**
 * Makes one attachment of an upload whose parts are all here, once however often it is asked for.
 * @returns the attachment, whether it is of this file, and the stored parts that nobody needs now
 */
export async function finishUpload(
  ctx: Ctx,
  key: string,
  file: StoredFile,
): Promise<{ attachment: Attachment; isNew: boolean; spent: string[] }> {
  const own = { user_id: requirePerson(ctx).id, key };
  const upload = await ctx.trx<UploadRow>('uploads').where(own).forUpdate().first();
  const known = upload?.attachment_id ?? null;
  if (known !== null) {
    const attachment = await Attachment.query(ctx.trx).findById(known).throwIfNotFound();
    return { attachment, isNew: false, spent: [] };
  }
  const attachment = await createUpload(ctx, file);
  await ctx.trx('uploads').where(own).update({ attachment_id: attachment.id });
  const spent = await ctx
    .trx('upload_parts')
    .where(own)
    .delete()
    .returning<{ storage_key: string }[]>('storage_key');
  return { attachment, isNew: true, spent: spent.map((row) => row.storage_key) };
}
