import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { notWritable } from '../../platform/dataDir';
import { StartError } from '../../platform/startError';
import { canUse, chooseAccount } from './account';
import type { Account, EmbeddedLog } from './types';

/** Where root puts what the unprivileged user must reach and cannot reach in DATA_DIR. */
export const reachablePlace = '/var/lib/tikethet';

/** Postgres's own data folder inside the cluster's folder. */
export function dataFolder(cluster: string): string {
  return path.join(cluster, 'data');
}

/** Whether initdb has finished there. */
export function hasCluster(cluster: string): boolean {
  return existsSync(path.join(dataFolder(cluster), 'PG_VERSION'));
}

/**
 * The folder that holds the cluster and who runs it: `<dataDir>/postgres`, or, when we are root and
 * the account cannot get there (a 0700 home), a folder of its own under `/var/lib/tikethet` that
 * `<dataDir>/postgres.path` names. An existing cluster is never left for a fresh one.
 * @throws StartError
 */
export function placeCluster(
  dataDir: string,
  log: EmbeddedLog,
): { cluster: string; account: Account | null } {
  const pointer = path.join(dataDir, 'postgres.path');
  const pointed = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : null;
  const wanted = pointed ?? path.join(dataDir, 'postgres');
  const account = chooseAccount(wanted);
  prepare(wanted, account);
  if (account === null || canUse(wanted, account)) {
    if (pointed) log.info(`The database is kept in ${pointed}.`);
    return { cluster: wanted, account };
  }
  if (hasCluster(wanted)) {
    throw new StartError(
      `The database in ${wanted} cannot be reached by the user ${account.name}, whom Postgres ` +
        'runs as: make every folder above it passable (chmod o+x).',
    );
  }
  rmdirSync(wanted);
  const elsewhere = path.join(reachablePlace, randomUUID());
  mkdirSync(reachablePlace, { recursive: true, mode: 0o711 });
  prepare(elsewhere, account);
  writeFileSync(pointer, `${elsewhere}\n`);
  log.info(
    `The user ${account.name} cannot reach ${dataDir}: the database is kept in ${elsewhere}.`,
  );
  return { cluster: elsewhere, account };
}

function prepare(dir: string, account: Account | null): void {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    if (account) chownSync(dir, account.uid, account.gid);
    chmodSync(dir, 0o700);
  } catch (error) {
    throw notWritable(dir, error);
  }
}
