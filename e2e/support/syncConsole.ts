import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OutboxState, Result } from '../../desktop/src/bridge';
import { createSyncHost, type SyncHost } from '../../desktop/src/main/sync/syncHost';
import { launchData } from './telegramApp';
import { createApiClient } from '../../shared/src/client';
import { at, built } from './root';

/**
 * The console without its window: main's own host and, as in the program, the built sync engine in a
 * process of its own, which can be killed.
 */
export interface SyncConsole {
  host: SyncHost;
  /** Who is signed in. */
  id: string;
  /** SIGKILL of the engine's process; the host starts another one on the same files. */
  kill9(): Promise<void>;
  /** How often the engine was started. */
  starts(): number;
  outbox(): OutboxState;
  /** Refusals of commands so far: what a person would have had to decide. */
  refusals(): { key: string; code: string; details: unknown }[];
  /** Tries until the engine has the change on disk; the same key has one effect. */
  write(route: string, input: Record<string, unknown>, key: string, dueAt?: string): Promise<void>;
  read<T>(route: string, input: Record<string, unknown>): Promise<T>;
  stop(): Promise<void>;
}

export interface SyncConsoleOptions {
  /** Where the engine finds the desk: maybe a proxy. */
  url: string;
  /** The desk itself, for signing in. */
  deskUrl: string;
  personId: number;
  /** Of an earlier console, to continue with its files. */
  folder?: string;
  /** Where the program itself would keep the store of a person; instead of `folder`. */
  folderOf?: (userId: string) => string;
  /** Milliseconds by which the clock of its computer is wrong. */
  clock?: number;
}

/** Milliseconds between tries of what found no engine. */
const PAUSE = 30;
/** Milliseconds for the whole of one try. */
const LIMIT = 60_000;
/** Milliseconds after which a token is not used again. */
const TOKEN_LIFE = 5 * 60_000;

/** Electron's Node, which has `node:sqlite`. */
function program(): string {
  return process.env.TIKETHET_ELECTRON || built('node_modules', 'electron', 'dist', 'electron');
}

/** Signs in anew whenever a token is needed: main's own way with tokens is not what is tried here. */
function signIn(deskUrl: string, personId: number) {
  const api = createApiClient({ baseUrl: `${deskUrl}/api/v1`, token: () => null });
  return async () => api('POST /auth/telegram', { initData: await launchData(deskUrl, personId) });
}

export async function startSyncConsole(options: SyncConsoleOptions): Promise<SyncConsole> {
  const folder = options.folder ?? mkdtempSync(path.join(os.tmpdir(), 'tikethet-sync-'));
  // A copy: a build in between must not change what runs here.
  const code = mkdtempSync(path.join(os.tmpdir(), 'tikethet-engine-'));
  cpSync(path.dirname(built('desktop', 'out', 'main', 'sync.js')), code, { recursive: true });
  const enter = signIn(options.deskUrl, options.personId);
  const { user, accessToken } = await enter();
  let token = { value: accessToken, at: Date.now() };
  const renew = async () => {
    const fresh = await enter();
    token = { value: fresh.accessToken, at: Date.now() };
    return token.value;
  };

  let child: ChildProcess | null = null;
  let starts = 0;
  let stopping = false;
  const refused: { key: string; code: string; details: unknown }[] = [];
  const ignore = () => undefined;
  const host = createSyncHost({
    serverUrl: options.url,
    folderOf: options.folderOf ?? ((id) => path.join(folder, id)),
    restartDelay: 10,
    launch: (on) => {
      starts += 1;
      const engine = fork(
        at('e2e', 'support', 'engineProcess.ts'),
        [pathToFileURL(path.join(code, 'sync.js')).href],
        {
          execPath: program(),
          execArgv: ['--no-warnings'],
          env: {
            ...process.env,
            ...{ ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
            TIKETHET_TEST_CLOCK: String(options.clock ?? 0),
          },
          serialization: 'advanced',
          stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        },
      );
      child = engine;
      engine.on('message', (message) => on.message(message));
      engine.on('error', ignore);
      engine.once('exit', (exit) => on.exited(exit ?? 9));
      return {
        send: (message) => void (engine.connected && engine.send(message)),
        kill: () => void engine.kill('SIGKILL'),
      };
    },
    tokens: {
      current: () => (Date.now() - token.at < TOKEN_LIFE ? Promise.resolve(token.value) : renew()),
      renew: (stale) => (stale === token.value ? renew() : Promise.resolve(token.value)),
    },
    events: {
      events: ignore,
      caughtUp: ignore,
      connection: ignore,
      reset: ignore,
      typing: ignore,
      presence: ignore,
      outbox: ignore,
      outcomes(outcomes) {
        for (const { key, result } of outcomes) {
          if (!result.ok) refused.push({ key, ...result.error });
        }
      },
      shown: ignore,
      store: ignore,
      crashed: ignore,
      defect: (text) => globalThis.console.error(text),
    },
  });
  const { id, displayName, username, role } = user;
  host.start({ id, displayName, username, role });

  /** Repeats what found no engine: between a kill and the next start there is none. */
  async function patiently(call: () => Promise<Result<unknown>>): Promise<unknown> {
    const began = Date.now();
    for (;;) {
      const result = await call();
      if (result.ok) return result.value;
      const passing = result.error.code === 'network' || result.error.code === 'rate_limited';
      if (!passing || Date.now() - began > LIMIT || stopping) {
        throw new Error(`${result.error.code} ${JSON.stringify(result.error.details)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }

  return {
    host,
    id,
    async kill9() {
      const victim = child;
      if (victim === null || victim.exitCode !== null || victim.signalCode !== null) return;
      const gone = once(victim, 'exit');
      victim.kill('SIGKILL');
      await gone;
    },
    starts: () => starts,
    outbox: () => host.outbox(),
    refusals: () => refused,
    async write(route, input, key, dueAt) {
      await patiently(() => host.call({ method: 'write', route, input, key, dueAt }));
    },
    read: async <T>(route: string, input: Record<string, unknown>) =>
      (await patiently(() => host.call({ method: 'read', route, input }))) as T,
    async stop() {
      stopping = true;
      await host.stop();
      rmSync(code, { recursive: true, force: true });
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
