import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../store/database';
import { openOutboxDatabase } from './openOutbox';
import { OUTBOX_MIGRATIONS } from './outboxSchema';
import { openQueue } from './queue';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tikethet-outbox-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const row = (turn: number) => ({
  key: `key ${turn}`,
  lane: `tickets:${turn % 7}`,
  operation: 'messages.create' as const,
  input: { content: 'текст '.repeat(40) },
  subject: null,
  held: false,
  problem: null,
  at: '2026-01-05T10:00:00.000Z',
  sentAt: null,
  ownAt: null,
  dueAt: null,
});

test('what can be read of a damaged outbox is rescued, the file is put aside', () => {
  const { database, rescued } = openOutboxDatabase(folder);
  expect(rescued).toBe(false);
  const queue = openQueue(database);
  for (let turn = 0; turn < 200; turn += 1) queue.add(row(turn));
  database.run('pragma wal_checkpoint(truncate)');
  database.close();
  const path = join(folder, 'outbox.db');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const bytes = readFileSync(path);
  // A page in the middle of the table.
  const middle = 4096 * Math.floor(bytes.length / 4096 / 2);
  writeFileSync(path, bytes.fill(0x5a, middle, middle + 4096));

  const next = openOutboxDatabase(folder);
  expect(next.rescued).toBe(true);
  const saved = openQueue(next.database).all();
  next.database.close();
  expect(saved.length).toBeGreaterThan(100);
  expect(saved[0]?.key).toBe('key 0');
  expect(saved.at(-1)?.key).toBe('key 199');
  expect(existsSync(`${path}.damaged`)).toBe(true);
});

test('a transaction that could not begin leaves the next one whole', () => {
  const { database } = openOutboxDatabase(folder);
  const other = openOutboxDatabase(folder).database;
  database.get('pragma busy_timeout = 0');
  const add = (turn: number) => openQueue(database).add(row(turn));
  other.transaction(() => expect(() => database.transaction(() => add(1))).toThrow('locked'));
  const broken = () => {
    add(2);
    throw new Error('half-way');
  };
  expect(() => database.transaction(broken)).toThrow('half-way');
  expect(openQueue(database).all()).toEqual([]);
  database.close();
  other.close();
});

test('what an earlier version left unsent is kept; what a later one left is not touched', () => {
  const path = join(folder, 'outbox.db');
  const first = openDatabase(path, {
    durability: 'full',
    migrations: OUTBOX_MIGRATIONS.slice(0, 1),
  });
  first.run(
    `insert into commands (key, lane, place, operation, input, at)
     values ('old', 'tickets:1', 1, 'messages.create', '{"id":"1","content":"Жду"}', '2026-01-01')`,
  );
  first.close();
  const opened = openOutboxDatabase(folder);
  expect(opened.rescued).toBe(false);
  expect(openQueue(opened.database).all()).toMatchObject([
    { key: 'old', input: { content: 'Жду' }, dueAt: null },
  ]);
  opened.database.run(`pragma user_version = ${OUTBOX_MIGRATIONS.length + 1}`);
  opened.database.close();
  const before = readFileSync(path);
  expect(() => openOutboxDatabase(folder)).toThrow('newer version');
  expect(readFileSync(path).equals(before)).toBe(true);
});
