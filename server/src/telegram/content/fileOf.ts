import type { ExpectedFile } from '../../domain/attachments/expectFile';

/** A file as Telegram describes it, of whatever kind. */
export interface TelegramFile {
  file_id: string;
  file_unique_id: string;
  file_size?: number;
  file_name?: string;
  mime_type?: string;
  width?: number;
  height?: number;
}

type Fallback = { kind: ExpectedFile['kind']; name: string; type: string };

/** A file to be fetched, with a name and type where Telegram gives none. */
export function fileOf(file: TelegramFile, fallback: Fallback): ExpectedFile {
  return {
    telegramFileId: file.file_id,
    telegramUniqueId: file.file_unique_id,
    fileName: file.file_name ?? fallback.name,
    size: file.file_size ?? 0,
    contentType: file.mime_type ?? fallback.type,
    kind: fallback.kind,
    ...(file.width === undefined ? {} : { width: file.width }),
    ...(file.height === undefined ? {} : { height: file.height }),
  };
}

/** How deep in an unknown message a file is looked for. */
const DEPTH = 8;

/** The first file inside whatever this is: content of a kind that nobody knew yet may have one. */
export function findFile(value: unknown, depth = DEPTH): TelegramFile | null {
  if (typeof value !== 'object' || value === null || depth === 0) return null;
  // Of several sizes the last is the largest.
  if (Array.isArray(value))
    return value.map((one) => findFile(one, depth - 1)).findLast(Boolean) ?? null;
  if (isFile(value)) return value;
  for (const [name, inside] of Object.entries(value)) {
    if (AROUND.has(name)) continue;
    const found = findFile(inside, depth - 1);
    if (found !== null) return found;
  }
  return null;
}

/** Files of what a message answers, and small pictures of a file, are not its content. */
const AROUND = new Set([
  'from',
  'chat',
  'reply_to_message',
  'external_reply',
  'thumbnail',
  'cover',
]);

function isFile(value: object): value is TelegramFile {
  return (
    'file_id' in value &&
    typeof value.file_id === 'string' &&
    'file_unique_id' in value &&
    typeof value.file_unique_id === 'string'
  );
}
