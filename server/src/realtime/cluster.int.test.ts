import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pino } from 'pino';
import type { PresenceState } from '@tikethet/shared/events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../container';
import { freePort } from '../db/embedded/freePort';
import { Secret } from '../platform/secret';
import { startTestDesk, type TestDesk } from '../testing/testDesk';

const REDIS = '/usr/bin/redis-server';
const installed = existsSync(REDIS);
if (!installed && process.env.TIKETHET_REQUIRE_ALL) throw new Error(`${REDIS} is not installed`);

// Loud in the report as skipped where Redis is not installed; CI installs it.
describe.runIf(installed)('two nodes', () => {
  let redis: ChildProcess;
  let desk: TestDesk;
  let second: RunningServer;
  let secondUrl: string;

  beforeAll(async () => {
    const redisPort = await freePort();
    redis = spawn(REDIS, ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', ''], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve, reject) => {
      redis.once('exit', () => reject(new Error('Redis ended at once')));
      redis.stdout?.on('data', (text: Buffer) => {
        if (text.includes('Ready to accept connections')) resolve();
      });
    });
    const redisUrl = new Secret(`redis://127.0.0.1:${redisPort}`);
    desk = await startTestDesk({ redisUrl });
    const port = await freePort();
    secondUrl = `http://127.0.0.1:${port}`;
    second = await startServer(
      {
        ...desk.config,
        http: { host: '127.0.0.1', port, publicUrl: secondUrl },
        processes: new Set(['api']),
      },
      pino({ level: 'error' }),
      () => undefined,
    );
  });
  afterAll(async () => {
    await second.stop();
    await desk.close();
    redis.kill('SIGKILL');
  });

  test('events reach the sockets of both once; typing and presence cross', async () => {
    const admin = await desk.person('ADMIN');
    const helper = await desk.person('HELPER');
    const customer = await desk.person();
    const { items } = await customer.api('GET /categories', {});
    const here = admin.socket();
    const there = helper.socket(undefined, secondUrl);
    await Promise.all(
      [here, there].map((socket) => new Promise((resolve) => socket.on('ready', resolve))),
    );
    const seen = { here: [] as string[], there: [] as string[] };
    here.on('event', ({ type }) => seen.here.push(type));
    there.on('event', ({ type }) => seen.there.push(type));
    const ticket = await customer.api('POST /tickets', {
      title: 'Вопрос',
      description: 'Текст',
      categoryId: items[0]!.id,
    });
    const both = ['ticket.created', 'message.created', 'notification.created'];
    await expect.poll(() => seen).toEqual({ here: both, there: both });

    const typing = new Promise((resolve) => there.on('typing', resolve));
    here.emit('typing', { ticketId: ticket.id });
    expect(await typing).toMatchObject({ ticketId: ticket.id, side: 'STAFF' });

    const states: PresenceState[] = [];
    here.on('presence', (state) => states.push(state));
    here.emit('viewing', { ticketId: ticket.id });
    there.emit('viewing', { ticketId: ticket.id });
    await expect
      .poll(() =>
        states
          .at(-1)
          ?.viewers.map(({ id }) => id)
          .sort(),
      )
      .toEqual([admin.id, helper.id].sort());
  });

  test('a session that ends on one node ends its sockets on the other', async () => {
    const customer = await desk.person();
    const socket = customer.socket(undefined, secondUrl);
    await new Promise((resolve) => socket.on('ready', resolve));
    const gone = new Promise((resolve) => socket.on('disconnect', resolve));
    await customer.api('POST /auth/logout', { refreshToken: customer.tokens.refreshToken });
    expect(await gone).toBe('io server disconnect');
  });
});
