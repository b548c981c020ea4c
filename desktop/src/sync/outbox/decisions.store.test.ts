import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiClient } from '@tikethet/shared/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refusal } from '../testing/deskServer';
import { sampleMessage, sampleTicket } from '../testing/samples';
import { createDiskOutbox } from './diskOutbox';
import { openFileBox } from './fileBox';
import { openOutboxDatabase } from './openOutbox';
import type { Outbox } from './outbox';
import { openOwnChanges } from './ownChanges';
import { openQueue } from './queue';

interface Sent {
  key: string;
  operation: string;
  input: Record<string, unknown>;
}

/** The replica cannot be written. */
let replicaFails = false;
function fail(): never {
  throw new Error('the disk refused');
}

const meId = randomUUID();
const ticket = sampleTicket({ version: 5 });
const { id } = ticket;

let folder: string;
let outbox: Outbox;
let close: () => void;
let sent: Sent[];
/** What the desk says to a command; it takes what nothing is said about. */
let answers: ((command: Sent) => { status: number; body: unknown } | null)[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tikethet-outbox-'));
  [sent, answers] = [[], []];
  replicaFails = false;
  const { database } = openOutboxDatabase(folder);
  const run = (command: Sent) => {
    sent.push(command);
    const usual = { status: 200, body: { ...ticket, version: 6 } };
    const message = { status: 201, body: sampleMessage({ ticketId: id }) };
    const said = answers.map((answer) => answer(command)).find((one) => one !== null);
    return {
      key: command.key,
      ...(said ?? (command.operation === 'messages.create' ? message : usual)),
    };
  };
  const api = ((_route: string, { commands }: { commands: Sent[] }) =>
    Promise.resolve({ results: commands.map(run) })) as unknown as ApiClient;
  outbox = createDiskOutbox({
    api,
    queue: openQueue(database),
    files: openFileBox(join(folder, 'files'), database, () => Promise.reject(new Error('none'))),
    own: openOwnChanges(database, () => new Date()),
    desk: {
      subject: () => ({ number: ticket.number, title: ticket.title }),
      ticket: () => ticket,
      seen: () => ({ position: 3, assigneeId: null }),
      taken: () => undefined,
      changed: () => replicaFails && fail(),
    },
    meId,
    events: { outcomes: () => undefined, changed: () => undefined, refused: () => undefined },
    backoff: { base: 1, max: 2 },
  });
  close = () => database.close();
});

afterEach(async () => {
  await outbox.stop();
  close();
  rmSync(folder, { recursive: true, force: true });
});

function keep(route: string, input: Record<string, unknown>): string {
  const key = randomUUID();
  outbox.keep({ key, route, input: { id, ...input } });
  return key;
}

const setStatus = (status: string) => keep('PUT /tickets/{id}/status', { status, version: 5 });
const say = (content: string) => keep('POST /tickets/{id}/messages', { content });
const drained = () => vi.waitFor(() => expect(outbox.state().unsent).toBe(0));
const held = () => vi.waitFor(() => expect(outbox.state().held).toBe(1));
const conflictOnce = (details: Record<string, unknown>, operation: string) => {
  let told = false;
  answers.push((command) => {
    if (told || command.operation !== operation) return null;
    told = true;
    return refusal(409, 'conflict', details);
  });
};

test('a second change of a field is based on what the first one made', async () => {
  setStatus('IN_PROGRESS');
  setStatus('RESOLVED');
  keep('PUT /tickets/{id}', { priority: 'HIGH', version: 5 });
  await drained();
  // Another field stays based on what the person saw: a colleague may have changed it since.
  expect(sent.map(({ input }) => input['version'])).toEqual([5, 6, 5]);
});

test('so is one that was made before the screen knew what the first one made', async () => {
  setStatus('IN_PROGRESS');
  await drained();
  setStatus('RESOLVED');
  keep('PUT /tickets/{id}', { priority: 'HIGH', status: 'OPEN', version: 5 });
  await drained();
  // Together with a field that only others may have changed it is based on what the person saw.
  expect(sent.map(({ input }) => input['version'])).toEqual([5, 6, 5]);
});

test('a conflict with one’s own reply is none; one with a colleague is held', async () => {
  const createdAt = '2026-02-01T10:00:00.000Z';
  answers.push(({ operation }) =>
    operation === 'messages.create'
      ? { status: 201, body: sampleMessage({ ticketId: id, createdAt }) }
      : null,
  );
  conflictOnce({ changedBy: meId, changedAt: createdAt, version: 9 }, 'tickets.setStatus');
  say('Готово');
  setStatus('RESOLVED');
  await drained();
  expect(sent.map(({ input }) => input['version'])).toEqual([undefined, 5, 9]);

  conflictOnce({ changedBy: randomUUID(), changedAt: createdAt, version: 11 }, 'tickets.setStatus');
  const key = setStatus('CLOSED');
  await held();
  expect(outbox.decide(key, { action: 'force' })).toMatchObject({ ok: true });
  await drained();
  expect(sent.at(-1)?.input).toEqual({ id, status: 'CLOSED', version: 11 });
});

