import { category, message, ticket, user } from '@tikethet/shared/contracts';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { StoreState } from '../../bridge';
import { openDatabase, type Database } from './database';
import { createReplica, type Replica } from './replica';
import { REPLICA_MIGRATIONS } from './replicaSchema';

type StoreProblem = NonNullable<StoreState['problem']>;

/** SQLite's primary result codes. @see https://www.sqlite.org/rescode.html */
const CODES: Readonly<Record<number, StoreProblem>> = {
  8: 'read_only',
  10: 'unusable',
  11: 'damaged',
  13: 'disk_full',
  14: 'read_only',
  26: 'damaged',
};

/** What an error of SQLite or of the file system means; null when it is none of these. */
export function storeProblem(error: unknown): StoreProblem | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('errcode' in error && typeof error.errcode === 'number') {
    return CODES[error.errcode & 0xff] ?? 'unusable';
  }
  if (!('code' in error)) return null;
  if (error.code === 'ENOSPC') return 'disk_full';
  return error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM'
    ? 'read_only'
    : null;
}

/** Changes with every change of what is stored as JSON: such a replica is read anew. */
function shapeOfContract(): string {
  const shapes = [ticket, message, user, category].map((schema) => z.toJSONSchema(schema));
  return createHash('sha256').update(JSON.stringify(shapes)).digest('hex').slice(0, 16);
}

/** Makes a folder that is its owner's alone. */
export function ownFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}

/** The files of a database that SQLite keeps side by side. */
export function filesOf(path: string): string[] {
  return [path, `${path}-wal`, `${path}-shm`].filter((file) => existsSync(file));
}

/** Puts a damaged database aside, where somebody may look into it; the last one is kept. */
export function setAside(path: string): void {
  for (const file of filesOf(path)) {
    rmSync(`${file}.damaged`, { force: true });
    renameSync(file, `${file}.damaged`);
  }
}

/**
 * Looking through a whole file takes seconds when it holds a large desk, so that is done only after
 * a statement has found it damaged: the mark beside the file says so to the next start.
 */
function openSound(path: string, damaged: () => void): Database {
  const mark = `${path}.suspect`;
  let opened = false;
  const database = openDatabase(path, {
    durability: 'normal',
    migrations: REPLICA_MIGRATIONS,
    damaged() {
      if (!opened) return;
      writeFileSync(mark, '', { mode: 0o600 });
      damaged();
    },
  });
  try {
    if (existsSync(mark)) {
      const found = database.all<{ quick_check: string }>('pragma quick_check(1)');
      rmSync(mark);
      if (found[0]?.quick_check !== 'ok') {
        throw Object.assign(new Error('the file is damaged'), { errcode: 11 });
      }
    }
    database.get('select * from tickets order by updated_at desc limit 1');
    opened = true;
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

export interface OpenedReplica {
  replica: Replica;
  /** The former file was put aside: everything is to be read again. */
  damaged: boolean;
}

/**
 * Opens a person's replica. A damaged or foreign file is put aside and a new one begun: the desk
 * has everything that was in it.
 * @param found called when a statement finds the open file damaged: the next opening mends it
 */
export function openReplica(folder: string, found: () => void = () => undefined): OpenedReplica {
  ownFolder(folder);
  const path = join(folder, 'replica.db');
  let damaged = false;
  let database: Database;
  try {
    database = openSound(path, found);
  } catch (error) {
    if (storeProblem(error) === 'disk_full' || storeProblem(error) === 'read_only') throw error;
    setAside(path);
    damaged = true;
    database = openSound(path, found);
  }
  const replica = createReplica(database);
  const shape = shapeOfContract();
  if (replica.getMeta('shape') !== shape) {
    replica.write(() => {
      replica.clear();
      replica.setMeta('shape', shape);
    });
  }
  return { replica, damaged };
}
