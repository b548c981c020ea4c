import type { Knex } from 'knex';
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
  const db = createKnex(url, { poolMax: 20, log });
  try {
    await db.raw('select 1');
  } catch (error) {
    await db.destroy();
    await embedded?.stop();
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `The database at ${place(url)} cannot be reached (${reason}): check DATABASE_URL and that ` +
        'Postgres runs there.',
      { cause: error },
    );
  }
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
