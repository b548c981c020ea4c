import { join } from 'node:path';
import { openDatabase, type Database } from '../store/database';
import { ownFolder, setAside, storeProblem } from '../store/openStore';
import { OUTBOX_MIGRATIONS } from './outboxSchema';

function open(path: string): Database {
  return openDatabase(path, { durability: 'full', migrations: OUTBOX_MIGRATIONS });
}

function isSound(database: Database): boolean {
  const found = database.all<{ integrity_check: string }>('pragma integrity_check(1)');
  return found[0]?.integrity_check === 'ok';
}

type Row = Record<string, string | number | null>;

/** What can still be read of a table in a damaged file: page by page, past what cannot. */
function readable(damaged: Database, table: string, key: string): Row[] {
  const rows: Row[] = [];
  for (const order of ['asc', 'desc']) {
    try {
      for (let offset = 0; ; offset += 1) {
        const row = damaged.get<Row>(
          `select * from ${table} order by ${key} ${order} limit 1 offset ${offset}`,
        );
        if (row === undefined) break;
        rows.push(row);
      }
      return rows;
    } catch {
      // From the other end as far as it goes: what lies between the two is lost.
    }
  }
  return rows;
}

function rescue(path: string, into: Database): void {
  let damaged: Database;
  try {
    damaged = openDatabase(path, { durability: 'normal', migrations: OUTBOX_MIGRATIONS });
  } catch {
    return;
  }
  try {
    for (const [table, key] of [
      ['commands', 'seq'],
      ['files', 'id'],
    ] as const) {
      for (const row of readable(damaged, table, key)) {
        const names = Object.keys(row);
        into.run(
          `insert or ignore into ${table} (${names.join(', ')})
           values (${names.map(() => '?').join(', ')})`,
          ...Object.values(row),
        );
      }
    }
  } finally {
    damaged.close();
  }
}

/**
 * Opens a person's outbox. A damaged file is put aside, and everything that can still be read of it
 * goes into the new one.
 * @returns whether that had to be done
 */
export function openOutboxDatabase(folder: string): { database: Database; rescued: boolean } {
  ownFolder(folder);
  const path = join(folder, 'outbox.db');
  try {
    const database = open(path);
    if (isSound(database)) return { database, rescued: false };
    database.close();
  } catch (error) {
    const problem = storeProblem(error);
    if (problem !== 'damaged') throw error;
  }
  setAside(path);
  const database = open(path);
  database.transaction(() => rescue(`${path}.damaged`, database));
  return { database, rescued: true };
}
