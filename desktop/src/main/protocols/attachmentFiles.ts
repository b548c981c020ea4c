import { join } from 'node:path';
import { FILE_ORIGIN } from '../../ipc/channels';
import type { DeskFiles } from '../../sync/deskFiles';
import { attachmentPath } from '../files/attachmentPath';
import { readPicture } from '../files/pictures';
import { keptPicture, waitingPicture } from '../files/storedPicture';

/** What of the desk's answer the renderer gets to see. */
const PASSED = [
  'content-type',
  'content-length',
  'content-range',
  'accept-ranges',
  'content-disposition',
  'etag',
  'last-modified',
];
const ASKED = ['range', 'if-range', 'if-none-match', 'if-modified-since'];

function pick(headers: Headers, names: readonly string[]): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = headers.get(name);
    if (value !== null) picked[name] = value;
  }
  return picked;
}

/** Nothing that comes from a customer may run, whatever type it claims to have. */
const LOCKED = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, max-age=300',
};

/**
 * Serves attachments to the renderer, streaming, with ranges for audio and video. Pictures that are
 * not sent yet come from the person's store, and so do thumbnails that are kept there: at once, and
 * without a network.
 * @param store the folder of the person who is signed in
 */
export function attachmentFiles(
  files: DeskFiles,
  store: () => string | null,
): (request: Request) => Promise<Response> {
  async function stored(place: string | null): Promise<Response | null> {
    const folder = store();
    const picture =
      folder === null || place === null ? null : await readPicture(join(folder, place));
    if (picture === null) return null;
    return new Response(picture.bytes, { headers: { 'content-type': picture.type, ...LOCKED } });
  }

  return async (request) => {
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    if (!request.url.startsWith(`${FILE_ORIGIN}/`)) return new Response(null, { status: 404 });
    const address = request.url.slice(FILE_ORIGIN.length);
    const waiting = waitingPicture(address);
    if (waiting !== null) return (await stored(waiting)) ?? new Response(null, { status: 404 });
    const path = attachmentPath(address);
    if (path === null) return new Response(null, { status: 404 });
    const kept = await stored(keptPicture(path));
    if (kept !== null) return kept;
    try {
      const response = await files.get(path, pick(request.headers, ASKED), request.signal);
      const headers = { ...pick(response.headers, PASSED), ...LOCKED };
      return new Response(response.body, { status: response.status, headers });
    } catch {
      return new Response(null, { status: 502 });
    }
  };
}
