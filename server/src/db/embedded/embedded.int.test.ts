import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartError } from '../../platform/startError';
import { administer } from '../testing/testServer';
import { chooseAccount } from './account';
import { readPidFile } from './pidFile';
import { isAlive, waitUntilGone } from './processes';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './startEmbeddedPostgres';
import { as } from './types';

const said: string[] = [];
const note = (message: string) => void said.push(message);
const log = { debug: note, info: note, warn: note, error: note };
const isRoot = process.getuid?.() === 0;

let dataDir: string;
let running: EmbeddedPostgres[];
let children: ChildProcess[];

const data = () => path.join(dataDir, 'postgres', 'data');
const postmasterPid = () => readPidFile(data())?.pid ?? 0;

async function start(onDeath?: (error: StartError) => void): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log, ...(onDeath && { onDeath }) });
  running.push(postgres);
  return postgres;
}

/** Another process that supervises the folder, as a second `npm start` would. */
async function startElsewhere(): Promise<{ child: ChildProcess; url: string }> {
  const program = path.join(import.meta.dirname, 'testing', 'holdPostgres.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout })) return { child, url: line };
  throw new Error('the other process said nothing');
}

async function messageOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof StartError)) throw new Error(`no StartError but ${String(error)}`);
  expect(error.message).toMatch(/^[^\n]+\.$/);
  return error.message;
}

beforeEach(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'tikethet-embedded-'));
  chmodSync(dataDir, 0o711);
  said.length = 0;
  running = [];
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const postgres of running) await postgres.stop();
  const pid = existsSync(data()) ? postmasterPid() : 0;
  if (pid > 0) await waitUntilGone(pid, 10_000);
  rmSync(dataDir, { recursive: true, force: true });
});

