import { createHash, randomBytes } from 'node:crypto';
import { badRequest } from '../botApi/apiError';
import { readImage } from '../text/imageSize';
import type { FileKind, StoredFile, TgMedia, TgPhotoSize } from '../types';
import type { Store } from './store';

export interface NewFile {
  body: Buffer;
  kind: FileKind;
  name?: string;
  mime?: string;
  duration?: number;
  width?: number;
  height?: number;
}

const maxPhotoBytes = 10 * 1024 * 1024;
/** Longest sides of the smaller sizes that Telegram lists before the full picture. */
const photoSides = [90, 320];

const folders: Record<FileKind, string> = {
  photo: 'photos',
  document: 'documents',
  voice: 'voice',
  video: 'videos',
  audio: 'music',
  video_note: 'video_notes',
  sticker: 'stickers',
  animation: 'animations',
};

const extensions: Partial<Record<FileKind, string>> = {
  voice: 'oga',
  video: 'mp4',
  audio: 'mp3',
  video_note: 'mp4',
  sticker: 'webp',
  animation: 'mp4',
};

/** Stores a body and describes it; photos are checked as Telegram checks them. */
export function storeFile(store: Store, file: NewFile): StoredFile {
  if (file.body.length === 0) throw badRequest('file must be non-empty');
  const image = readImage(file.body);
  if (file.kind === 'photo') checkPhoto(file.body.length, image);
  const serial = randomBytes(6).toString('hex');
  const extension =
    file.kind === 'photo'
      ? (image?.type ?? 'jpg')
      : (/\.([A-Za-z0-9]{1,8})$/.exec(file.name ?? '')?.[1] ?? extensions[file.kind]);
  const stored: StoredFile = {
    fileId: newFileId(file.kind),
    uniqueId: `AQAD${createHash('sha256').update(file.body).digest('base64url').slice(0, 12)}`,
    kind: file.kind,
    path: `${folders[file.kind]}/file_${serial}${extension === undefined ? '' : `.${extension}`}`,
    size: file.body.length,
    name: file.name,
    mime: file.mime,
    width: file.width ?? image?.width,
    height: file.height ?? image?.height,
    duration: file.duration,
  };
  store.bodies.put(stored.path, file.body);
  store.commit({ k: 'file', v: stored });
  return stored;
}

/**
 * The `photo` array: two small sizes and the picture itself. The sandbox does not scale pictures, so
 * all sizes share one body and say its true `file_size`; only their width and height differ.
 */
export function photoSizes(store: Store, full: StoredFile): TgPhotoSize[] {
  const width = full.width ?? 1;
  const height = full.height ?? 1;
  const smaller = photoSides.flatMap((side, index) => {
    if (Math.max(width, height) <= side) return [];
    const factor = side / Math.max(width, height);
    const size: StoredFile = {
      ...full,
      fileId: newFileId('photo'),
      uniqueId: `${full.uniqueId}${index === 0 ? 's' : 'm'}`,
      width: Math.max(1, Math.round(width * factor)),
      height: Math.max(1, Math.round(height * factor)),
    };
    store.commit({ k: 'file', v: size });
    return [size];
  });
  return [...smaller, full].map((size) => ({
    file_id: size.fileId,
    file_unique_id: size.uniqueId,
    file_size: size.size,
    width: size.width ?? width,
    height: size.height ?? height,
  }));
}

/** The media object of a message for everything but photos. */
export function mediaOf(file: StoredFile, more: Partial<TgMedia> = {}): TgMedia {
  const sized = ['video', 'animation', 'sticker'].includes(file.kind);
  const timed = ['video', 'animation', 'voice', 'audio', 'video_note'].includes(file.kind);
  return {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_size: file.size,
    ...(file.name === undefined || file.kind === 'voice' ? {} : { file_name: file.name }),
    ...(file.mime === undefined ? {} : { mime_type: file.mime }),
    ...(timed ? { duration: file.duration ?? 0 } : {}),
    ...(sized ? { width: file.width ?? 512, height: file.height ?? 512 } : {}),
    ...(file.kind === 'video_note' ? { length: file.width ?? 384 } : {}),
    ...more,
  };
}

function checkPhoto(size: number, image: ReturnType<typeof readImage>): void {
  if (size > maxPhotoBytes)
    throw badRequest(
      `file of size ${size} bytes is too big for a photo; the maximum size is ${maxPhotoBytes} bytes`,
    );
  if (image === undefined) throw badRequest('IMAGE_PROCESS_FAILED');
  const { width, height } = image;
  if (width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height))
    throw badRequest('PHOTO_INVALID_DIMENSIONS');
}

function newFileId(kind: FileKind): string {
  const prefix = kind === 'photo' ? 'AgACAgI' : 'BQACAgI';
  return `${prefix}${randomBytes(36).toString('base64url')}`;
}
