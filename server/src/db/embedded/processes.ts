import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../../platform/dataDir';

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
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
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name (2nd field) may hold spaces and brackets; field 22 is the start time in ticks.
      const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${start}`;
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
