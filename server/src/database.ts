import type { Knex } from 'knex';
import { Client } from 'pg';
import type { Logger } from 'pino';
import type { Config } from './config';
import { startEmbeddedPostgres } from './db/embedded/startEmbeddedPostgres';
import { createKnex } from './db/knex';
import { migrateToLatest } from './db/migrate';
import { StartError } from './platform/startError';

export interface Database {
  db: Knex;
  url: string;
  stop(): Promise<void>;
}

/** Host and port of a database address, without its password. */
function place(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port === '' ? '5432' : port}${pathname}`;
}

/** Connects once, alone: a pool would tell the log of a failure that one sentence is to tell. */
async function probe(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Opens the external database, or starts the embedded one, and brings its schema up to date.
 * @throws StartError when it cannot be reached
 */
export async function openDatabase(
  config: Config,
  log: Logger,
  onDeath: (error: Error) => void,
): Promise<Database> {
  const external = config.database.url;
  const embedded =
    external === null
      ? await startEmbeddedPostgres({ dataDir: config.dataDir, log, onDeath })
      : null;
  const url = embedded?.url ?? external?.reveal() ?? '';
  try {
    await probe(url);
  } catch (error) {
    await embedded?.stop();
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `The database at ${place(url)} cannot be reached (${reason}): check DATABASE_URL and that ` +
        'Postgres runs there.',
      { cause: error },
    );
  }
  const db = createKnex(url, { poolMax: 20, log });
  await migrateToLatest(db);
  return {
    db,
    url,
    stop: async () => {
      await db.destroy();
      await embedded?.stop();
    },
  };
}
