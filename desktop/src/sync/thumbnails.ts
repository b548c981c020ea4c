import { rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { WORKING_SET } from '../bridge/workingSet';
import { writeFileAtomic } from '../files/writeFileAtomic';
import type { DeskFiles } from './deskFiles';
import { ownFolder } from './store/openStore';
import type { Replica } from './store/replica';
import { thumbnailPath } from './store/thumbnailName';
import { LARGEST_THUMBNAIL } from './store/thumbnailRows';

/** Milliseconds between two pictures: desk and computer have other things to do. */
const BREATH = 60;
/** Milliseconds for one picture. */
const TIME_LIMIT = 15_000;
/** Milliseconds between two tries, when the desk does not answer as it should. */
const TRY_AGAIN = 60_000;
/** Pictures asked for, and files removed, in one go. */
const BATCH = 20;

export interface ThumbnailsOptions {
  replica: Pick<Replica, 'write' | 'thumbnails'>;
  /** Where they are kept: a folder of its own. */
  folder: string;
  files: DeskFiles;
  /** Nothing that matters more is under way, and the desk can be reached. */
  mayFetch: () => boolean;
  /** Bytes there is for all of them. */
  room?: number;
}

/** Keeps the small pictures of the conversations that are here, for times without a network. */
export interface Thumbnails {
  /** Removes what nothing wants any more, at once; fetches in the background what is wanted. */
  follow(): void;
  stop(): Promise<void>;
}

/** @returns null: it is too large */
async function readSmall(response: Response): Promise<Uint8Array | null> {
  if (Number(response.headers.get('content-length') ?? 0) > LARGEST_THUMBNAIL) {
    await response.body?.cancel();
    return null;
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  return bytes.length > LARGEST_THUMBNAIL ? null : bytes;
}

export function createThumbnails(options: ThumbnailsOptions): Thumbnails {
  const { replica, folder, files, mayFetch, room = WORKING_SET.thumbnailBytes } = options;
  const { thumbnails } = replica;
  const stopped = new AbortController();
  const fileOf = (name: string) => join(folder, name);
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClean = false;

  /** In one go with asking for them: none of these is being fetched anew meanwhile. */
  function sweep(): void {
    for (;;) {
      const names = thumbnails.left(BATCH);
      if (names.length === 0) return;
      for (const name of names) rmSync(fileOf(name), { force: true });
      replica.write(() => names.forEach((name) => thumbnails.removed(name)));
    }
  }

  /** Files of a replica that was put aside: nobody knows them. */
  async function removeStrangers(): Promise<void> {
    ownFolder(folder);
    for (const name of await readdir(folder)) {
      if (!thumbnails.has(name)) rmSync(fileOf(name), { force: true, recursive: true });
    }
    isClean = true;
  }

  /** @returns false: the desk wants to be left alone for a while */
  async function fetchOne(name: string): Promise<boolean> {
    const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(TIME_LIMIT)]);
    const response = await files.get(thumbnailPath(name), {}, signal);
    const { status, headers } = response;
    // A page instead of a picture is a proxy's: so is a refusal that the desk did not write.
    const type = headers.get('content-type') ?? '';
    const foreign = !type.startsWith(response.ok ? 'image/' : 'application/json');
    if (foreign || status === 401 || status === 429 || status >= 500) {
      await response.body?.cancel();
      replica.write(() => thumbnails.tried(name));
      return false;
    }
    const bytes = response.ok ? await readSmall(response) : null;
    if (bytes === null) {
      replica.write(() => thumbnails.drop(name));
      return true;
    }
    await writeFileAtomic(fileOf(name), bytes);
    // Out of sight meanwhile: then it is not kept either.
    const wanted = replica.write(() => thumbnails.kept(name, bytes.length));
    if (!wanted) rmSync(fileOf(name), { force: true });
    return true;
  }

  async function fetchWanted(): Promise<void> {
    if (!isClean) await removeStrangers();
    for (;;) {
      const names = thumbnails.wanted(BATCH, room);
      if (names.length === 0) return;
      for (const name of names) {
        if (stopped.signal.aborted || !mayFetch()) return;
        if (!(await fetchOne(name))) throw new Error('later');
        await pause(BREATH, undefined, { signal: stopped.signal });
      }
      replica.write(() => thumbnails.trim(room));
      sweep();
    }
  }

  function follow(): void {
    if (stopped.signal.aborted) return;
    try {
      sweep();
    } catch {
      // A disk that refuses tells of itself with the next change; this is tried again then.
    }
    if (running !== null || !mayFetch()) return;
    clearTimeout(timer);
    running = fetchWanted()
      .catch(() => {
        if (!stopped.signal.aborted) timer = setTimeout(follow, TRY_AGAIN);
      })
      .finally(() => (running = null));
  }

  return {
    follow,
    async stop() {
      stopped.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
