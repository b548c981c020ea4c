import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@tikethet/shared/errors';
import { LIMITS } from '@tikethet/shared/tickets';
import { newFileKey } from '../../storage/fileKey';
import type { FileStore } from '../../storage/fileStore';
import type { Attachment } from './attachment';
import { recognizeType, requireAllowedType } from './detectType';
import { cleanFileName, extensionOf } from './fileName';
import { FILE_TYPES, type FileType } from './fileTypes';
import { sanitizeImage, writeThumbnail, type ImageTypeName } from './images/sanitizeImage';

/** A file in the store, ready to become or complete an attachment. */
export type StoredFile = Pick<
  Attachment,
  'fileName' | 'size' | 'contentType' | 'kind' | 'width' | 'height' | 'thumbnailKey'
> & { storageKey: string; sha256: string };

const UNKNOWN: FileType = {
  kind: 'FILE',
  contentType: 'application/octet-stream',
  extensions: ['bin'],
};

/**
 * Takes in what a person uploaded. The staged file is used up, whatever happens.
 * @param name as the person's program gave it
 * @throws AppError `file_type_not_allowed`, `file_too_large`, `validation_failed` when it is empty
 */
export async function receiveUpload(
  store: FileStore,
  stagedPath: string,
  name: string,
): Promise<StoredFile> {
  try {
    const { size } = await stat(stagedPath);
    if (size === 0) {
      throw new AppError('validation_failed', { issues: [{ path: 'file', message: 'is empty' }] });
    }
    const type = await requireAllowedType(stagedPath, name);
    const limit = type.kind === 'IMAGE' ? LIMITS.imageBytes : LIMITS.fileBytes;
    if (size > limit) throw new AppError('file_too_large', { limit });
    return await keep(store, stagedPath, fittingName(name, type), type);
  } finally {
    await store.discard(stagedPath);
  }
}

/**
 * Takes in what Telegram handed us: every kind of file. What is not a picture, sound or film we
 * know, or is a damaged one, is kept as bytes that are only ever downloaded. The staged file is
 * used up, whatever happens.
 */
export async function receiveFromTelegram(
  store: FileStore,
  stagedPath: string,
  name: string,
): Promise<StoredFile> {
  try {
    const type = await recognizeType(stagedPath, name);
    if (type !== null) {
      try {
        return await keep(store, stagedPath, fittingName(name, type), type);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
    }
    return await keep(store, stagedPath, cleanFileName(name, null), UNKNOWN);
  } finally {
    await store.discard(stagedPath);
  }
}

/** Removes a file that no attachment came of. */
export async function dropStored(store: FileStore, file: StoredFile): Promise<void> {
  await store.remove(file.storageKey);
  if (file.thumbnailKey !== null) await store.remove(file.thumbnailKey);
}

function fittingName(name: string, type: FileType): string {
  const extension = extensionOf(name);
  const fits = extension !== null && type.extensions.includes(extension);
  return cleanFileName(name, fits ? extension : type.extensions[0]);
}

function imageNameOf(type: FileType): ImageTypeName | null {
  const names = ['jpeg', 'png', 'gif', 'webp', 'heic'] as const;
  return names.find((name) => FILE_TYPES[name] === type) ?? null;
}

async function keep(
  store: FileStore,
  stagedPath: string,
  fileName: string,
  type: FileType,
): Promise<StoredFile> {
  const { kind, contentType } = type;
  const image = imageNameOf(type);
  if (image === null) {
    const stored = await putHashed(store, stagedPath);
    return {
      ...stored,
      fileName,
      kind,
      contentType,
      width: null,
      height: null,
      thumbnailKey: null,
    };
  }
  const [clean, small] = [await store.stage(), await store.stage()];
  try {
    const { width, height } = await sanitizeImage(stagedPath, clean, image);
    const thumbnailKey = (await writeThumbnail(clean, small, image)) ? newFileKey() : null;
    const stored = await putHashed(store, clean);
    if (thumbnailKey !== null) await store.put(thumbnailKey, small);
    return { ...stored, fileName, kind, contentType, width, height, thumbnailKey };
  } finally {
    await store.discard(clean);
    await store.discard(small);
  }
}

async function putHashed(
  store: FileStore,
  stagedPath: string,
): Promise<Pick<StoredFile, 'storageKey' | 'sha256' | 'size'>> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(stagedPath), hash);
  const { size } = await stat(stagedPath);
  const storageKey = newFileKey();
  await store.put(storageKey, stagedPath);
  return { storageKey, sha256: hash.digest('hex'), size };
}
