import { FILE_ORIGIN } from '../../ipc/channels';
import { attachmentPath } from '../files/attachmentPath';
import type { DeskFiles } from '../files/deskFiles';
import { readWaitingPicture, waitingFileId } from '../files/waitingFile';

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
 * Serves attachments to the renderer, streaming, with ranges for audio and video; pictures that are
 * not sent yet come from the person's store.
 * @param store the folder of the person who is signed in
 */
export function attachmentFiles(
  files: DeskFiles,
  store: () => string | null,
): (request: Request) => Promise<Response> {
  async function waiting(id: string): Promise<Response> {
    const folder = store();
    const picture = folder === null ? null : await readWaitingPicture(folder, id);
    if (picture === null) return new Response(null, { status: 404 });
    return new Response(picture.bytes, { headers: { 'content-type': picture.type, ...LOCKED } });
  }

  return async (request) => {
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    const prefix = `${FILE_ORIGIN}/`;
    const id = request.url.startsWith(prefix)
      ? waitingFileId(request.url.slice(FILE_ORIGIN.length))
      : null;
    if (id !== null) return waiting(id);
    const path = request.url.startsWith(prefix)
      ? attachmentPath(request.url.slice(FILE_ORIGIN.length))
      : null;
    if (path === null) return new Response(null, { status: 404 });
    try {
      const response = await files.get(path, pick(request.headers, ASKED), request.signal);
      const headers = { ...pick(response.headers, PASSED), ...LOCKED };
      return new Response(response.body, { status: response.status, headers });
    } catch {
      return new Response(null, { status: 502 });
    }
  };
}
