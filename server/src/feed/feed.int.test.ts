import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiError } from '@tikethet/shared/client';
import type { FeedEvent } from '@tikethet/shared/events';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM } from '../domain/context';
import { Desk } from '../domain/desk';
import { changeTicket } from '../domain/tickets/changeTicket';
import { createKnex } from '../db/knex';
import { startTestDesk, type TestDesk, type TestPerson } from '../testing/testDesk';
import { SEQUENCER_LOCK, Sequencer } from './sequencer';

let desk: TestDesk;
let admin: TestPerson;
let categoryId: string;

beforeAll(async () => {
  desk = await startTestDesk();
  admin = await desk.person('ADMIN');
  const { items } = await admin.api('GET /categories', {});
  categoryId = items[0]?.id ?? '';
});
afterAll(() => desk.close());

/** Reads everything after a cursor, page by page. */
async function readAllOf(person: TestPerson, cursor: string): Promise<FeedEvent[]> {
  const events: FeedEvent[] = [];
  for (;;) {
    const page = await person.api('GET /sync', { cursor, limit: 100 });
    if (page.nextCursor === cursor) return events;
    events.push(...(page.items as FeedEvent[]));
    cursor = page.nextCursor;
  }
}

async function now(person: TestPerson): Promise<string> {
  return (await person.api('GET /sync', {})).nextCursor;
}

/** Waits until every committed event has its position. */
async function settled(): Promise<void> {
  for (;;) {
    const rows = await desk.db('event_log').whereNull('position').limit(1);
    if (rows.length === 0) return;
    await pause(10);
  }
}

/**
 * A reader that loses its connection at random, comes back with the last cursor it saw, and writes
 * down every event it is given.
 */
function restlessReader(person: TestPerson, cursor: string) {
  const seen: FeedEvent[] = [];
  let last = cursor;
  let stopped = false;
  let connects = 0;
  const life = (async () => {
    while (!stopped) {
      const socket = person.socket(last);
      connects += 1;
      socket.on('event', (event) => {
        seen.push(event);
        last = event.cursor;
      });
      await new Promise<void>((resolve) => socket.on('connect', () => resolve()));
      await pause(5 + Math.random() * 60);
      socket.disconnect();
    }
  })();
  return {
    seen,
    connects: () => connects,
    /** Stops reconnecting and reads the rest on a quiet connection. */
    finish: async (expected: number) => {
      stopped = true;
      await life;
      const socket = person.socket(last);
      socket.on('event', (event) => seen.push(event));
      while (seen.length < expected) await pause(10);
      await pause(100);
      socket.disconnect();
    },
  };
}

test('50 writers at once, readers that reconnect: every event once, one order for all', async () => {
  const customers = await Promise.all(Array.from({ length: 10 }, () => desk.person()));
  const shared = await customers[0]!.api('POST /tickets', {
    title: 'Shared',
    description: 'Everybody writes here',
    categoryId,
  });
  await settled();
  const start = await now(admin);
  const readers = Array.from({ length: 4 }, () => restlessReader(admin, start));

  const writes = Array.from({ length: 50 }, async (_, writer) => {
    const customer = customers[writer % customers.length]!;
    const ticket = await customer.api('POST /tickets', {
      title: `Writer ${writer}`,
      description: 'First',
      categoryId,
    });
    for (let turn = 0; turn < 4; turn += 1) {
      await customer.api('POST /tickets/{id}/messages', {
        id: ticket.id,
        content: `message ${turn}`,
      });
      // All staff writers meet on one ticket.
      await admin.api('POST /tickets/{id}/messages', {
        id: shared.id,
        content: `writer ${writer} turn ${turn}`,
        internal: true,
      });
    }
  });
  const rolledBack = new Desk(desk.db, () => new Date())
    .run(SYSTEM, async (ctx) => {
      await changeTicket(ctx, { id: shared.id, changes: { title: 'Never seen' } });
      await pause(50);
      throw new Error('rolled back on purpose');
    })
    .catch((error: unknown) => String(error));
  await Promise.all(writes);
  expect(await rolledBack).toContain('on purpose');
  await settled();

  const feed = await readAllOf(admin, start);
  const ids = feed.map((event) => event.id);
  expect(new Set(ids).size).toBe(ids.length);
  // 50 × (created + first message) + 50 × 4 messages, each with the admin's notice, + 50 × 4 notes.
  expect(feed).toHaveLength(50 * 3 + 50 * 4 * 2 + 50 * 4);
  expect(JSON.stringify(feed)).not.toContain('Never seen');

  for (const reader of readers) {
    await reader.finish(feed.length);
    expect(reader.connects()).toBeGreaterThan(2);
    expect(reader.seen.map((event) => event.id)).toEqual(ids);
  }

  // Per ticket the feed's order is the order of commits, which the messages' positions show.
  const positions = new Map<string, number>();
  for (const event of feed) {
    if (event.type !== 'message.created') continue;
    const before = positions.get(event.data.ticketId) ?? 0;
    expect(event.data.position).toBe(before === 0 ? event.data.position : before + 1);
    positions.set(event.data.ticketId, event.data.position);
  }
  expect(positions.get(shared.id)).toBe(1 + 200);
  const gaps = await desk.db.raw<{ rows: { gaps: number }[] }>(
    'select max(position) - count(*) as gaps from event_log',
  );
  expect(gaps.rows[0]?.gaps).toBe(0);
}, 180_000);

