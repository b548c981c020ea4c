import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApiClient, type ApiClient } from '@tikethet/shared/client';
import type { Tokens } from '@tikethet/shared/contracts';
import type { Role } from '@tikethet/shared/permissions';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import type { ClientToServerEvents, ServerToClientEvents } from '@tikethet/shared/events';
import type { Config } from '../config';
import { startServer, type Outside, type RunningServer } from '../container';
import { freePort } from '../db/embedded/freePort';
import { createKnex } from '../db/knex';
import { createTestDatabase } from '../db/testing/createTestDatabase';
import { Secret } from '../platform/secret';
import { startSandboxServer, type SandboxServer } from '../sandbox';

export type TestSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** A signed-in person of a test desk. */
export interface TestPerson {
  telegramId: number;
  id: string;
  tokens: Tokens;
  api: ApiClient;
  /** A raw request with the person's token; for what the typed client would not send. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** A new socket; connects at once, to another node of the desk when its address is given. */
  socket(cursor?: string, nodeUrl?: string): TestSocket;
}

/** A whole server over a database of its own, with the sandbox as its Telegram. */
export interface TestDesk extends RunningServer {
  url: string;
  databaseUrl: string;
  db: Knex;
  sandbox: SandboxServer;
  config: Config;
  /** Adds a person to the sandbox and signs them in as the Mini App does. */
  person(
    role?: Role,
    options?: { categoryIds?: string[]; firstName?: string },
  ): Promise<TestPerson>;
  close(): Promise<void>;
}

const BOT_TOKEN = `1000000:${'TEST'.padEnd(35, '-')}`;

/**
 * Starts a test desk.
 * @param change adjusts the configuration (rate limits are off unless it turns them on)
 * @param outside stand-ins for the outer world, and changes of what the sandbox is asked for
 */
export async function startTestDesk(
  change: Partial<Config> = {},
  outside: Partial<Outside> & { telegram?: Partial<Config['telegram']> } = {},
): Promise<TestDesk> {
  const database = await createTestDatabase();
  const sandbox = await startSandboxServer({ botToken: BOT_TOKEN });
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tikethet-test-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config: Config = {
    mode: 'production',
    http: { host: '127.0.0.1', port, publicUrl: url },
    dataDir,
    database: { url: new Secret(database.url), readUrl: null },
    redisUrl: null,
    tunnel: null,
    telegram: {
      token: new Secret(BOT_TOKEN),
      mode: 'polling',
      apiRoot: sandbox.apiRoot,
      webhookSecret: null,
      ...outside.telegram,
    },
    ownerTelegramIds: [],
    jwtSecret: new Secret('a secret of at least thirty-two characters'),
    logLevel: 'error',
    rateLimitFactor: 0,
    processes: new Set(['api', 'bot', 'worker']),
    webConsole: false,
    ...change,
  };
  const log = pino({ level: config.logLevel });
  const noTunnel = () => Promise.reject(new Error('this test opens no tunnel'));
  const server = await startServer(config, log, (error) => log.fatal({ err: error }, 'died'), {
    openTunnel: outside.openTunnel ?? noTunnel,
  }).catch(async (error: unknown) => {
    await sandbox.close();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  });
  const db = createKnex(database.url, { poolMax: 4 });
  const sockets: TestSocket[] = [];
  let lastTelegramId = 5_000;

  const person: TestDesk['person'] = async (role = 'USER', options = {}) => {
    const telegramId = (lastTelegramId += 1);
    const firstName = options.firstName ?? `${role} ${telegramId}`;
    sandbox.sandbox.control.addPerson({
      id: telegramId,
      firstName,
      languageCode: 'ru',
      kind: role === 'USER' ? 'customer' : 'staff',
    });
    const signIn = async () => {
      const initData = sandbox.sandbox.control.createInitData(telegramId);
      const anonymous = createApiClient({ baseUrl: `${url}/api/v1`, token: () => null });
      return anonymous('POST /auth/telegram', { initData });
    };
    let tokens = await signIn();
    if (role !== 'USER') {
      await db('users').where({ id: tokens.user.id }).update({ role });
      for (const categoryId of options.categoryIds ?? []) {
        await db('user_categories').insert({ user_id: tokens.user.id, category_id: categoryId });
      }
      tokens = await signIn();
    }
    const { accessToken } = tokens;
    return {
      telegramId,
      id: tokens.user.id,
      tokens,
      api: createApiClient({ baseUrl: `${url}/api/v1`, token: () => accessToken }),
      request: (requestPath, init = {}) => {
        const headers = new Headers(init.headers);
        headers.set('authorization', `Bearer ${accessToken}`);
        return fetch(`${url}${requestPath}`, { ...init, headers });
      },
      socket: (cursor, nodeUrl = url) => {
        const socket: TestSocket = io(nodeUrl, {
          transports: ['websocket'],
          reconnection: false,
          forceNew: true,
          auth: { token: accessToken, ...(cursor === undefined ? {} : { cursor }) },
        });
        sockets.push(socket);
        return socket;
      },
    };
  };

  return {
    ...server,
    url,
    databaseUrl: database.url,
    db,
    sandbox,
    config,
    person,
    close: async () => {
      for (const socket of sockets) socket.disconnect();
      await server.stop();
      await db.destroy();
      await sandbox.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
