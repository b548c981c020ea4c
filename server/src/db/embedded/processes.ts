import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../../platform/dataDir';

/** Whether a process has this id, even one that has ended and was not collected by its parent. */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Whether the process runs, whoever owns it. A container's first process may never collect. */
export function isAlive(pid: number): boolean {
  if (!isTaken(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return !['Z', 'X'].includes(statOf(pid)[0] ?? '');
  } catch {
    return false;
  }
}

/** The fields of `/proc/<pid>/stat` from the state on: the name before may hold spaces. */
function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Sends the signal; a process that is gone already is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

/** Resolves true when the process is gone, false after the time (milliseconds). */
export async function waitUntilGone(pid: number, limit: number): Promise<boolean> {
  const end = Date.now() + limit;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await sleep(20);
  }
  return true;
}

/**
 * What tells this process from a later one with the same id: boot and start time. Null where the
 * system does not say, or when there is no such process.
 */
export function identityOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${statOf(pid)[19]}`;
    }
    if (process.platform === 'win32') return null;
    return commandOutput('ps', ['-o', 'lstart=', '-p', String(pid)]) || null;
  } catch {
    return null;
  }
}

/** Whether the process is the Postgres server of this cluster folder. */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  try {
    if (process.platform === 'linux') {
      const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
      // Postgres makes its data folder the working directory.
      return name === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    }
    if (process.platform === 'win32') {
      return /^"postgres\.exe"/im.test(
        commandOutput('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']),
      );
    }
    const command = commandOutput('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
    return (
      path.basename(command.split(' -D ')[0] ?? '') === 'postgres' && command.includes(cluster)
    );
  } catch {
    return false;
  }
}

function commandOutput(program: string, args: string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', timeout: 5_000 }).trim();
}
