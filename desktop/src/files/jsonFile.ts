import { readFile, rm } from 'node:fs/promises';
import type { z } from 'zod';
import { writeFileAtomic, writeFileAtomicSync } from './writeFileAtomic';

export interface JsonFile<T> {
  /** The stored value, or null when there is none or it is not ours to understand. */
  read(): Promise<T | null>;
  /** Replaces it; writes go one after the other. */
  write(value: T): Promise<void>;
  /** Replaces it before returning, for the last moment before the program ends. */
  writeNow(value: T): void;
  /** Removes what is stored. */
  clear(): Promise<void>;
}

/** One JSON document on disk, parsed by its schema. */
export function createJsonFile<T>(path: string, schema: z.ZodType<T>): JsonFile<T> {
  let last: Promise<void> = Promise.resolve();

  function inTurn(run: () => Promise<void>): Promise<void> {
    const turn = last.then(run);
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    async read() {
      try {
        const parsed = schema.safeParse(JSON.parse(await readFile(path, 'utf8')));
        return parsed.success ? parsed.data : null;
      } catch {
        return null;
      }
    },
    write: (value) => inTurn(() => writeFileAtomic(path, JSON.stringify(value))),
    writeNow: (value) => writeFileAtomicSync(path, JSON.stringify(value)),
    clear: () => inTurn(() => rm(path, { force: true })),
  };
}
