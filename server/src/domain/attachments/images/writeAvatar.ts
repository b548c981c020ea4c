import sharp from 'sharp';

/** Pixels of each side: sharp at three times the size at which it is shown. */
const SIDE = 216;
/** Profile pictures are 640 pixels at the most; anything much larger is none. */
const MOST_PIXELS = 4_000_000;
/** Seconds. */
const TIMEOUT = 10;

/** Writes a profile picture as a square WebP without metadata. @throws when it is no picture */
export async function writeAvatar(bytes: Buffer, target: string): Promise<void> {
  await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .timeout({ seconds: TIMEOUT })
    .rotate()
    .resize(SIDE, SIDE, { fit: 'cover' })
    .webp({ quality: 82 })
    .toFile(target);
}
