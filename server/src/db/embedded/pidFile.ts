import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../../platform/startError';
import { isAlive, isPostmasterOf, isTaken, signal, waitUntilGone } from './processes';
import type { EmbeddedLog } from './types';

/** What `postmaster.pid` says; lines 1 and 8 of it. */
export interface PidFile {
  pid: number;
  status: string;
}

/** Null when there is none, or it is being written. */
export function readPidFile(data: string): PidFile | null {
  const file = pidFilePath(data);
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, status: lines[7]?.trim() ?? '' } : null;
}

function pidFilePath(data: string): string {
  return path.join(data, 'postmaster.pid');
}

/**
 * Clears the way for a new Postgres on this folder, which we hold the lock of: one left over by a
 * killed TiketHet is stopped (not adopted: its sessions may hold locks, its settings may be old),
 * a pid that another process has now is taken out of the file.
 * @throws StartError when the left-over one does not end
 */
export async function clearLeftovers(data: string, log: EmbeddedLog): Promise<void> {
  const found = readPidFile(data);
  if (found && isAlive(found.pid) && isPostmasterOf(found.pid, data)) {
    log.info(`A Postgres left over from an earlier run (process ${found.pid}) is stopped first.`);
    await stopPostmaster(found.pid, data);
  }
  const stale = readPidFile(data);
  if (!stale || !isTaken(stale.pid)) return;
  // Postgres would refuse to start for as long as a process of the same user has that id. It knows
  // that its own parent (we) is no Postgres and goes on to its check of the shared memory, which
  // removing the file would skip although backends of the dead one may still be writing.
  const [, ...rest] = readFileSync(pidFilePath(data), 'utf8').split('\n');
  writeFileSync(pidFilePath(data), [process.pid, ...rest].join('\n'));
  log.info(`Process ${stale.pid} is no Postgres of ours: the stale postmaster.pid was put right.`);
}

/**
 * Fast shutdown, then harder: 15 s to write everything out, 5 s to drop everything, then SIGKILL
 * (the next start recovers from the log).
 */
export async function stopPostmaster(pid: number, data: string): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ];
  for (const [name, limit] of steps) {
    signal(pid, name);
    if (await waitUntilGone(pid, limit)) return;
  }
  throw new StartError(
    `The Postgres of ${data} (process ${pid}) does not end: end it by hand, then start again.`,
  );
}