/**
 * Writes as the console's outbox does: a connection that was cut may have been serving this very
 * request, so the same key is sent again until there is an answer.
 */
async function insist(person: TestPerson, id: string, content: string): Promise<void> {
  const idempotencyKey = randomUUID();
  for (;;) {
    try {
      await person.api('POST /tickets/{id}/messages', { id, content }, { idempotencyKey });
      return;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 500) throw error;
    }
  }
}

test('a sequencer that is killed in the middle of a batch loses and doubles nothing', async () => {
  const customer = await desk.person();
  const ticket = await customer.api('POST /tickets', {
    title: 'Survives',
    description: 'First',
    categoryId,
  });
  await settled();
  const start = await now(admin);
  let killing = true;
  const killer = (async () => {
    const log = pino({ level: 'silent' });
    while (killing) {
      const db = createKnex(desk.databaseUrl, { poolMax: 2 });
      const sequencer = new Sequencer(db, log, () => undefined);
      sequencer.wake();
      await pause(Math.random() * 8);
      // The connection of a batch dies as it does when its process is killed.
      await desk.db.raw(
        `select pg_terminate_backend(pid) from pg_locks
         where locktype = 'advisory' and objid = ${SEQUENCER_LOCK} and database = (select oid from pg_database
           where datname = current_database()) and pid <> pg_backend_pid()`,
      );
      await sequencer.stop();
      await db.destroy();
    }
  })();
  try {
    for (let turn = 0; turn < 120; turn += 1) await insist(customer, ticket.id, `turn ${turn}`);
  } finally {
    killing = false;
    await killer;
  }
  await settled();
  const messages = (await readAllOf(admin, start)).filter(
    (event) => event.type === 'message.created' && event.ticketId === ticket.id,
  );
  expect(messages.map((event) => event.type === 'message.created' && event.data.content)).toEqual(
    Array.from({ length: 120 }, (_, turn) => `turn ${turn}`),
  );
}, 180_000);

test('cursors: broken 400, of another epoch 410, past retention 410 and reset on the socket', async () => {
  const customer = await desk.person();
  const cursor = await now(customer);
  await expect(customer.api('GET /sync', { cursor: 'nonsense' })).rejects.toMatchObject({
    status: 400,
    code: 'invalid_cursor',
  });
  const [, position] = Buffer.from(cursor, 'base64url').toString().split('.');
  const foreign = Buffer.from(`0190aaaa-0000-7000-8000-000000000000.${position}`);
  await expect(
    customer.api('GET /sync', { cursor: foreign.toString('base64url') }),
  ).rejects.toMatchObject({ status: 410, code: 'cursor_expired' });

  await customer.api('POST /tickets', { title: 'One', description: 'Two', categoryId });
  await settled();
  await desk.db('event_log').delete();
  await expect(customer.api('GET /sync', { cursor })).rejects.toMatchObject({ status: 410 });
  const socket = customer.socket(cursor);
  const reset = await new Promise<{ reason: string }>((resolve) => socket.on('reset', resolve));
  expect(reset.reason).toBe('cursor_expired');
});

test('who was away while their rights changed starts over, by HTTP and on the socket', async () => {
  const [helper, bystander] = [await desk.person('HELPER'), await desk.person('MODERATOR')];
  const [before, others] = [await now(helper), await now(bystander)];
  const expired = { status: 410, details: { reason: 'rights_changed' } };
  await admin.api('PUT /users/{id}/categories', { id: helper.id, categoryIds: [categoryId] });
  await settled();
  await expect(helper.api('GET /sync', { cursor: before })).rejects.toMatchObject(expired);
  const socket = helper.socket(before);
  const reset = await new Promise<{ reason: string; cursor: string }>((resolve) =>
    socket.on('reset', resolve),
  );
  expect(reset.reason).toBe('rights_changed');
  // From there on it goes on, and nobody else has lost anything.
  await expect(helper.api('GET /sync', { cursor: reset.cursor })).resolves.toMatchObject({
    items: [],
  });
  await expect(bystander.api('GET /sync', { cursor: others })).resolves.toBeDefined();

  // A change of what the whole role may do concerns each who has it.
  await admin.api('PUT /permissions/{role}', {
    role: 'HELPER',
    permission: 'ticket.viewAll',
    allowed: true,
  });
  await settled();
  await expect(helper.api('GET /sync', { cursor: reset.cursor })).rejects.toMatchObject(expired);
  await expect(bystander.api('GET /sync', { cursor: others })).resolves.toBeDefined();
  await admin.api('PUT /permissions/{role}', {
    role: 'HELPER',
    permission: 'ticket.viewAll',
    allowed: false,
  });
});
