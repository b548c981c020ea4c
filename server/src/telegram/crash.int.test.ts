import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Api } from 'grammy';
import { expect, it } from 'vitest';
import { createKnex } from '../db/knex';
import { createTestDatabase } from '../db/testing/createTestDatabase';
import { installPreset } from '../domain/categories/installPreset';
import { SYSTEM } from '../domain/context';
import { Desk } from '../domain/desk';
import { startSandboxServer } from '../sandbox';
import type { BotProcessOptions } from './testing/botProcess';
import { bundle } from './testing/bundle';
import { startStubbornTelegram } from './testing/stubbornTelegram';
import { TOKEN, until } from './testing/testDesk';

const PEOPLE = 40;
const UPDATES = 500;
const KILLS = 10;
const entry = fileURLToPath(new URL('./testing/botProcess.ts', import.meta.url));

async function startBot(file: string, options: BotProcessOptions): Promise<ChildProcess> {
  const child = spawn(process.execPath, [file, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the bot process ended with ${code}`)));
    child.stdout?.once('data', () => resolve());
  });
  child.removeAllListeners('exit');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

it('gives every update exactly one effect, redelivered twice, killed ten times', async () => {
  const database = await createTestDatabase();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tikethet-crash-'));
  const people = Array.from({ length: PEOPLE }, (_, index) => ({
    id: 10_000 + index,
    firstName: `Клиент ${index}`,
    languageCode: 'ru',
    kind: 'customer' as const,
  }));
  const server = await startSandboxServer({ botToken: TOKEN, people });
  const { control } = server.sandbox;
  const behind = new Api(TOKEN, { apiRoot: server.apiRoot });
  const front = await startStubbornTelegram(server.sandbox, (offset) =>
    behind.getUpdates({ offset, limit: 100, timeout: 0 }),
  );
  const db = createKnex(database.url);
  const processed = async () => {
    const row = await db('telegram_updates').whereNotNull('processed_at').count().first();
    return Number(row?.count);
  };
  const program = await bundle(entry);
  const options = { databaseUrl: database.url, apiRoot: front.apiRoot, token: TOKEN, folder };
  let child: ChildProcess | null = null;
  try {
    await new Desk(db, () => new Date()).run(SYSTEM, (ctx) => installPreset(ctx, 'gameServer'));
    const sent: { personId: number; text: string }[] = [];
    for (let index = 0; index < UPDATES; index += 1) {
      const personId = 10_000 + Math.floor(Math.random() * PEOPLE);
      control.sendText(personId, `сообщение ${index}`);
      sent.push({ personId, text: `сообщение ${index}` });
    }
    const points = Array.from({ length: KILLS }, () => 1 + Math.floor(Math.random() * 480));
    for (const point of points.sort((a, b) => a - b)) {
      child = await startBot(program.file, options);
      await until(async () => (await processed()) >= point, 60_000);
      await kill(child);
    }
    child = await startBot(program.file, options);
    await until(() => front.givenTwice() === UPDATES, 60_000);
    await until(async () => {
      const left = await db('telegram_updates').whereNull('processed_at').count().first();
      return Number(left?.count) === 0;
    }, 60_000);

    const rows = await db('messages')
      .join('tickets', 'tickets.id', 'messages.ticket_id')
      .join('users', 'users.id', 'tickets.customer_id')
      .orderBy(['users.telegram_id', 'messages.position'])
      .select('users.telegram_id', 'messages.content');
    const expected = [...sent].sort((a, b) => a.personId - b.personId);
    expect(rows).toEqual(
      expected.map(({ personId, text }) => ({ telegram_id: personId, content: text })),
    );
    const writers = new Set(sent.map(({ personId }) => personId));
    const tickets = await db('tickets').count().first();
    expect(Number(tickets?.count)).toBe(writers.size);
    const parked = await db('telegram_updates').whereNotNull('parked_at');
    expect(parked).toEqual([]);
    const created = await db('event_log').where({ type: 'message.created' }).count().first();
    expect(Number(created?.count)).toBe(UPDATES);

    // What the bot said arrived once, or is known to be unknown; never twice.
    await until(async () => {
      const open = await db('deliveries').whereIn('state', ['QUEUED', 'SENDING']).count().first();
      return Number(open?.count) === 0;
    }, 60_000);
    const unknown = await db('deliveries').where({ state: 'UNKNOWN' });
    let heard = 0;
    for (const personId of writers) {
      const accepted = control
        .messages(personId)
        .filter(({ message }) => /принято/.test(message.text ?? ''));
      expect(accepted.length).toBeLessThanOrEqual(1);
      heard += accepted.length;
    }
    expect(heard).toBeGreaterThanOrEqual(writers.size - unknown.length);
  } finally {
    if (child?.exitCode === null) await kill(child);
    await program.remove();
    await front.close();
    await server.close();
    await db.destroy();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  }
}, 300_000);
