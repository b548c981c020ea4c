import { pipeline } from 'node:stream/promises';
import { AppError } from '@tikethet/shared/errors';
import type { Request, Response } from 'express';
import type { FileStore } from '../../storage/fileStore';
import { parseRange } from './byteRange';
import { contentDisposition } from './contentDisposition';

export interface StoredContent {
  /** null: not here (yet). */
  key: string | null;
  contentType: string;
  fileName: string;
  /** false: browsers save it instead of showing it. */
  inline: boolean;
}

/**
 * Answers with a stored file or the part that was asked for. Whatever it contains, a browser runs
 * nothing of it: no guessing of its type, no script, no frame.
 * @throws AppError `not_found`
 */
export async function sendStored(
  request: Request,
  response: Response,
  store: FileStore,
  { key, contentType, fileName, inline }: StoredContent,
): Promise<void> {
  const size = key === null ? null : await store.size(key);
  if (key === null || size === null) throw new AppError('not_found', { resource: 'file' });
  // A stored file never changes, so the beginning of its key stands for its content.
  const tag = `"${key.slice(0, 16)}"`;
  response.set({
    'Content-Type': contentType,
    'Content-Disposition': contentDisposition(inline ? 'inline' : 'attachment', fileName),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, max-age=31536000, immutable',
    'Accept-Ranges': 'bytes',
    ETag: tag,
  });
  if (request.header('if-none-match') === tag) {
    response.status(304).end();
    return;
  }
  const ifRange = request.header('if-range');
  const range = parseRange(
    ifRange === undefined || ifRange === tag ? request.header('range') : undefined,
    size,
  );
  if (range === 'unsatisfiable') {
    response.status(416).set('Content-Range', `bytes */${size}`).removeHeader('Content-Type');
    response.end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  if (range !== null) response.status(206).set('Content-Range', `bytes ${start}-${end}/${size}`);
  response.set('Content-Length', String(end - start + 1));
  if (request.method === 'HEAD' || size === 0) {
    response.end();
    return;
  }
  await pipeline(store.read(key, { start, end }), response).catch((error: unknown) => {
    // The reader went away: nobody is left to be told.
    if (!response.destroyed && !response.headersSent) throw error;
  });
}
