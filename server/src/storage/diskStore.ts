import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { errorCode } from '../platform/dataDir';
import { newFileKey, requireFileKey } from './fileKey';
import type { ByteRange, FileStore } from './fileStore';

/** Milliseconds after which a staged file belongs to nobody any more. */
const STAGED_LIFETIME = 24 * 60 * 60 * 1_000;

/**
 * Files in a folder of this machine, spread over 65,536 subfolders by the key's first letters.
 * Staged files lie in the same file system, so that a rename publishes them whole or not at all.
 */
export class DiskStore implements FileStore {
  readonly #staging: string;

  /** @param root absolute path of a folder, which is made when it is missing */
  constructor(private readonly root: string) {
    this.#staging = path.join(root, 'staging');
  }

  async stage(): Promise<string> {
    await mkdir(this.#staging, { recursive: true, mode: 0o700 });
    return path.join(this.#staging, newFileKey());
  }

  async put(key: string, stagedPath: string): Promise<void> {
    const target = this.#pathOf(key);
    const folder = path.dirname(target);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await flush(stagedPath);
    await rename(stagedPath, target);
    // The name is durable only when its folder is.
    await flush(folder);
  }

  async discard(stagedPath: string): Promise<void> {
    await rm(stagedPath, { force: true });
  }

  async size(key: string): Promise<number | null> {
    return (await unlessGone(stat(this.#pathOf(key))))?.size ?? null;
  }

  read(key: string, range?: ByteRange): Readable {
    return createReadStream(this.#pathOf(key), range);
  }

  async remove(key: string): Promise<void> {
    await rm(this.#pathOf(key), { force: true });
  }

  /** Removes what a process that died has left behind half-written. */
  async cleanStaged(now: Date): Promise<void> {
    for (const name of (await unlessGone(readdir(this.#staging))) ?? []) {
      const file = path.join(this.#staging, name);
      const found = await unlessGone(stat(file));
      const age = found === null ? 0 : now.getTime() - found.mtimeMs;
      if (age > STAGED_LIFETIME) await rm(file, { force: true });
    }
  }

  #pathOf(key: string): string {
    requireFileKey(key);
    return path.join(this.root, key.slice(0, 2), key.slice(2, 4), key);
  }
}

async function unlessGone<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function flush(place: string): Promise<void> {
  const handle = await open(place, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Windows cannot flush folders; it writes their entries through.
    if (errorCode(error) !== 'EPERM') throw error;
  } finally {
    await handle.close();
  }
}