test('a reply says what its author had seen; sent all the same, it says so no more', async () => {
  conflictOnce({ reason: 'answered' }, 'messages.create');
  const key = say('Здравствуйте');
  const behind = say('И вот ещё');
  await held();
  expect(sent[0]?.input['seen']).toEqual({ position: 3, assigneeId: null });
  expect(outbox.state().items.map((item) => [item.key, item.state])).toEqual([
    [key, 'held'],
    [behind, 'behind'],
  ]);
  outbox.decide(key, { action: 'force' });
  await drained();
  expect(sent[1]).toEqual({
    key,
    operation: 'messages.create',
    input: { id, content: 'Здравствуйте' },
  });
  expect(sent[2]?.key).toBe(behind);
});

test('a reply to a closed ticket reopens it first, when the person wants that', async () => {
  let closed = true;
  answers.push(({ operation }) => {
    if (operation === 'tickets.setStatus') closed = false;
    return operation === 'messages.create' && closed ? refusal(409, 'ticket_closed') : null;
  });
  const key = say('Всё-таки отвечу');
  await held();
  outbox.decide(key, { action: 'force' });
  await drained();
  expect(sent.map(({ operation }) => operation)).toEqual([
    'messages.create',
    'tickets.setStatus',
    'messages.create',
  ]);
  expect(sent[1]?.input).toEqual({ id, status: 'OPEN' });
});

test('what the desk took is taken, also when its words are not understood here', async () => {
  answers.push(({ operation }) =>
    operation === 'tickets.setStatus' ? { status: 200, body: { status: 'NEVER_HEARD_OF' } } : null,
  );
  setStatus('RESOLVED');
  say('Готово');
  await drained();
  expect(sent.map(({ operation }) => operation)).toEqual(['tickets.setStatus', 'messages.create']);
});

test('handing a held key in again tries it again', async () => {
  let refused = true;
  answers.push(() => (refused ? refusal(403, 'forbidden') : null));
  const key = setStatus('RESOLVED');
  await held();
  refused = false;
  outbox.keep({ key, route: 'PUT /tickets/{id}/status', input: { id, status: 'RESOLVED' } });
  await drained();
  expect(new Set(sent.map((command) => command.key))).toEqual(new Set([key]));
});

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

function sayLater(content: string, dueAt: string): string {
  const key = randomUUID();
  const route = 'POST /tickets/{id}/messages';
  outbox.keep({ key, route, input: { id, content, format: 'markdown' }, dueAt });
  return key;
}

test('what may still be withdrawn is on disk and not sent; what comes after it waits', async () => {
  const key = sayLater('Подождите', inMs(30_000));
  const next = setStatus('RESOLVED');
  expect(outbox.state().items).toMatchObject([{ key, state: 'waiting' }, { key: next }]);
  outbox.wake();
  expect(outbox.decide(key, { action: 'withdraw' })).toEqual({ ok: true, value: null });
  await drained();
  expect(sent.map(({ operation }) => operation)).toEqual(['tickets.setStatus']);
});

test('what is due goes by itself, and before it when its author says so', async () => {
  sayLater('скоро', inMs(40));
  await drained();
  const key = sayLater('сейчас', inMs(30_000));
  outbox.decide(key, { action: 'retry' });
  await drained();
  expect(sent.map(({ input }) => input['content'])).toEqual(['скоро', 'сейчас']);
});

test('a clock that was set back holds nothing', async () => {
  sayLater('завтра', inMs(86_400_000));
  await drained();
  expect(sent).toHaveLength(1);
});

test('what is kept counts as kept, also when the replica cannot show it', async () => {
  replicaFails = true;
  expect(() => setStatus('RESOLVED')).not.toThrow();
  await drained();
  expect(sent).toHaveLength(1);
});

test('what one has read, or pinned, does not wait behind a reply that is held', async () => {
  answers.push(({ operation }) =>
    operation === 'messages.create' ? refusal(409, 'ticket_closed', {}) : null,
  );
  say('Готово');
  await held();
  keep('PUT /tickets/{id}/read', {});
  keep('PUT /tickets/{id}/pin', { pinned: true });
  await vi.waitFor(() =>
    expect(sent.map(({ operation }) => operation)).toEqual([
      ...['messages.create', 'tickets.read', 'tickets.pin'],
    ]),
  );
  await vi.waitFor(() => expect(outbox.state()).toMatchObject({ unsent: 1, held: 1 }));
});
