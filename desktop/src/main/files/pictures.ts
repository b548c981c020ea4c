import { open, readFile } from 'node:fs/promises';

/** Pictures that the window may show though the desk does not vouch for them, by their first bytes. */
const PICTURES: readonly (readonly [string, RegExp])[] = [
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
];
const HEAD = 16;

async function pictureType(path: string): Promise<string | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const head = buffer.subarray(0, bytesRead).toString('latin1');
    return PICTURES.find(([, signature]) => signature.test(head))?.[0] ?? null;
  } finally {
    await file.close();
  }
}

/** A picture in the person's store. @returns null when there is none, or it is no picture */
export async function readPicture(
  path: string,
): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  try {
    const type = await pictureType(path);
    return type === null ? null : { type, bytes: new Uint8Array(await readFile(path)) };
  } catch {
    return null;
  }
}
