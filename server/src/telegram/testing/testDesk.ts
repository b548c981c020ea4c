import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { createKnex } from '../../db/knex';
import { createTestDatabase } from '../../db/testing/createTestDatabase';
import { installPreset } from '../../domain/categories/installPreset';
import { SYSTEM, type Actor, type Ctx } from '../../domain/context';
import { Desk, type Clock } from '../../domain/desk';
import { personOf } from '../../domain/people/personOf';
import { User } from '../../domain/people/user';
import { Ticket } from '../../domain/tickets/ticket';
import { startSandboxServer, type SandboxServer } from '../../sandbox';
import type { SandboxPerson } from '../../sandbox';
import { anna, ben } from '../../sandbox/testKit';
import { DiskStore } from '../../storage/diskStore';
import { startTelegram, type Telegram, type TelegramDeps } from '../index';

export const TOKEN = `424242:${'A'.repeat(35)}`;

export const staff: SandboxPerson = {
  id: 900,
  firstName: 'Олег',
  username: 'oleg',
  languageCode: 'ru',
  kind: 'staff',
};

/** A desk with a bot in a sandbox: real Postgres, real HTTP. */
export interface TestDesk {
  db: Knex;
  desk: Desk;
  server: SandboxServer;
  storage: DiskStore;
  deps: TelegramDeps;
  telegram: Telegram;
  /** Runs a verb as this person of Telegram. */
  as<T>(telegramId: number, work: (ctx: Ctx) => Promise<T>): Promise<T>;
  tickets(): Promise<Ticket[]>;
  close(): Promise<void>;
}

export async function actorOf(db: Knex, telegramId: number): Promise<Actor> {
  const user = await User.query(db).findOne({ telegramId }).throwIfNotFound();
  const person = await personOf(db, user);
  return { person, sessionId: null, channel: 'CONSOLE' };
}

/** @param clock the desk's; a fast one makes the pace of hours one of seconds */
export async function createTestDesk(
  config: Partial<TelegramDeps['config']> = {},
  clock: Clock = () => new Date(),
  more: Pick<TelegramDeps, 'watchEvery'> = {},
): Promise<TestDesk> {
  const database = await createTestDatabase();
  const db = createKnex(database.url);
  const desk = new Desk(db, clock);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tikethet-telegram-'));
  const storage = new DiskStore(folder);
  await desk.run(SYSTEM, (ctx) => installPreset(ctx, 'gameServer'));
  const server = await startSandboxServer({ botToken: TOKEN, people: [anna, ben, staff] });
  const deps: TelegramDeps = {
    desk,
    db,
    storage,
    ...more,
    log: pino({ level: process.env.TELEGRAM_TEST_LOG ?? 'silent' }),
    config: {
      token: TOKEN,
      apiRoot: server.apiRoot,
      mode: 'polling',
      webhookSecret: null,
      publicUrl: 'https://desk.example',
      miniAppUrl: 'https://desk.example/app/',
      consoleUrl: null,
      ownerIds: [staff.id],
      temporaryUrl: false,
      demo: false,
      limitFactor: 0,
      ...config,
    },
  };
  const telegram = await startTelegram(deps);
  desk.onWake((wakes) => {
    for (const kind of wakes) if (kind !== 'feed') telegram.wake(kind);
  });
  return {
    db,
    desk,
    server,
    storage,
    deps,
    telegram,
    as: async (telegramId, work) => desk.run(await actorOf(db, telegramId), work),
    tickets: async () => Ticket.query(db).orderBy('number'),
    close: async () => {
      await telegram.stop();
      await server.close();
      await db.destroy();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until something is so. */
export async function until<T>(
  read: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  timeoutMs = 8_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (value !== undefined && value !== null && value !== false) return value;
    if (Date.now() > deadline) throw new Error('it did not become so in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
