import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseEnv } from 'node:util';
import { at, built } from './root';

/** Names the data folder of a stopped desk, filled by this run, that new ones are copies of. */
export const TEMPLATE = 'TIKETHET_E2E_TEMPLATE';

const startLimit = 60_000;
const stopLimit = 30_000;

/** A whole TiketHet in demo mode: a server process with a fresh desk of its own. */
export interface DemoServer {
  /** Where it answers, without a slash at the end. */
  url: string;
  /** The sandbox's own API: what the chat page uses. */
  sandboxApi: string;
  dataDir: string;
  /** What it printed so far. */
  output(): string;
  /** Starts it again on the same address and data, after `stop` or `kill9`. */
  start(): Promise<void>;
  /** Stops it as Ctrl-C does; the data stay. */
  stop(): Promise<void>;
  /** SIGKILL without warning; the data stay. */
  kill9(): Promise<void>;
  /** Stops it and removes the data. */
  dispose(): Promise<void>;
}

/**
 * Starts a demo server on a free port and waits until it is ready (a minute at most).
 * @param env variables on top; those of the caller's environment and `.env` do not reach it
 */
export async function startDemoServer(env: Record<string, string> = {}): Promise<DemoServer> {
  const program = built('server', 'dist', 'main.js');
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'tikethet-e2e-'));
  const template = process.env[TEMPLATE];
  // With the owners: as root Postgres runs as another user.
  if (template) execFileSync('cp', ['-a', `${template}/.`, dataDir], { timeout: startLimit });
  // That user must get through.
  chmodSync(dataDir, 0o711);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = {
    ...process.env,
    ...emptyVariables(),
    PORT: String(port),
    DATA_DIR: dataDir,
    RATE_LIMIT_FACTOR: '0',
    LOG_LEVEL: 'warn',
    ...env,
  };
  let child: ChildProcess | null = null;
  let said = '';

  const start = async () => {
    const started = spawn(process.execPath, ['--enable-source-maps', program], {
      cwd: at(),
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child = started;
    for (const stream of [started.stdout, started.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
    }
    const ready = new Promise<'ready'>((resolve) => {
      started.on('message', (message) => {
        if (isReady(message)) resolve('ready');
      });
    });
    const outcome = await Promise.race([ready, once(started, 'exit'), sleep(startLimit, 'late')]);
    if (outcome === 'ready') return;
    started.kill('SIGKILL');
    throw new Error(`the server did not start (${String(outcome)}):\n${said}`);
  };
  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = once(ending, 'exit');
    ending.kill(signal);
    const timer = setTimeout(() => ending.kill('SIGKILL'), stopLimit);
    await gone;
    clearTimeout(timer);
  };
  const dispose = async () => {
    await end('SIGTERM');
    // After a kill9 Postgres ends by itself, a moment later.
    await removeSoon(dataDir);
  };

  try {
    await start();
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    url,
    sandboxApi: `${url}/sandbox/api`,
    dataDir,
    output: () => said,
    start,
    stop: () => end('SIGTERM'),
    kill9: () => end('SIGKILL'),
    dispose,
  };
}

function isReady(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message
    ? message.type === 'ready'
    : false;
}

/** An empty variable counts as absent and hides one of the `.env` file. */
export function emptyVariables(): Record<string, string> {
  const names = Object.keys(parseEnv(readFileSync(at('.env.example'), 'utf8')));
  return Object.fromEntries(names.map((name) => [name, '']));
}

/** A free TCP port on 127.0.0.1. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function removeSoon(dir: string): Promise<void> {
  const pidFile = path.join(dir, 'postgres', 'data', 'postmaster.pid');
  for (let waited = 0; waited < 10_000 && fileIsThere(pidFile); waited += 100) await sleep(100);
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

function fileIsThere(file: string): boolean {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}
