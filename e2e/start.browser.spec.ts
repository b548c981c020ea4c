import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { at } from './support/root';
import { emptyVariables, freePort } from './support/server';

/** What a person sees who runs `npm start`, with its ways to go wrong. */

test.skip(process.platform === 'win32', 'signals and /proc');

interface Run {
  npm: ChildProcess;
  ended: Promise<number | null>;
  /** Everything printed so far. */
  output(): string;
}

let dataDir: string;
let port: number;
let runs: Run[];
let occupied: Server | null;

function npmStart(env: Record<string, string> = {}): Run {
  const npm = spawn('npm', ['start', '--silent'], {
    cwd: at(),
    env: {
      ...process.env,
      ...emptyVariables(),
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const ended = once(npm, 'close').then(([code]) => code as number | null);
  const run = { npm, ended, output: () => said };
  runs.push(run);
  return run;
}

async function ready(run: Run): Promise<void> {
  await expect.poll(() => run.output(), { timeout: 60_000 }).toContain('TiketHet is ready');
}

/** The one sentence that a start which cannot succeed leaves behind. */
async function failure(env: Record<string, string> = {}): Promise<string> {
  const run = npmStart(env);
  expect(await run.ended).toBe(1);
  const lines = run
    .output()
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^(?:[·✓] |npm (?:warn|error))/.test(line));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/\.$/);
  return lines[0] ?? '';
}

/** Processes that have our data folder in their environment or command line. */
function processesOfOurs(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        const [environment, command] = ['environ', 'cmdline'].map((file) =>
          readFileSync(`/proc/${pid}/${file}`, 'utf8'),
        );
        const told = `${environment ?? ''} ${command ?? ''}`;
        return told.includes(dataDir) ? [`${pid} ${command?.replaceAll('\0', ' ') ?? ''}`] : [];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}

test.beforeEach(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'tikethet-start-'));
  // As root Postgres runs as another user, who must get through.
  chmodSync(dataDir, 0o711);
  port = await freePort();
  runs = [];
  occupied = null;
});

test.afterEach(async () => {
  occupied?.close();
  for (const run of runs) {
    if (run.npm.exitCode === null && run.npm.signalCode === null) run.npm.kill('SIGTERM');
    await run.ended;
  }
  await expect.poll(processesOfOurs, { timeout: 30_000 }).toEqual([]);
  rmSync(dataDir, { recursive: true, force: true });
});

test('prints the addresses, and Ctrl-C stops everything', async () => {
  const run = npmStart();
  await ready(run);
  for (const place of ['/sandbox/', '/console/', '/app/', '/docs']) {
    expect(run.output()).toContain(`http://127.0.0.1:${port}${place}`);
  }
  expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);
  process.kill(-(run.npm.pid ?? 0), 'SIGINT');
  await run.ended;
  await expect.poll(processesOfOurs, { timeout: 15_000 }).toEqual([]);
});

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  test(`leaves no process behind when npm gets ${signal}`, async () => {
    const run = npmStart();
    await ready(run);
    expect(processesOfOurs().length).toBeGreaterThan(2);
    run.npm.kill(signal);
    await expect.poll(processesOfOurs, { timeout: 15_000 }).toEqual([]);
  });
}

test('starts again after kill -9 of everything', async () => {
  await ready(npmStart());
  for (const line of processesOfOurs()) process.kill(Number(line.split(' ')[0]), 'SIGKILL');
  await ready(npmStart());
});

test('names a busy port and the remedy', async () => {
  occupied = createServer().listen(port, '127.0.0.1');
  await once(occupied, 'listening');
  expect((occupied.address() as AddressInfo).port).toBe(port);
  const message = await failure();
  expect(message).toContain(String(port));
  expect(message).toContain('PORT');
});

test('names a data folder that another TiketHet has', async () => {
  await ready(npmStart());
  port = await freePort();
  expect(await failure()).toContain(dataDir);
});

test('names a data folder that cannot be written', async () => {
  const file = path.join(dataDir, 'file');
  writeFileSync(file, '');
  const message = await failure({ DATA_DIR: path.join(file, 'below') });
  expect(message).toContain(path.join(file, 'below'));
});

test('names a malformed variable', async () => {
  expect(await failure({ TELEGRAM_MODE: 'push' })).toContain('TELEGRAM_MODE="push"');
});

test('names an unreachable database without its password', async () => {
  const nobody = await freePort();
  const message = await failure({ DATABASE_URL: `postgres://desk:hush@127.0.0.1:${nobody}/desk` });
  expect(message).toContain(`127.0.0.1:${nobody}`);
  expect(message).toContain('DATABASE_URL');
  expect(message).not.toContain('hush');
});
