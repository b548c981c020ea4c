import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApiClient, type ApiClient } from '@tikethet/shared/client';
import type { Role } from '@tikethet/shared/permissions';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { newId } from '../db/ids';
import { createKnex } from '../db/knex';
import { createTestDatabase } from '../db/testing/createTestDatabase';
import { UrlSigner } from '../domain/attachments/signUrls';
import { installPreset } from '../domain/categories/installPreset';
import { SYSTEM, type Actor } from '../domain/context';
import { Desk } from '../domain/desk';
import { loadPerson } from '../domain/people/loadPerson';
import { User } from '../domain/people/user';
import { authenticate } from '../domain/sessions/authenticate';
import { startSession } from '../domain/sessions/startSession';
import { TokenService } from '../domain/sessions/tokens';
import { createApp } from '../http/app';
import { attachmentDownload, attachmentUpload } from '../http/attachments';
import { AVATARS, avatarFiles } from '../http/avatarFiles';
import { Executor } from '../http/execute';
import { EXPORTS, exportFiles } from '../http/exports';
import { MY_FILES, myFiles } from '../http/myFiles';
import { RateLimits } from '../http/rateLimits';
import type { Services } from '../http/services';
import { Secret } from '../platform/secret';
import { DiskStore } from '../storage/diskStore';

export const TEST_BOT_TOKEN = `1000000:${'TEST'.padEnd(35, '-')}`;

export interface ApiPerson {
  id: string;
  actor: Actor;
  accessToken: string;
  refreshToken: string;
  api: ApiClient;
  /** A raw request with the person's token, path relative to the server. */
  request(path: string, init?: RequestInit): Promise<Response>;
}

/** The HTTP side alone, on a database of its own, with a clock that tests turn. */
export interface TestApi {
  url: string;
  db: Knex;
  desk: Desk;
  services: Services;
  storage: DiskStore;
  storageRoot: string;
  /** Without a token. */
  anonymous: ApiClient;
  /** Moves the clock. */
  advance(seconds: number): void;
  now(): Date;
  person(role?: Role): Promise<ApiPerson>;
  close(): Promise<void>;
}

/** @param options.limitFactor multiplies the limits; without them when absent */
export async function startTestApi({ limitFactor = 0 } = {}): Promise<TestApi> {
  const database = await createTestDatabase();
  const db = createKnex(database.url);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tikethet-api-'));
  // Whole seconds: tokens and signatures count in them.
  let now = Math.floor(Date.now() / 1_000) * 1_000;
  const clock = () => new Date(now);
  const desk = new Desk(db, clock);
  const secret = new Secret('a secret of at least thirty-two characters');
  const storageRoot = path.join(dataDir, 'attachments');
  const storage = new DiskStore(storageRoot);
  const services: Services = {
    tokens: new TokenService(secret, clock),
    links: new UrlSigner(secret, clock),
    storage,
    typing: () => undefined,
    config: {
      botToken: () => new Secret(TEST_BOT_TOKEN),
      accountKey: new Secret('erased accounts'),
      ownerTelegramIds: () => [777],
      botLink: (payload) => Promise.resolve(`https://t.me/test_bot?start=${payload}`),
    },
  };
  const check = (bearer: string) => authenticate(db, services.tokens, bearer);
  const limits = new RateLimits(limitFactor);
  const app = createApp({
    log: pino({ level: 'fatal' }),
    executor: new Executor({ desk, services, limits }),
    limits,
    authenticate: check,
    checks: {
      database: async () => true,
      migrations: async () => true,
      telegram: async () => true,
    },
    upload: attachmentUpload({ desk, services, limitFactor }),
    download: attachmentDownload({ desk, services, authenticate: check }),
    extras: [
      { path: MY_FILES, router: myFiles({ desk, services }) },
      { path: EXPORTS, router: exportFiles({ desk, services, authenticate: check }) },
      { path: AVATARS, router: avatarFiles({ desk, services, authenticate: check }) },
    ],
    sites: { miniApp: dataDir, console: null },
  });
  const http = createServer(app);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  await desk.run(SYSTEM, (ctx) => installPreset(ctx, 'gameServer'));

  const person: TestApi['person'] = async (role = 'USER') => {
    const user = await User.query(db).insertAndFetch({
      id: newId(),
      telegramId: Math.floor(Math.random() * 1e12),
      role,
      firstName: role,
      language: 'ru',
      isActive: true,
      createdAt: clock(),
    });
    const kind = role === 'USER' ? 'MINI_APP' : 'CONSOLE';
    const { tokens } = services;
    const session = await desk.run(SYSTEM, (ctx) =>
      startSession(ctx, tokens, user, { kind, deviceName: 'test', ip: '127.0.0.1' }),
    );
    const { accessToken, refreshToken, sessionId } = session;
    // Tests turn the clock by days; the session stays the same.
    const renew = () => tokens.issueAccess({ id: sessionId, userId: user.id });
    const loaded = await desk.run(SYSTEM, (ctx) => loadPerson(ctx, user.id));
    return {
      id: user.id,
      actor: { person: loaded, sessionId, channel: kind },
      accessToken,
      refreshToken,
      api: createApiClient({ baseUrl: `${url}/api/v1`, token: () => accessToken, renew }),
      request: async (requestPath, init = {}) => {
        const headers = new Headers(init.headers);
        headers.set('authorization', `Bearer ${await renew()}`);
        return fetch(`${url}${requestPath}`, { ...init, headers });
      },
    };
  };

  return {
    url,
    db,
    desk,
    services,
    storage,
    storageRoot,
    anonymous: createApiClient({ baseUrl: `${url}/api/v1`, token: () => null }),
    advance: (seconds) => {
      now += seconds * 1_000;
    },
    now: clock,
    person,
    close: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      await db.destroy();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
