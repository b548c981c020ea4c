import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Pictures that the window may show before the desk has looked at them, by their first bytes. */
const PICTURES: readonly (readonly [string, RegExp])[] = [
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
];
const HEAD = 16;

/** The id in the address of a file that waits in the outbox; null when it is another address. */
export function waitingFileId(path: string): string | null {
  return /^\/local\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(path)?.[1] ?? null;
}

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

/**
 * A picture of the person's own that is not sent yet.
 * @param folder the person's store
 * @returns null when there is none, or it is no picture
 */
export async function readWaitingPicture(
  folder: string,
  id: string,
): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const path = join(folder, 'files', id);
  try {
    const type = await pictureType(path);
    return type === null ? null : { type, bytes: new Uint8Array(await readFile(path)) };
  } catch {
    return null;
  }
}
