import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Result } from '../../bridge';
import { fail, failure, ok } from '../../ipc/result';
import { savablePath } from './attachmentPath';
import type { DeskFiles } from '../../sync/deskFiles';

/** Milliseconds for one download. */
const TIME_LIMIT = 15 * 60_000;

/** A name that every file system takes and that stays in its folder. */
export function safeFileName(name: string): string {
  const cleaned = basename(name.replaceAll('\\', '/'))
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069<>:"|?*]/g, '_')
    .replace(/^\.+|[. ]+$/g, '')
    .slice(-150);
  return cleaned === '' ? 'file' : cleaned;
}

/**
 * Lets the person choose a place and streams an attachment there. The file appears under its name
 * only when it is whole. Closing the dialog is a success that saved nothing.
 * @param choosePath shows the system's dialog; null when the person closed it
 */
export async function saveFile(
  files: DeskFiles,
  choosePath: (suggestion: string) => Promise<string | null>,
  attachment: { url: string; fileName: string },
): Promise<Result<null>> {
  const source = savablePath(attachment.url);
  if (source === null) return fail('invalid_ipc', 0, { path: 'url' });
  const target = await choosePath(safeFileName(attachment.fileName));
  if (target === null) return ok(null);
  const draft = `${target}.part`;
  try {
    const limit = AbortSignal.timeout(TIME_LIMIT);
    const response = await files.get(source, {}, limit);
    if (!response.ok || response.body === null) {
      return fail(response.status === 404 ? 'not_found' : 'unavailable', response.status);
    }
    await pipeline(Readable.fromWeb(response.body as never), createWriteStream(draft), {
      signal: limit,
    });
    await rename(draft, target);
    return ok(null);
  } catch (error) {
    await rm(draft, { force: true });
    // An error with a path is the disk's; what else breaks a download is the connection.
    if (error instanceof Error && 'path' in error) return fail('internal', 0, { reason: 'disk' });
    const failed = failure(error);
    return failed.error.code === 'internal' ? fail('network') : failed;
  }
}
