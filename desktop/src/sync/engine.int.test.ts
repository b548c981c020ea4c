import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeedEvent } from '@tikethet/shared/events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConnectionState } from '../bridge';
import { createFileCursorStore } from './cursorStore';
import { createEngine, type Engine } from './engine';
import { refusal, startDeskServer, type DeskServer } from './testing/deskServer';
import { sampleEvent, sampleMessage, sampleTicket } from './testing/samples';

let desk: DeskServer;
let folder: string;
let engine: Engine;
let token: string | null;
let renewals: (string | null)[];
let told: { event: FeedEvent; replayed: boolean }[];
let states: ConnectionState['status'][];
let resets: number;
let catches: number;
/** What each connection gave as `auth`. */
let greetings: { token?: unknown; cursor?: unknown }[];

const fast = { base: 20, max: 60 };

function startEngine(): Engine {
  return createEngine({
    serverUrl: desk.url,
    tokens: {
      current: () => Promise.resolve(token),
      renew: (stale) => {
        renewals.push(stale);
        token = 'second';
        return Promise.resolve(token);
      },
    },
    cursors: createFileCursorStore(join(folder, 'cursor.json'), 'me'),
    events: {
      event: (event, replayed) => told.push({ event, replayed }),
      caughtUp: () => (catches += 1),
      connection: (state) => states.push(state.status),
      reset: () => (resets += 1),
      typing: () => undefined,
      presence: () => undefined,
    },
    backoff: { connection: fast, outbox: fast },
  });
}

/** Lets sockets in and says `ready`, replaying `missed` to who comes with a cursor. */
function admit(missed: () => FeedEvent[] = () => []): void {
  desk.io.on('connection', (socket) => {
    greetings.push(socket.handshake.auth);
    if (socket.handshake.auth['cursor'] !== undefined) {
      for (const event of missed()) socket.emit('event', event);
    }
    socket.emit('ready', { cursor: 'now' });
  });
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 3_000, interval: 10 });
const online = () => until(() => expect(states.at(-1)).toBe('online'));

beforeEach(async () => {
  desk = await startDeskServer();
  folder = await mkdtemp(join(tmpdir(), 'tikethet-engine-'));
  token = 'first';
  [renewals, told, states, greetings, resets, catches] = [[], [], [], [], 0, 0];
  engine = startEngine();
});

