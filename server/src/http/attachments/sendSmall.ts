import type { Request, Response } from 'express';
import sharp from 'sharp';
import type { FileStore } from '../../storage/fileStore';
import { sendStored, type StoredContent } from './sendStored';

/** Pixels of the longer side, as the notices of a computer show them. */
const SIDE = 192;
/** Of what we wrote ourselves; anything larger is none of it. */
const MOST_PIXELS = 4_000_000;
/** Seconds. */
const TIMEOUT = 5;

/**
 * Answers with a small picture, which is kept as WebP: as PNG to whoever names PNG and not WebP, as
 * programs do that can show nothing newer beside a notice.
 * @throws AppError `not_found`
 */
export async function sendSmall(
  request: Request,
  response: Response,
  store: FileStore,
  { key, name }: { key: string | null; name: string },
): Promise<void> {
  response.vary('Accept');
  const content: StoredContent = {
    key,
    contentType: 'image/webp',
    fileName: `${name}.webp`,
    inline: true,
  };
  const isHere = key !== null && (await store.size(key)) !== null;
  if (!isHere || request.accepts('image/webp', 'image/png') !== 'image/png') {
    return sendStored(request, response, store, content);
  }
  const png = sharp({ limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .timeout({ seconds: TIMEOUT })
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
    .png();
  const bytes = await store.read(key).pipe(png).toBuffer();
  response.set({
    'Content-Type': 'image/png',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  });
  response.send(bytes);
}
