import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { errorCode, notWritable } from '../../platform/dataDir';
import { StartError } from '../../platform/startError';
import { identityOf, isAlive } from './processes';

const ownerSchema = z.object({ pid: z.number().int(), identity: z.string().nullable() });

/**
 * Claims a data folder for this process, so that two TiketHets never supervise one database. The
 * claim of a process that is gone (or whose id another process has now) is taken over.
 * @returns a function that gives the folder back
 * @throws StartError naming the folder and the process that has it
 */
export function lockFolder(dir: string): () => void {
  const file = path.join(dir, 'postgres.lock');
  const draft = `${file}.${randomUUID()}`;
  const mine = JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) });
  try {
    writeFileSync(draft, mine, { mode: 0o600 });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (claim(draft, file)) return () => release(file, mine);
      const owner = readOwner(file);
      if (owner === 'gone') continue;
      if (owner !== null && isSameProcess(owner)) throw inUse(dir, owner.pid);
      // Renamed before it is removed: of two who see the same stale claim only one succeeds.
      const stale = `${draft}.stale`;
      renameSync(file, stale);
      rmSync(stale);
    }
    throw new Error('the claim keeps changing');
  } catch (error) {
    throw error instanceof StartError ? error : notWritable(dir, error);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A link appears whole or not at all, unlike a file being written. */
function claim(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function readOwner(file: string): z.output<typeof ownerSchema> | null | 'gone' {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'gone' : null;
  }
}

function isSameProcess(owner: z.output<typeof ownerSchema>): boolean {
  return isAlive(owner.pid) && (owner.identity ?? null) === identityOf(owner.pid);
}

function inUse(dir: string, pid: number): StartError {
  return new StartError(
    `The data folder ${dir} is in use by another running TiketHet (process ${pid}): ` +
      'stop that one or set DATA_DIR to another folder.',
  );
}

function release(file: string, mine: string): void {
  try {
    if (readFileSync(file, 'utf8') === mine) rmSync(file);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}
