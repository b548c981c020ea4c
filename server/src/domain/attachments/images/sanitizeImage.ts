import { readFile, writeFile } from 'node:fs/promises';
import { AppError } from '@tikethet/shared/errors';
import sharp, { type Sharp, type SharpOptions } from 'sharp';
import type { FileTypeName } from '../fileTypes';
import { stripGif } from './gif';
import { scrubHeic } from './heic';

/** Pixels of all frames together: more than any phone takes, less than what fills the memory. */
const MOST_PIXELS = 64_000_000;
/** Pixels of a thumbnail's longer side. */
const THUMBNAIL = 480;
/** Seconds. */
const TIMEOUT = 30;

// Every file is read once or twice and then moved: nothing to keep.
sharp.cache(false);

const OPTIONS: SharpOptions = { limitInputPixels: MOST_PIXELS, failOn: 'error' };

export type ImageTypeName = Extract<FileTypeName, 'jpeg' | 'png' | 'gif' | 'webp' | 'heic'>;

export interface ImageSize {
  width: number | null;
  height: number | null;
}

/**
 * Writes a picture without its metadata (place, camera, comments), looking the same: turned as its
 * metadata asked for, at a quality beyond what eyes tell apart.
 * @throws AppError `file_type_not_allowed` when it is damaged, `file_too_large` when it would
 * unfold to more than 64 megapixels
 */
export async function sanitizeImage(
  source: string,
  target: string,
  type: ImageTypeName,
): Promise<ImageSize> {
  return guarded(async () => {
    if (type === 'heic') return rewrite(source, target, scrubBytes);
    const pixels = await pixelsOf(source);
    if (pixels > MOST_PIXELS) {
      throw new AppError('file_too_large', { reason: 'pixels', limit: MOST_PIXELS });
    }
    return type === 'gif' ? rewrite(source, target, stripGif) : reencode(source, target, type);
  });
}

/**
 * A small WebP of a picture's first frame.
 * @returns false when its codec is not shipped (HEIC)
 * @throws AppError `file_type_not_allowed` when it is damaged
 */
export async function writeThumbnail(
  source: string,
  target: string,
  type: ImageTypeName,
): Promise<boolean> {
  if (type === 'heic') return false;
  await guarded(() =>
    sharp(source, OPTIONS)
      .autoOrient()
      .resize({ width: THUMBNAIL, height: THUMBNAIL, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .timeout({ seconds: TIMEOUT })
      .toFile(target),
  );
  return true;
}

/** What the codecs say of a damaged file is of use to nobody; a full disk is not its fault. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError || (error instanceof Error && 'syscall' in error)) throw error;
    throw new AppError('file_type_not_allowed', { reason: 'damaged_image' });
  }
}

async function pixelsOf(source: string): Promise<number> {
  // Reads the header only, whatever it announces.
  const { width, height, pages, pageHeight } = await sharp(source, {
    limitInputPixels: false,
    animated: true,
  }).metadata();
  return width * (pageHeight === undefined ? height : pageHeight * (pages ?? 1));
}

async function reencode(
  source: string,
  target: string,
  type: 'jpeg' | 'png' | 'webp',
): Promise<ImageSize> {
  const { pages = 1, chromaSubsampling } = await sharp(source, OPTIONS).metadata();
  const animated = pages > 1;
  const image = sharp(source, { ...OPTIONS, animated });
  const upright = animated ? image : image.autoOrient();
  const encoded: Record<typeof type, () => Sharp> = {
    jpeg: () =>
      upright.jpeg({
        quality: 92,
        chromaSubsampling: chromaSubsampling === '4:4:4' ? '4:4:4' : '4:2:0',
      }),
    png: () => upright.png({ compressionLevel: 6 }),
    webp: () => upright.webp({ quality: 92 }),
  };
  const { width, height, pageHeight } = await encoded[type]()
    .timeout({ seconds: TIMEOUT })
    .toFile(target);
  return { width, height: pageHeight ?? height };
}

async function rewrite(
  source: string,
  target: string,
  change: (bytes: Buffer) => ImageSize & { bytes: Buffer },
): Promise<ImageSize> {
  const { bytes, width, height } = change(await readFile(source));
  await writeFile(target, bytes, { flag: 'wx', mode: 0o600 });
  return { width, height };
}

function scrubBytes(bytes: Buffer): ImageSize & { bytes: Buffer } {
  return { bytes, ...scrubHeic(bytes) };
}
