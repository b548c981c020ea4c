import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeFileAtomic } from '../files/writeFileAtomic';

/**
 * Where the engine stands in the feed. It may lag behind what was handed out (the reader ignores
 * events it has seen), never run ahead of it.
 */
export interface CursorStore {
  load(): Promise<string | null>;
  save(cursor: string): void;
  /** Waits until the last saved cursor is kept. */
  flush(): Promise<void>;
}

const stored = z.object({ owner: z.string(), cursor: z.string() });

/** Milliseconds during which further cursors replace a waiting one. */
const WRITE_DELAY = 250;

/**
 * Keeps the cursor in a small file, for one owner (a person at a desk): somebody else's is ignored.
 * @param owner any string that tells people and desks apart
 */
export function createFileCursorStore(path: string, owner: string): CursorStore {
  let waiting: string | null = null;
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  function write(): void {
    timer = null;
    const cursor = waiting;
    if (cursor === null) return;
    waiting = null;
    // A cursor that could not be kept only means that more is replayed after a restart.
    writing = writing
      .then(() => writeFileAtomic(path, JSON.stringify({ owner, cursor })))
      .catch(() => undefined);
  }

  return {
    async load() {
      try {
        const found = stored.parse(JSON.parse(await readFile(path, 'utf8')));
        return found.owner === owner ? found.cursor : null;
      } catch {
        return null;
      }
    },
    save(cursor) {
      waiting = cursor;
      timer ??= setTimeout(write, WRITE_DELAY);
    },
    async flush() {
      if (timer !== null) clearTimeout(timer);
      write();
      await writing;
    },
  };
}
