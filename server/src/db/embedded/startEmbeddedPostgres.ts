import path from 'node:path';
import { Client } from 'pg';
import { ensureDataDir, keptSecret } from '../../platform/dataDir';
import { StartError } from '../../platform/startError';
import { findBinaries } from './binaries';
import { initialise, superuser } from './cluster';
import { explainFailure, isPassing } from './explainFailure';
import { lockFolder } from './folderLock';
import { freePort } from './freePort';
import { clearLeftovers } from './pidFile';
import { placeCluster, reachablePlace } from './place';
import { PostmasterFailure, startPostmaster, type Postmaster } from './postmaster';
import type { EmbeddedLog } from './types';

const database = 'tikethet';
const attempts = 20;

const baseSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  fsync: 'on',
  synchronous_commit: 'on',
  logging_collector: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
  lc_messages: 'C',
};

export interface EmbeddedPostgres {
  /** With the password in it: not for a log. */
  url: string;
  port: number;
  /** Fast shutdown with a time limit; gives the data folder back. May be called twice. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** DATA_DIR: gets `postgres/`, `postgres-password` and `postgres.lock`. */
  dataDir: string;
  log: EmbeddedLog;
  /** Called once when Postgres ends although nobody stopped it; the server must end then too. */
  onDeath?: (error: StartError) => void;
  /** Server settings on top of ours; tests turn durability off. */
  settings?: Readonly<Record<string, string>>;
}

/**
 * Starts the embedded Postgres of a data folder on a free port of 127.0.0.1, making the cluster
 * and the database at the first start and recovering after a crash.
 * @throws StartError: folder in use or not writable, Postgres not usable here, damaged data
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(options.dataDir);
  ensureDataDir(dataDir);
  const unlock = lockFolder(dataDir);
  try {
    return await start({ ...options, dataDir }, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function start(options: EmbeddedOptions, unlock: () => void): Promise<EmbeddedPostgres> {
  const { dataDir, log } = options;
  const settings = { ...baseSettings, ...options.settings };
  const password = keptSecret(dataDir, 'postgres-password');
  const { cluster, account } = placeCluster(dataDir, log);
  const binaries = findBinaries({ account, copyTo: account ? reachablePlace : dataDir, log });
  const durable = settings.fsync === 'on';
  const data = await initialise({ cluster, initdb: binaries.initdb, account, password, durable });
  await clearLeftovers(data, log);
  const { postmaster, port } = await startOnFreePort((candidate) =>
    startPostmaster({ program: binaries.postgres, data, port: candidate, account, settings, log }),
  ).catch((error: unknown) => {
    if (!(error instanceof PostmasterFailure)) throw error;
    throw new StartError(explainFailure(error.output, cluster), { cause: error });
  });
  const urlOf = (name: string) =>
    `postgres://${superuser}:${password.reveal()}@127.0.0.1:${port}/${name}`;
  let stopping: Promise<void> | null = null;
  const stop = () => (stopping ??= postmaster.stop().finally(unlock));
  try {
    await ensureDatabase(urlOf('postgres'), cluster);
  } catch (error) {
    await stop();
    throw error;
  }
  void postmaster.gone.then((output) => {
    if (stopping) return;
    stopping = Promise.resolve();
    unlock();
    options.onDeath?.(new StartError(explainFailure(output, cluster)));
  });
  return { url: urlOf(database), port, stop };
}

/** The port was free a moment ago; another program may have taken it since. */
async function startOnFreePort(
  startAt: (port: number) => Promise<Postmaster>,
): Promise<{ postmaster: Postmaster; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { postmaster: await startAt(port), port };
    } catch (error) {
      const passing = error instanceof PostmasterFailure && isPassing(error.output);
      if (!passing || attempt >= attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

async function ensureDatabase(url: string, cluster: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  try {
    await client.connect();
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (known.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } catch (error) {
    if (error instanceof Error && /password authentication failed/.test(error.message)) {
      throw new StartError(
        `The database in ${cluster} does not know the password kept beside it ` +
          '(postgres-password in DATA_DIR): put that file back from a backup.',
        { cause: error },
      );
    }
    throw error;
  } finally {
    await client.end();
  }
}
