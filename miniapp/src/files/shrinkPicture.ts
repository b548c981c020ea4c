import { fitInto, HEAD_BYTES, isAnimated } from './pictureKind';

/** Pixels of the longer side: enough to read a screenshot of a large screen. */
const LONGEST_SIDE = 2_560;
/** Bytes under which a picture of fitting size travels as it is. */
const SMALL = 700 * 1024;
const QUALITY = 0.85;

const SHRINKABLE = /^image\/(jpeg|png|webp|heic|heif|avif|bmp)$/;

/** Beyond this many bytes saved nothing is worth another look at a photo. */
const WORTH_IT = 0.95;

/**
 * A photo as it should travel: turned upright, within 2,560 pixels, as JPEG (WebP for what may be
 * see-through). Gives back the very file when it is no photo, moves, is small enough, cannot be
 * drawn here, or would not become smaller. Decoding and encoding happen off the main thread.
 */
export async function shrinkPicture(file: File): Promise<File> {
  if (!SHRINKABLE.test(file.type)) return file;
  try {
    const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
    if (isAnimated(file.type, head)) return file;
    // The camera's note of how it was held is honoured here, and gone from what is sent.
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    try {
      const size = fitInto(bitmap.width, bitmap.height, LONGEST_SIDE);
      const fits = size.width === bitmap.width && size.height === bitmap.height;
      if (fits && file.size <= SMALL) return file;
      const seeThrough = file.type === 'image/png' || file.type === 'image/webp';
      const blob = await draw(bitmap, size, seeThrough ? 'image/webp' : 'image/jpeg');
      if (blob === null || blob.size >= file.size * WORTH_IT) return file;
      return new File([blob], renamed(file.name, blob.type), {
        type: blob.type,
        lastModified: file.lastModified,
      });
    } finally {
      bitmap.close();
    }
  } catch {
    // A browser that cannot draw it (HEIC outside Safari): the desk takes the original.
    return file;
  }
}

async function draw(
  bitmap: ImageBitmap,
  { width, height }: { width: number; height: number },
  type: string,
): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  const encode = (wanted: string): Promise<Blob | null> =>
    new Promise((resolve) => canvas.toBlob(resolve, wanted, QUALITY));
  const blob = await encode(type);
  // A browser that cannot write a kind writes a PNG instead.
  return blob?.type === type ? blob : type === 'image/webp' ? blob : encode('image/jpeg');
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/png': 'png',
};

/** The name with the ending of what it holds now. */
function renamed(name: string, type: string): string {
  const ending = ENDINGS[type] ?? 'jpg';
  const base = name.replace(/\.[A-Za-z0-9]{1,5}$/, '');
  return `${base === '' ? 'photo' : base}.${ending}`;
}