afterEach(async () => {
  await engine.stop();
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

describe('reading', () => {
  const page = { items: [sampleTicket()], nextCursor: null };

  test('asks the desk with the token and renews it once after a 401', async () => {
    desk.on('GET /tickets', ({ authorization }) =>
      authorization === 'Bearer second' ? { body: page } : refusal(401, 'token_expired'),
    );
    expect(await engine.read('GET /tickets', { limit: 5 })).toEqual({ ok: true, value: page });
    expect(renewals).toHaveLength(1);
    expect(desk.asked.at(-1)?.path).toBe('/api/v1/tickets?limit=5');
  });

  test('equal questions share one request', async () => {
    desk.on('GET /tickets', () => ({ body: page }));
    await Promise.all([engine.read('GET /tickets', {}), engine.read('GET /tickets', {})]);
    expect(desk.asked).toHaveLength(1);
  });

  test('without a network gives the last answer, and says so when there is none', async () => {
    desk.on('GET /tickets', () => ({ body: page }));
    await engine.read('GET /tickets', {});
    await desk.close();
    expect(await engine.read('GET /tickets', {})).toEqual({ ok: true, value: page });
    const unknown = await engine.read('GET /tickets', { limit: 3 });
    expect(unknown).toMatchObject({ ok: false, error: { code: 'network' } });
    await desk.reopen();
  });

  test('an answer that breaks the contract is an error, not data', async () => {
    desk.on('GET /tickets', () => ({ body: { items: [{ id: 1 }] } }));
    const result = await engine.read('GET /tickets', {});
    expect(result).toMatchObject({ ok: false, error: { code: 'internal', status: 502 } });
  });

  test('a refusal keeps its code, status and details', async () => {
    desk.on('GET /tickets', () => refusal(403, 'forbidden', { permission: 'x' }));
    expect(await engine.read('GET /tickets', {})).toEqual({
      ok: false,
      error: { code: 'forbidden', status: 403, details: { permission: 'x' } },
    });
  });
});

describe('writing', () => {
  const ticketId = randomUUID();
  const reply = (content: string) => ({
    key: randomUUID(),
    route: 'POST /tickets/{id}/messages',
    input: { id: ticketId, content },
  });
  interface Sent {
    commands: { key: string; operation: string; input: { content: string } }[];
  }
  const commandsOf = (body: Buffer) => (JSON.parse(body.toString()) as Sent).commands;
  const done = (body: Buffer) => ({
    body: {
      results: commandsOf(body).map(({ key, input }) => ({
        key,
        status: 201,
        body: sampleMessage({ ticketId, content: input.content }),
      })),
    },
  });

  test('sends a command with its key and gives back the checked answer', async () => {
    desk.on('POST /commands', ({ body }) => done(body));
    const command = reply('привет');
    const result = await engine.write(command);
    expect(result).toMatchObject({ ok: true, value: { content: 'привет' } });
    expect(commandsOf(desk.asked[0]?.body ?? Buffer.from('{}'))).toEqual([
      { key: command.key, operation: 'messages.create', input: command.input },
    ]);
  });

  test('repeats the same key when the answer was lost', async () => {
    let lost = 2;
    desk.on('POST /commands', ({ body }) => (lost-- > 0 ? { hangUp: true } : done(body)));
    const command = reply('важное');
    expect(await engine.write(command)).toMatchObject({ ok: true });
    const keys = desk.asked.map(({ body }) => commandsOf(body)[0]?.key);
    expect(keys).toEqual([command.key, command.key, command.key]);
  });

  test('gives up after four times and says that nothing is known', async () => {
    desk.on('POST /commands', () => ({ hangUp: true }));
    const result = await engine.write(reply('x'));
    expect(result).toMatchObject({ ok: false, error: { code: 'network' } });
    expect(desk.asked).toHaveLength(4);
  });

  test('keeps the order within a ticket, whatever the first one goes through', async () => {
    let lost = 1;
    desk.on('POST /commands', ({ body }) => (lost-- > 0 ? { hangUp: true } : done(body)));
    await Promise.all([engine.write(reply('1')), engine.write(reply('2'))]);
    const texts = desk.asked.map(({ body }) => commandsOf(body)[0]?.input.content);
    expect(texts).toEqual(['1', '1', '2']);
  });

  test('a refused command is an answer, not repeated', async () => {
    desk.on('POST /commands', ({ body }) => ({
      body: {
        results: commandsOf(body).map(({ key }) => ({ key, ...refusal(409, 'ticket_closed') })),
      },
    }));
    const result = await engine.write(reply('поздно'));
    expect(result).toMatchObject({ ok: false, error: { code: 'ticket_closed', status: 409 } });
    expect(desk.asked).toHaveLength(1);
  });

  test('an answer without content is a success', async () => {
    desk.on('POST /commands', ({ body }) => ({
      body: { results: commandsOf(body).map(({ key }) => ({ key, status: 204, body: null })) },
    }));
    const key = randomUUID();
    const result = await engine.write({ key, route: 'DELETE /messages/{id}', input: { id: key } });
    expect(result).toEqual({ ok: true, value: undefined });
  });

  test('sign-in and the command door itself are no commands', async () => {
    const result = await engine.write({ key: 'k', route: 'POST /commands', input: {} });
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_ipc' } });
  });
});

describe('files', () => {
  const file = { name: 'чек "1".png', type: 'image/png', bytes: new Uint8Array(200_000).fill(7) };
  const attachment = {
    id: randomUUID(),
    fileName: 'чек 1.png',
    size: 200_000,
    contentType: 'image/png',
    kind: 'IMAGE',
    state: 'READY',
    width: 1,
    height: 1,
    url: '/api/v1/attachments/x/content',
    thumbnailUrl: null,
  };

  test('travel as multipart with progress', async () => {
    desk.on('POST /attachments', () => ({ status: 201, body: attachment }));
    const shares: number[] = [];
    const result = await engine.upload(file, (share) => shares.push(share));
    expect(result).toEqual({ ok: true, value: attachment });
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    const [asked] = desk.asked;
    const form = await new Response(new Uint8Array(asked?.body ?? []), {
      headers: { 'content-type': asked?.type ?? '' },
    }).formData();
    const sent = form.get('file');
    expect(sent).toBeInstanceOf(File);
    expect((sent as File).name).toBe('чек "1".png');
    expect((sent as File).size).toBe(file.bytes.length);
  });

  test('a refused file says why', async () => {
    desk.on('POST /attachments', () => refusal(415, 'file_type_not_allowed'));
    const result = await engine.upload(file, () => undefined);
    expect(result).toMatchObject({ ok: false, error: { code: 'file_type_not_allowed' } });
  });
});

describe('the feed', () => {
  const created = () => sampleEvent({ type: 'ticket.created', data: sampleTicket() });

  test('tells live events in order, once, and keeps the cursor', async () => {
    admit();
    await engine.start(false);
    await online();
    const [first, second] = [created(), created()];
    for (const event of [first, second, second]) desk.io.emit('event', event);
    await until(() => expect(told).toHaveLength(2));
    expect(told.map(({ event }) => event)).toEqual([first, second]);
    expect(told.every(({ replayed }) => !replayed)).toBe(true);
    await engine.stop();
    const kept: unknown = JSON.parse(await readFile(join(folder, 'cursor.json'), 'utf8'));
    expect(kept).toEqual({ owner: 'me', cursor: second.cursor });
  });

  test('comes back by itself and gets what it missed', async () => {
    const missed = created();
    admit(() => [missed]);
    await engine.start(false);
    await online();
    await desk.close();
    await until(() => expect(states.at(-1)).toBe('offline'));
    await desk.reopen();
    admit(() => [missed]);
    await until(() => expect(told).toHaveLength(1));
    expect(told[0]).toEqual({ event: missed, replayed: true });
    await until(() => expect(catches).toBe(2));
    expect(greetings.map(({ cursor }) => cursor)).toEqual([undefined, 'now']);
  });

  test('goes on from the kept cursor only when its reader still knows what came before', async () => {
    admit();
    await engine.start(false);
    await online();
    await engine.stop();
    engine = startEngine();
    await engine.start(true);
    await until(() => expect(greetings).toHaveLength(2));
    await engine.stop();
    engine = startEngine();
    await engine.start(false);
    await until(() => expect(greetings).toHaveLength(3));
    expect(greetings.map(({ cursor }) => cursor)).toEqual([undefined, 'now', undefined]);
  });

  test('a reset is told and gives the new position', async () => {
    admit();
    await engine.start(false);
    await online();
    desk.io.emit('reset', { reason: 'rights_changed', cursor: 'after' });
    await until(() => expect(resets).toBe(1));
    desk.io.disconnectSockets(true);
    await until(() => expect(greetings.at(-1)?.cursor).toBe('after'));
  });

  test('passes over a type it does not know, and asks to read anew after a broken one', async () => {
    admit();
    await engine.start(false);
    await online();
    const strange = { ...created(), type: 'moon.risen' } as unknown as FeedEvent;
    const broken = { ...created(), data: { id: 1 } } as unknown as FeedEvent;
    const last = created();
    for (const event of [strange, broken, last]) desk.io.emit('event', event);
    await until(() => expect(told).toHaveLength(1));
    expect(told[0]?.event).toEqual(last);
    expect(resets).toBe(1);
  });

  test('a refused token is renewed before the next try', async () => {
    desk.io.use((socket, next) => {
      if (socket.handshake.auth['token'] === 'second') return next();
      next(Object.assign(new Error('no'), { data: { code: 'token_expired' } }));
    });
    admit();
    await engine.start(false);
    await online();
    expect(renewals).toEqual(['first']);
    expect(greetings.map((auth) => auth.token)).toEqual(['second']);
  });

  test('a socket that the server ends asks whether the session still stands', async () => {
    admit();
    await engine.start(false);
    await online();
    desk.io.disconnectSockets(true);
    await until(() => expect(greetings).toHaveLength(2));
    expect(renewals).toEqual(['first']);
  });

  test('a fresh token reaches the server without a new connection', async () => {
    const renewed: string[] = [];
    desk.io.on('connection', (socket) =>
      socket.on('auth.renew', (input, ack) => {
        renewed.push(input.token);
        ack({ ok: true });
      }),
    );
    admit();
    await engine.start(false);
    await online();
    engine.renewed('third');
    await until(() => expect(renewed).toEqual(['third']));
    expect(greetings).toHaveLength(1);
  });

  test('says again after a reconnect which ticket is on screen', async () => {
    const viewed: (string | null)[] = [];
    desk.io.on('connection', (socket) =>
      socket.on('viewing', ({ ticketId }) => viewed.push(ticketId)),
    );
    admit();
    await engine.start(false);
    await online();
    const ticketId = randomUUID();
    engine.viewing(ticketId);
    await until(() => expect(viewed).toEqual([null, ticketId]));
    engine.wake();
    await until(() => expect(viewed).toEqual([null, ticketId, ticketId]));
  });
});