describe('startEmbeddedPostgres', () => {
  it('starts durable, in UTF-8, on a port of its own, and stops without a trace', async () => {
    const postgres = await start();
    const pid = postmasterPid();
    expect(postgres.port).not.toBe(5432);
    const shown = await administer(
      postgres.url,
      `SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) AS all,
              (SELECT pg_encoding_to_char(encoding) || ' ' || datlocprovider::text || ' ' || datlocale
               FROM pg_database WHERE datname = current_database()) AS locale,
              (SELECT lower('ЖАЛОБА') || (SELECT 1 FROM pg_collation WHERE collname = 'ru-x-icu')) AS text
       FROM pg_settings
       WHERE name IN ('fsync', 'synchronous_commit', 'listen_addresses', 'max_connections')`,
    );
    expect(shown[0]).toEqual({
      all: 'fsync=on listen_addresses=127.0.0.1 max_connections=100 synchronous_commit=on',
      locale: 'UTF8 b C.UTF-8',
      text: 'жалоба1',
    });
    await postgres.stop();
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(path.join(dataDir, 'postgres.lock'))).toBe(false);
  });

  it('refuses whoever does not know the password', async () => {
    const { url } = await start();
    const stranger = new URL(url);
    stranger.password = 'guess';
    await expect(administer(stranger.href, 'SELECT 1')).rejects.toThrow(/password/);
  });

  it.runIf(isRoot)('runs as an unprivileged user when we are root', async () => {
    await start();
    const status = readFileSync(`/proc/${postmasterPid()}/status`, 'utf8');
    expect(status).toMatch(new RegExp(`^Uid:\\t${chooseAccount(data())?.uid}\\b`, 'm'));
    expect(status).not.toMatch(/^Uid:\t0\b/m);
  });

  it.runIf(isRoot)('keeps the database elsewhere when a 0700 folder is in the way', async () => {
    chmodSync(dataDir, 0o700);
    const first = await start();
    const elsewhere = readFileSync(path.join(dataDir, 'postgres.path'), 'utf8').trim();
    try {
      expect(said.find((line) => line.includes(elsewhere))).toContain(dataDir);
      await administer(first.url, 'CREATE TABLE kept ()');
      await first.stop();
      const second = await start();
      await administer(second.url, 'SELECT FROM kept');
      await second.stop();
    } finally {
      await Promise.all(running.map((postgres) => postgres.stop()));
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });

  it('has every committed row after kill -9 of everything', async () => {
    const { child, url } = await startElsewhere();
    await administer(url, 'CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n');
    const pid = postmasterPid();
    child.kill('SIGSTOP');
    process.kill(pid, 'SIGKILL');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { url: again } = await start();
    const rows = await administer(again, 'SELECT count(*)::text AS n, sum(n)::text AS s FROM kept');
    expect(rows[0]).toEqual({ n: '1000', s: '500500' });
  });

  it('leaves no Postgres behind when its supervisor is killed', async () => {
    const { child } = await startElsewhere();
    const pid = postmasterPid();
    expect(isAlive(pid)).toBe(true);
    child.kill('SIGKILL');
    expect(await waitUntilGone(pid, 10_000)).toBe(true);
  });

  it('stops one that was left over and starts anew', async () => {
    const first = await start();
    await administer(first.url, 'CREATE TABLE kept ()');
    const orphan = postmasterPid();
    // As if its supervisor had died with its watchdog: nobody holds the folder any more.
    rmSync(path.join(dataDir, 'postgres.lock'));
    const second = await start();
    expect(isAlive(orphan)).toBe(false);
    expect(said.join('\n')).toContain(`process ${orphan}`);
    await administer(second.url, 'SELECT FROM kept');
  });

  it('is not stopped by a stale pid that another process of the same user has now', async () => {
    await (await start()).stop();
    const account = chooseAccount(path.join(dataDir, 'postgres'));
    const foreign = spawn('sleep', ['60'], { ...as(account), cwd: '/' });
    children.push(foreign);
    await once(foreign, 'spawn');
    const lines = [foreign.pid, data(), 1, 5433, '', '127.0.0.1', '1 1', 'ready', ''];
    writeFileSync(path.join(data(), 'postmaster.pid'), lines.join('\n'));
    const { url } = await start();
    await administer(url, 'SELECT 1');
    expect(isAlive(foreign.pid ?? 0)).toBe(true);
  });

  it('names the folder and the process when another TiketHet has it', async () => {
    const { child } = await startElsewhere();
    const message = await messageOf(start());
    expect(message).toContain(dataDir);
    expect(message).toContain(`process ${child.pid}`);
  });

  it('takes a folder over whose holder has another process’s id', async () => {
    const claim = { pid: process.ppid, identity: 'another boot/1' };
    writeFileSync(path.join(dataDir, 'postgres.lock'), JSON.stringify(claim));
    await administer((await start()).url, 'SELECT 1');
  });

  it('names a folder that cannot be written', async () => {
    const file = path.join(dataDir, 'file');
    writeFileSync(file, '');
    const below = path.join(file, 'data');
    const message = await messageOf(startEmbeddedPostgres({ dataDir: below, log }));
    expect(message).toContain(below);
    expect(message).toContain('DATA_DIR');
  });

  it('explains a cluster of another version', async () => {
    mkdirSync(data(), { recursive: true });
    writeFileSync(path.join(data(), 'PG_VERSION'), '9.6\n');
    chmodSync(data(), 0o700);
    expect(await messageOf(start())).toContain(dataDir);
  });

  it('tells the server when Postgres dies', async () => {
    const death = new Promise<StartError>((resolve) => void start(resolve));
    await expect.poll(postmasterPid, { timeout: 20_000 }).toBeGreaterThan(0);
    await expect.poll(() => readPidFile(data())?.status, { timeout: 20_000 }).toBe('ready');
    await expect.poll(() => running.length, { timeout: 20_000 }).toBe(1);
    process.kill(postmasterPid(), 'SIGKILL');
    expect((await death).message).toContain(path.join(dataDir, 'postgres'));
  });
});
