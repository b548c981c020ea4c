import { mediaOf, photoSizes, storeFile } from '../state/files';
import type { FileKind, StoredFile } from '../types';
import type { World } from '../world';
import { badRequest } from './apiError';
import type { MessageContent } from './compose';
import type { Params } from './params';

const mimeByExtension: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/csv',
  zip: 'application/zip',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const defaultMime: Partial<Record<FileKind, string>> = {
  voice: 'audio/ogg',
  video: 'video/mp4',
  animation: 'video/mp4',
  video_note: 'video/mp4',
  audio: 'audio/mpeg',
};

/** MIME type as Telegram would name it: by the file's extension, else by its kind. */
export function guessMime(name: string, kind: FileKind): string | undefined {
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return mimeByExtension[extension] ?? defaultMime[kind];
}

/**
 * The file of a call: an upload under its own name, `attach://<name>`, or the id of a known file.
 * Addresses are refused, the sandbox never leaves the machine.
 */
export function readInputFile(
  world: World,
  params: Params,
  reference: string | undefined,
  kind: FileKind,
  more: { duration?: number; width?: number; height?: number } = {},
): StoredFile {
  const upload =
    reference === undefined || reference === ''
      ? params.uploads.get(kind)
      : params.uploads.get(reference.replace(/^attach:\/\//, ''));
  if (upload !== undefined)
    return storeFile(world.store, {
      body: upload.body,
      kind,
      name: kind === 'photo' ? undefined : upload.name || undefined,
      mime: kind === 'photo' ? undefined : guessMime(upload.name, kind),
      ...more,
    });
  if (reference === undefined || reference === '')
    throw badRequest(`there is no ${kind.replace('_', ' ')} in the request`);
  const known = world.store.files.get(reference);
  if (known === undefined) {
    if (/^https?:\/\//i.test(reference)) throw badRequest('failed to get HTTP URL content');
    throw badRequest('wrong file identifier/HTTP URL specified');
  }
  if (known.kind !== kind && !(kind === 'document' && known.kind !== 'photo'))
    throw badRequest(`can't use file of type ${title(known.kind)} as ${title(kind)}`);
  return known;
}

/** The message content that shows `file`. */
export function fileContent(world: World, file: StoredFile): MessageContent {
  if (file.kind === 'photo') return { photo: photoSizes(world.store, file) };
  if (file.kind === 'sticker')
    return {
      sticker: mediaOf(file, { type: 'regular', is_animated: false, is_video: false, emoji: '🙂' }),
    };
  return { [file.kind]: mediaOf(file) };
}

function title(kind: FileKind): string {
  return kind.replace(/(^|_)(\w)/g, (_all, _gap, letter: string) => letter.toUpperCase());
}
