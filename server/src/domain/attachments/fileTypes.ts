import type { Attachment } from './attachment';

/** A type that people may upload. */
export interface FileType {
  contentType: string;
  kind: Attachment['kind'];
  /** Without dots; the first is given to a name that has none. */
  extensions: readonly [string, ...string[]];
}

const type = (
  kind: Attachment['kind'],
  contentType: string,
  ...extensions: [string, ...string[]]
): FileType => ({ kind, contentType, extensions });

export const FILE_TYPES = {
  jpeg: type('IMAGE', 'image/jpeg', 'jpg', 'jpeg'),
  png: type('IMAGE', 'image/png', 'png'),
  gif: type('IMAGE', 'image/gif', 'gif'),
  webp: type('IMAGE', 'image/webp', 'webp'),
  heic: type('IMAGE', 'image/heic', 'heic', 'heif'),
  ogg: type('AUDIO', 'audio/ogg', 'ogg', 'oga', 'opus'),
  mp3: type('AUDIO', 'audio/mpeg', 'mp3'),
  mp4: type('VIDEO', 'video/mp4', 'mp4'),
  webm: type('VIDEO', 'video/webm', 'webm'),
  pdf: type('FILE', 'application/pdf', 'pdf'),
  txt: type('FILE', 'text/plain', 'txt'),
  csv: type('FILE', 'text/csv', 'csv'),
  doc: type('FILE', 'application/msword', 'doc'),
  docx: type(
    'FILE',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'docx',
  ),
  xls: type('FILE', 'application/vnd.ms-excel', 'xls'),
  xlsx: type('FILE', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'),
  zip: type('FILE', 'application/zip', 'zip'),
  rar: type('FILE', 'application/x-rar-compressed', 'rar'),
} as const satisfies Record<string, FileType>;
export type FileTypeName = keyof typeof FILE_TYPES;

/** What `file-type` calls them. */
export const BY_MAGIC: Readonly<Record<string, FileTypeName>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/heic-sequence': 'heic',
  'image/heif-sequence': 'heic',
  'audio/ogg': 'ogg',
  'audio/ogg; codecs=opus': 'ogg',
  'audio/mpeg': 'mp3',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'application/pdf': 'pdf',
  [FILE_TYPES.docx.contentType]: 'docx',
  [FILE_TYPES.xlsx.contentType]: 'xlsx',
  'application/zip': 'zip',
  'application/x-rar-compressed': 'rar',
};

/** Shown or played where they are opened; everything else is only ever downloaded. */
const INLINE: ReadonlySet<string> = new Set(
  (['jpeg', 'png', 'gif', 'webp', 'ogg', 'mp3', 'mp4', 'webm'] as const).map(
    (name) => FILE_TYPES[name].contentType,
  ),
);

export function isShownInline(contentType: string): boolean {
  return INLINE.has(contentType);
}

/** Bytes at the start of a file that {@link startsLikeImage} looks at. */
export const HEAD_BYTES = 16;

/** Whether a file's first bytes are those of an image: it decides about the limit while it arrives. */
export function startsLikeImage(head: Buffer): boolean {
  const ascii = head.toString('latin1');
  return (
    ascii.startsWith('\xff\xd8\xff') ||
    ascii.startsWith('\x89PNG') ||
    ascii.startsWith('GIF8') ||
    (ascii.startsWith('RIFF') && ascii.startsWith('WEBP', 8)) ||
    (ascii.startsWith('ftyp', 4) && /^(hei|hev|mif1|msf1)/.test(ascii.slice(8)))
  );
}
