import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StoreState } from '../bridge';
import { createEngine, type Engine } from './engine';
import type { Outcome } from './outbox/outbox';
import { startDeskServer, type DeskServer } from './testing/deskServer';
import { sampleMessage } from './testing/samples';
import { openSmallDisk } from './testing/smallDisk';

/** The computer fails the console: its disk is full, its folder closed, its files damaged. */

let desk: DeskServer;
let root: string;
let engine: Engine;
let stores: StoreState[];
let outcomes: Outcome[];
/** Texts that reached the desk, once each. */
let taken: Map<string, string>;

const me = { id: randomUUID(), displayName: 'Анна', username: null, role: 'HELPER' as const };
const ticketId = randomUUID();
const fast = { base: 20, max: 60 };
const ignore = () => undefined;

function open(folder: string): Engine {
  engine = createEngine({
    serverUrl: desk.url,
    tokens: { current: async () => 'token', renew: async () => 'token' },
    me,
    folder,
    events: {
      ...{ events: ignore, caughtUp: ignore, connection: ignore, reset: ignore, typing: ignore },
      ...{ presence: ignore, outbox: ignore, shown: ignore, broken: ignore, defect: ignore },
      outcomes: (all) => outcomes.push(...all),
      store: (state) => stores.push(state),
    },
    backoff: { connection: fast, outbox: fast },
  });
  return engine;
}

async function reopen(folder: string): Promise<void> {
  await engine.stop();
  open(folder).start();
}

const say = (content: string) =>
  engine.write({
    key: randomUUID(),
    route: 'POST /tickets/{id}/messages',
    input: { id: ticketId, content },
  });
const isKept = { ok: true, value: { state: 'kept' } };
const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 20 });
const problem = () => stores.at(-1)?.problem;

function takeCommands(): void {
  desk.on('POST /commands', ({ body }) => {
    const { commands } = JSON.parse(body.toString()) as {
      commands: { key: string; input: { content: string } }[];
    };
    const results = commands.map(({ key, input: { content } }) => {
      taken.set(key, content);
      return { key, status: 201, body: sampleMessage({ ticketId, content }) };
    });
    return { body: { results } };
  });
}

beforeEach(async () => {
  desk = await startDeskServer();
  root = mkdtempSync(join(tmpdir(), 'tikethet-trouble-'));
  [stores, outcomes, taken] = [[], [], new Map()];
});
afterEach(async () => {
  await engine.stop();
  await desk.close();
  rmSync(root, { recursive: true, force: true });
});

const disk = openSmallDisk(1);
disk?.dispose();

test.skipIf(disk === null)(
  'a full disk is said at once; what was kept goes out, nothing else',
  async () => {
    const small = openSmallDisk(1);
    if (small === null) throw new Error('a moment ago it could be mounted');
    try {
      const folder = join(small.folder, 'store');
      open(folder);
      const kept: string[] = [];
      let refused: Awaited<ReturnType<typeof say>>;
      for (let turn = 0; ; turn += 1) {
        const content = `${turn} ${'слово '.repeat(1_000)}`;
        refused = await say(content);
        if (!refused.ok) break;
        kept.push(content);
      }
      expect(kept.length).toBeGreaterThan(3);
      const full = { ok: false, error: { code: 'storage', details: { problem: 'disk_full' } } };
      expect(refused).toMatchObject(full);
      expect(problem()).toBe('disk_full');
      const file = { name: 'лог.txt', type: 'text/plain', bytes: new Uint8Array(900_000) };
      expect(await engine.upload(file, ignore)).toMatchObject(full);
      expect(readdirSync(join(folder, 'files'))).toEqual([]);
      // What the desk answers is shown, also when it cannot be kept.
      desk.on('GET /tags', () => ({ body: { items: [] } }));
      expect(await engine.read('GET /tags', {})).toEqual({ ok: true, value: { items: [] } });

      stores.length = 0;
      desk.on('POST /commands', () => ({ hangUp: true }));
      await reopen(folder);
      expect(engine.outboxState().unsent).toBe(kept.length);
      // Sending needs the disk too: why nothing goes out is said again.
      await until(() => expect(problem()).toBe('disk_full'));
      small.grow(8);
      takeCommands();
      engine.wake();
      expect(await say('теперь можно')).toEqual(isKept);
      expect(problem()).toBeNull();
      await until(() => expect([...taken.values()]).toEqual([...kept, 'теперь можно']));
    } finally {
      await engine.stop();
      small.dispose();
    }
  },
);

test('in a folder that may not be written one works with a network, and is told so', async () => {
  const closed = join(root, 'closed');
  mkdirSync(closed, { mode: 0o500 });
  // Root may write everywhere but into what the system itself keeps.
  const folder = join(process.getuid?.() === 0 ? '/sys' : closed, 'tikethet');
  takeCommands();
  open(folder).start();
  expect(problem()).toBe('read_only');
  expect(await say('всё равно')).toEqual(isKept);
  await until(() => expect([...taken.values()]).toEqual(['всё равно']));
  expect(problem()).toBe('read_only');
});

test('damaged files are put aside and said; everything unsent that can be read goes out', async () => {
  const folder = join(root, 'store');
  open(folder);
  const texts = Array.from({ length: 60 }, (_, turn) => `${turn} ${'слово '.repeat(60)}`);
  for (const text of texts) expect(await say(text)).toEqual(isKept);
  await engine.stop();
  for (const name of ['replica.db', 'outbox.db']) {
    const path = join(folder, name);
    const bytes = readFileSync(path);
    const middle = 4096 * Math.floor(bytes.length / 4096 / 2);
    const [from, to] = name === 'replica.db' ? [0, 4096] : [middle, middle + 4096];
    writeFileSync(path, bytes.fill(0x5a, from, to));
  }
  takeCommands();
  open(folder).start();
  expect(problem()).toBe('damaged');
  const rescued = engine.outboxState().unsent;
  expect(rescued).toBeGreaterThan(texts.length / 2);
  await until(() => expect(taken.size).toBe(rescued));
  const sent = [...taken.values()];
  expect(sent).toEqual(texts.filter((text) => sent.includes(text)));
  for (const name of ['replica.db', 'outbox.db']) {
    expect(existsSync(join(folder, `${name}.damaged`))).toBe(true);
  }
});

test('a clock set to another year and back holds nothing up and sends nothing twice', async () => {
  const folder = join(root, 'store');
  const right = Date.now();
  const year = 365 * 86_400_000;
  vi.useFakeTimers({ toFake: ['Date'], now: right });
  try {
    takeCommands();
    open(folder);
    const later = (ms: number) => new Date(Date.now() + ms).toISOString();
    const keep = (content: string, dueAt?: string) =>
      engine.write({
        ...{ key: randomUUID(), route: 'POST /tickets/{id}/messages' },
        ...{ input: { id: ticketId, content }, ...(dueAt && { dueAt }) },
      });
    vi.setSystemTime(right + year);
    await keep('вперёд', later(5_000));
    vi.setSystemTime(right - year);
    await keep('назад', later(20));
    await reopen(folder);
    await until(() => expect([...taken.values()]).toEqual(['вперёд', 'назад']));
    vi.setSystemTime(right);
    await keep('как есть');
    await until(() => expect([...taken.values()].at(-1)).toBe('как есть'));
    expect(engine.outboxState().unsent).toBe(0);
    expect(outcomes.every(({ result }) => result.ok)).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});
