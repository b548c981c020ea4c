import { execFile } from 'node:child_process';
import { chownSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Secret } from '../../platform/secret';
import { StartError } from '../../platform/startError';
import { explainFailure } from './explainFailure';
import { dataFolder, hasCluster } from './place';
import { as, type Account } from './types';

/** The database's superuser and owner. */
export const superuser = 'tikethet';

/**
 * Runs initdb when the folder holds no cluster yet. It works in a folder inside and moves the
 * result, so that an interrupted run leaves nothing half-made behind.
 * @param durable false skips the final sync (tests)
 * @throws StartError
 */
export async function initialise(options: {
  cluster: string;
  initdb: string;
  account: Account | null;
  password: Secret;
  durable: boolean;
}): Promise<string> {
  const { cluster, account } = options;
  const data = dataFolder(cluster);
  if (hasCluster(cluster)) return data;
  const draft = path.join(cluster, 'new');
  rmSync(draft, { recursive: true, force: true });
  const passwordFolder = mkdtempSync(path.join(os.tmpdir(), 'tikethet-init-'));
  const passwordFile = path.join(passwordFolder, 'password');
  try {
    writeFileSync(passwordFile, options.password.reveal(), { mode: 0o600 });
    if (account) {
      chownSync(passwordFolder, account.uid, account.gid);
      chownSync(passwordFile, account.uid, account.gid);
    }
    const args = [
      `--pgdata=${draft}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-locale',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...characterTypes(),
      ...(options.durable ? [] : ['--no-sync']),
    ];
    await promisify(execFile)(options.initdb, args, {
      ...as(account),
      cwd: path.parse(cluster).root,
      timeout: 120_000,
    });
    renameSync(draft, data);
    return data;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw new StartError(explainFailure(said || String(error), cluster), { cause: error });
  } finally {
    rmSync(passwordFolder, { recursive: true, force: true });
  }
}

/**
 * pg_trgm asks the C library, not the builtin provider, which characters are letters: under `C` it
 * finds no trigram in Cyrillic text and typos in Russian would match nothing. Windows has no such
 * locale: there only exact words are found in Russian.
 */
function characterTypes(): string[] {
  if (process.platform === 'win32') return [];
  return [`--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`];
}
