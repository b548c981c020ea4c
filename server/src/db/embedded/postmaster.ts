import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../../platform/startError';
import { explainFailure } from './explainFailure';
import { readPidFile, stopPostmaster } from './pidFile';
import { as, type Account, type EmbeddedLog } from './types';

/** Recovery after a crash can take long; each of these says so in the log. */
const readyLimit = 300_000;
const patience = 10_000;
const keptLines = 40;

/** A running Postgres server process. */
export interface Postmaster {
  pid: number;
  /** Resolves with what it said last, when the process is gone. */
  gone: Promise<string>;
  stop(): Promise<void>;
}

/** It said why it could not start; `output` is its own words. */
export class PostmasterFailure extends Error {
  constructor(readonly output: string) {
    super(output);
  }
}

/**
 * Starts Postgres on the data folder and waits until it takes connections.
 * @throws PostmasterFailure when it ends before, StartError when it is not ready within 5 minutes
 */
export async function startPostmaster(options: {
  program: string;
  data: string;
  port: number;
  account: Account | null;
  settings: Readonly<Record<string, string>>;
  log: EmbeddedLog;
}): Promise<Postmaster> {
  const { data, port, account, settings, log } = options;
  const args = ['-D', data, '-p', String(port)];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  const child = spawn(options.program, args, {
    ...as(account),
    cwd: path.parse(data).root,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its own process group: Ctrl-C reaches us alone, and we stop it after our own work is done.
    detached: true,
    windowsHide: true,
  });
  const gone = watch(child, log);
  const { pid } = child;
  if (pid === undefined) throw new PostmasterFailure(await gone);
  const watchdog = startWatchdog(pid, account);
  void gone.then(() => watchdog?.kill('SIGKILL'));
  const ready = await Promise.race([untilReady(pid, data, log), gone]);
  if (typeof ready === 'string') throw new PostmasterFailure(ready);
  if (!ready) {
    await stopPostmaster(pid, data);
    throw new StartError(explainFailure('FATAL: it was not ready within five minutes', data));
  }
  return {
    pid,
    gone,
    stop: async () => {
      await stopPostmaster(pid, data);
      await gone;
    },
  };
}

function watch(child: ChildProcess, log: EmbeddedLog): Promise<string> {
  const last: string[] = [];
  if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      last.push(line);
      if (last.length > keptLines) last.shift();
      // Its ERRORs are refused statements, which reach whoever sent them.
      if (/\b(?:FATAL|PANIC):/.test(line)) log.warn(`postgres: ${line}`);
      else log.debug(`postgres: ${line}`);
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(String(error)));
    child.once('close', () => resolve(last.join('\n')));
  });
}

/** Postgres itself marks line 8 of its pid file; no text of a log is parsed. */
async function untilReady(pid: number, data: string, log: EmbeddedLog): Promise<boolean> {
  const start = Date.now();
  let said = start;
  while (Date.now() - start < readyLimit) {
    const file = readPidFile(data);
    if (file?.pid === pid && file.status === 'ready') return true;
    if (Date.now() - said > patience) {
      log.info('Postgres is still starting; after a crash it reads its log first.');
      said = Date.now();
    }
    await sleep(10);
  }
  return false;
}

/**
 * A shell that stops Postgres when we are gone without a word (SIGKILL): the pipe to it closes
 * then. It runs as Postgres's own user, so it can never hit anybody else's process.
 */
function startWatchdog(pid: number, account: Account | null): ChildProcess | null {
  if (process.platform === 'win32') return null;
  const script = 'read -r _; kill -INT "$1" 2>/dev/null';
  const child = spawn('/bin/sh', ['-c', script, 'tikethet-watchdog', String(pid)], {
    ...as(account),
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  // Without it the next start does the same work: not worth failing for.
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  child.unref();
  return child;
}
