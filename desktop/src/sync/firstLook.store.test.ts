import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TicketCounts } from '@tikethet/shared/contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEngine, type Engine } from './engine';
import { openReplica } from './store/openStore';
import { startDeskServer, type DeskServer } from './testing/deskServer';
import { sampleTicket } from './testing/samples';

let desk: DeskServer;
let folder: string;
let engine: Engine;
let resets: number;
/** Answers that the desk holds back until the end of a test. */
let release: () => void;

const me = { id: randomUUID(), displayName: 'Анна', username: null, role: 'HELPER' as const };
const ignore = () => undefined;

function startEngine(): Engine {
  const started = createEngine({
    serverUrl: desk.url,
    tokens: { current: () => Promise.resolve('t'), renew: () => Promise.resolve('t') },
    me,
    folder: join(folder, 'store'),
    events: {
      events: ignore,
      caughtUp: ignore,
      connection: ignore,
      reset: () => (resets += 1),
      typing: ignore,
      presence: ignore,
      outbox: ignore,
      outcomes: ignore,
      shown: ignore,
      store: ignore,
      broken: ignore,
      defect: ignore,
    },
  });
  started.start();
  return started;
}

/** A console that has read its desk before, with one ticket. */
function keepDesk(): void {
  const { replica } = openReplica(join(folder, 'store'));
  replica.write(() => {
    replica.putTicket(sampleTicket({ title: 'с диска' }), 'all');
    replica.setMeta('whole', '1');
    replica.setMeta('cursor', 'here');
  });
  replica.database.close();
}

const paths = () => desk.asked.map(({ path }) => path.replace('/api/v1', ''));
const drafts = { items: [] };

beforeEach(async () => {
  desk = await startDeskServer();
  desk.io.on('connection', (socket) => socket.emit('ready', { cursor: 'now' }));
  folder = await mkdtemp(join(tmpdir(), 'tikethet-first-'));
  [resets, release] = [0, ignore];
});

afterEach(async () => {
  release();
  await engine.stop();
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

/** Asks once while connected, so that the answer is kept, and ends that engine. */
async function keepAnswer(): Promise<void> {
  desk.on('GET /drafts', () => ({ body: drafts }));
  engine = startEngine();
  expect(await engine.read('GET /drafts', {})).toMatchObject({ ok: true });
  await engine.stop();
  desk.asked.length = 0;
}

test('a start shows what is kept, counts after it, and only then asks the desk', async () => {
  keepDesk();
  await keepAnswer();
  const connected = vi.fn();
  desk.io.on('connection', connected);
  engine = startEngine();
  const counting = engine.read('GET /tickets/counts', {});
  const counted = vi.fn();
  void counting.then(counted);
  expect(await engine.read('GET /drafts', {})).toEqual({ ok: true, value: drafts });
  const list = await engine.read('GET /tickets', {});
  expect(list).toMatchObject({ ok: true, value: { items: [{ title: 'с диска' }] } });
  expect([paths(), connected.mock.calls.length, counted.mock.calls.length]).toEqual([[], 0, 0]);
  const counts = await counting;
  expect(counts.ok && (counts.value as TicketCounts).active).toBe(1);
  await vi.waitFor(() => expect(connected).toHaveBeenCalled());
  // What was given before the desk could say otherwise is asked for again.
  await vi.waitFor(() => expect(resets).toBeGreaterThan(0));
});

test('a console that has nothing yet asks at once', async () => {
  desk.on('GET /drafts', () => ({ body: drafts }));
  engine = startEngine();
  expect(await engine.read('GET /drafts', {})).toEqual({ ok: true, value: drafts });
  expect(paths()).toContain('/drafts');
});

test('waking up ends the first look', async () => {
  keepDesk();
  const connected = vi.fn();
  desk.io.on('connection', connected);
  engine = startEngine();
  const began = performance.now();
  engine.wake();
  await vi.waitFor(() => expect(connected).toHaveBeenCalled(), { interval: 5 });
  // Not a speed: without the wake-up nothing is asked for a whole second and a half.
  expect(performance.now() - began).toBeLessThan(1_400);
});

test('a desk that keeps silent holds up nothing that is kept', async () => {
  keepDesk();
  await keepAnswer();
  // Neither the socket nor a question is ever answered.
  desk.io.removeAllListeners('connection');
  const silence = new Promise<void>((resolve) => (release = resolve));
  desk.on('GET /drafts', () => silence.then(() => ({ body: drafts })));
  engine = startEngine();
  engine.wake();
  expect(await engine.read('GET /drafts', {})).toEqual({ ok: true, value: drafts });
  expect(paths()).toContain('/drafts');
}, 10_000);
