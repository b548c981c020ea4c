import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createKnex } from '../../server/src/db/knex';
import type { DemoServer } from './server';

/** Runs something on the database of a demo server, past its API: what else would take hours. */
export async function onDatabase(
  { dataDir }: DemoServer,
  ...statements: readonly [sql: string, bindings?: Record<string, string | number>][]
): Promise<void> {
  const password = readFileSync(path.join(dataDir, 'postgres-password'), 'utf8').trim();
  const pidFile = path.join(dataDir, 'postgres', 'data', 'postmaster.pid');
  const port = readFileSync(pidFile, 'utf8').split('\n')[3] ?? '';
  const db = createKnex(`postgres://tikethet:${password}@127.0.0.1:${port}/tikethet`);
  try {
    for (const [sql, bindings = {}] of statements) await db.raw(sql, bindings);
  } finally {
    await db.destroy();
  }
}
