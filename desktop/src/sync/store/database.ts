import { chmodSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

export type Value = SQLInputValue;

/** One SQLite file, used from one process. Everything here is synchronous. */
export interface Database {
  /** `id`: the row number that the last insert gave. */
  run(sql: string, ...values: Value[]): { changes: number; id: number };
  get<T>(sql: string, ...values: Value[]): T | undefined;
  all<T>(sql: string, ...values: Value[]): T[];
  /** All or nothing. One inside another joins it. */
  transaction<T>(work: () => T): T;
  close(): void;
}

export interface DatabaseOptions {
  /**
   * `full`: what was committed survives a power cut, at the price of a flush each time. `normal`: it
   * survives the end of the process; a power cut may cost the last moments, never the file.
   */
  durability: 'full' | 'normal';
  /** Statements that lead from each version of the schema to the next, the first from nothing. */
  migrations: readonly string[];
  /** A statement found the file damaged; its error is thrown all the same. */
  damaged?: () => void;
}

/** Statements kept prepared; those of searches differ with the number of words. */
const MOST_PREPARED = 200;

/**
 * Opens a file, makes it when it is missing, and brings its schema up to date.
 * @throws an error with SQLite's `errcode` when the file is damaged, locked or cannot be written, or
 * was made by a newer version
 */
export function openDatabase(path: string, options: DatabaseOptions): Database {
  const sqlite = new DatabaseSync(path, { timeout: 5_000 });
  try {
    sqlite.exec('pragma journal_mode = wal');
    sqlite.exec(`pragma synchronous = ${options.durability}`);
    sqlite.exec('pragma foreign_keys = on');
    // Deleted texts do not stay readable in the file.
    sqlite.exec('pragma secure_delete = fast');
    protect(path);
    migrate(sqlite, options.migrations);
    return wrap(sqlite, options.damaged);
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** The file and what SQLite keeps beside it are for their owner alone. */
function protect(path: string): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    try {
      chmodSync(file, 0o600);
    } catch {
      // Not there yet; it gets the mode of the first.
    }
  }
}

function migrate(sqlite: DatabaseSync, migrations: readonly string[]): void {
  const row = sqlite.prepare('pragma user_version').get() as { user_version: number };
  if (row.user_version > migrations.length) throw new Error('made by a newer version');
  for (const [version, statements] of migrations.entries()) {
    if (version < row.user_version) continue;
    sqlite.exec(`begin immediate; ${statements}; pragma user_version = ${version + 1}; commit`);
  }
}

/** SQLite's codes of a file that is not what it wrote. @see https://www.sqlite.org/rescode.html */
const DAMAGED: readonly number[] = [11, 26];

function isDamage(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return false;
  return typeof error.errcode === 'number' && DAMAGED.includes(error.errcode & 0xff);
}

function wrap(sqlite: DatabaseSync, damaged: (() => void) | undefined): Database {
  const prepared = new Map<string, StatementSync>();
  let depth = 0;

  function statement(sql: string): StatementSync {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const made = sqlite.prepare(sql);
    prepared.set(sql, made);
    const oldest = prepared.keys().next();
    if (prepared.size > MOST_PREPARED && !oldest.done) prepared.delete(oldest.value);
    return made;
  }

  function watched<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (isDamage(error)) damaged?.();
      throw error;
    }
  }

  return {
    run(sql, ...values) {
      const { changes, lastInsertRowid } = watched(() => statement(sql).run(...values));
      return { changes: Number(changes), id: Number(lastInsertRowid) };
    },
    // The statement's author knows its columns.
    get: <T>(sql: string, ...values: Value[]) =>
      watched(() => statement(sql).get(...values)) as T | undefined,
    all: <T>(sql: string, ...values: Value[]) =>
      watched(() => statement(sql).all(...values)) as T[],
    transaction(work) {
      if (depth > 0) return work();
      sqlite.exec('begin immediate');
      depth += 1;
      try {
        const result = work();
        watched(() => sqlite.exec('commit'));
        return result;
      } catch (error) {
        // A full disk has rolled it back already.
        if (sqlite.isTransaction) sqlite.exec('rollback');
        throw error;
      } finally {
        depth -= 1;
      }
    },
    close() {
      prepared.clear();
      if (sqlite.isOpen) sqlite.close();
    },
  };
}
