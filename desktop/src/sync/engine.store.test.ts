import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FeedEvent } from '@tikethet/shared/events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConnectionState } from '../bridge';
import { createEngine, type Engine } from './engine';
import type { Outcome, OutboxCommand } from './outbox/outbox';
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
let outcomes: Outcome[];
/** What each connection gave as `auth`. */
let greetings: { token?: unknown; cursor?: unknown }[];

const me = { id: randomUUID(), displayName: 'Анна', username: null, role: 'HELPER' as const };
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
    me,
    folder: join(folder, 'store'),
    events: {
      events: (events, replayed) => told.push(...events.map((event) => ({ event, replayed }))),
      caughtUp: () => (catches += 1),
      connection: (state) => states.push(state.status),
      reset: () => (resets += 1),
      typing: () => undefined,
      presence: () => undefined,
      outbox: () => undefined,
      outcomes: (all) => outcomes.push(...all),
      shown: () => undefined,
      store: () => undefined,
      broken: () => undefined,
      defect: () => undefined,
    },
    backoff: { connection: fast, outbox: fast },
    lookEvery: 40,
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
  outcomes = [];
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

  const keep = async (command: OutboxCommand) =>
    expect(await engine.write(command)).toEqual({ ok: true, value: { state: 'kept' } });
  const outcomeOf = (key: string) =>
    vi.waitFor(
      () => {
        const found = outcomes.find((outcome) => outcome.key === key);
        if (found === undefined) throw new Error('no outcome yet');
        return found.result;
      },
      { timeout: 5_000, interval: 5 },
    );
  const sentTexts = () =>
    desk.asked.flatMap(({ body }) => commandsOf(body).map(({ input }) => input.content));

  /** Keeps a reply that the desk refuses, and one behind it that it would take. */
  const keepRefused = async () => {
    desk.on('POST /commands', ({ body }) => ({
      body: {
        results: commandsOf(body).map(({ key, input }) =>
          input.content === 'нельзя'
            ? { key, ...refusal(403, 'forbidden') }
            : { key, status: 201, body: sampleMessage({ ticketId, content: input.content }) },
        ),
      },
    }));
    const [first, second] = [reply('нельзя'), reply('потом')];
    await keep(first);
    await keep(second);
    return [first, second] as const;
  };

  test('sends a kept command with its key and tells the checked answer', async () => {
    desk.on('POST /commands', ({ body }) => done(body));
    const command = reply('привет');
    await keep(command);
    expect(await outcomeOf(command.key)).toMatchObject({ ok: true, value: { content: 'привет' } });
    expect(commandsOf(desk.asked[0]?.body ?? Buffer.from('{}'))).toEqual([
      { key: command.key, operation: 'messages.create', input: command.input },
    ]);
    expect(engine.outboxState()).toEqual({ unsent: 0, held: 0, items: [] });
  });

  test('repeats the same key until there is an answer', async () => {
    let lost = 6;
    desk.on('POST /commands', ({ body }) => (lost-- > 0 ? { hangUp: true } : done(body)));
    const command = reply('важное');
    await keep(command);
    expect(await outcomeOf(command.key)).toMatchObject({ ok: true });
    expect(new Set(desk.asked.map(({ body }) => commandsOf(body)[0]?.key))).toEqual(
      new Set([command.key]),
    );
  });

  test('keeps what cannot be sent over a restart, and the order within a ticket', async () => {
    desk.on('POST /commands', () => ({ hangUp: true }));
    const [first, second] = [reply('1'), reply('2')];
    await keep(first);
    await keep(second);
    await engine.stop();
    engine = startEngine();
    expect(engine.outboxState()).toMatchObject({ unsent: 2, held: 0 });
    expect(engine.outboxState().items.map(({ key }) => key)).toEqual([first.key, second.key]);
    desk.asked.length = 0;
    desk.on('POST /commands', ({ body }) => done(body));
    engine.start();
    await outcomeOf(second.key);
    expect(sentTexts()).toEqual(['1', '2']);
  });

  test('a refused command is held, what is behind it waits, and a person decides', async () => {
    const [first, second] = await keepRefused();
    expect(await outcomeOf(first.key)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(outcomes).toMatchObject([{ key: first.key, ticketId }]);
    expect(engine.outboxState()).toMatchObject({
      unsent: 2,
      held: 1,
      items: [
        { key: first.key, state: 'held', problem: { code: 'forbidden' } },
        { key: second.key, state: 'behind' },
      ],
    });
    expect(sentTexts()).toEqual(['нельзя']);
    expect(engine.decide(first.key, { action: 'edit', content: 'можно' })).toMatchObject({
      ok: true,
    });
    await outcomeOf(second.key);
    expect(sentTexts()).toEqual(['нельзя', 'можно', 'потом']);
  });

  test('a discarded command is gone, and frees what is behind it', async () => {
    const [first, second] = await keepRefused();
    await outcomeOf(first.key);
    engine.decide(first.key, { action: 'discard' });
    await outcomeOf(second.key);
    expect(engine.outboxState().unsent).toBe(0);
    expect(engine.decide(first.key, { action: 'retry' })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
  });

  test('what must not wait is answered at once, repeated four times at most', async () => {
    const key = randomUUID();
    const deletion = { key, route: 'DELETE /messages/{id}', input: { id: key } };
    desk.on('POST /commands', () => ({ hangUp: true }));
    expect(await engine.write(deletion)).toMatchObject({ ok: false, error: { code: 'network' } });
    desk.on('POST /commands', ({ body }) => ({
      body: { results: commandsOf(body).map(({ key }) => ({ key, status: 204, body: null })) },
    }));
    expect(await engine.write(deletion)).toEqual({
      ok: true,
      value: { state: 'done', value: undefined },
    });
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

  test('travel as multipart with progress when the desk is there', async () => {
    admit();
    desk.on('POST /attachments', () => ({ status: 201, body: attachment }));
    engine.start();
    await online();
    const shares: number[] = [];
    const result = await engine.upload(file, (share) => shares.push(share));
    // Under the name it has here: the desk's own takes its place when the message goes out.
    expect(result).toMatchObject({ ok: true, value: { fileName: 'чек 1.png', width: 1 } });
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    const asked = desk.asked.find(({ path }) => path.endsWith('/attachments'));
    const form = await new Response(new Uint8Array(asked?.body ?? []), {
      headers: { 'content-type': asked?.type ?? '' },
    }).formData();
    const sent = form.get('file');
    expect(sent).toBeInstanceOf(File);
    expect((sent as File).name).toBe('чек "1".png');
    expect((sent as File).size).toBe(file.bytes.length);
  });

  test('a refused file says why', async () => {
    admit();
    desk.on('POST /attachments', () => refusal(415, 'file_type_not_allowed'));
    engine.start();
    await online();
    const result = await engine.upload(file, () => undefined);
    expect(result).toMatchObject({ ok: false, error: { code: 'file_type_not_allowed' } });
  });

  test('an answer that is not the desk’s keeps the file here: it goes with its message', async () => {
    admit();
    // What Node itself says to a request that was cut on its way.
    desk.on('POST /attachments', () => ({ status: 400, body: Buffer.alloc(0) }));
    engine.start();
    await online();
    const kept = await engine.upload(file, () => undefined);
    expect(kept).toMatchObject({ ok: true, value: { fileName: file.name } });
    if (kept.ok) expect(kept.value.url).toBe(`/local/files/${kept.value.id}`);
  });

  test('are kept without a network and go before their message, once, over a restart', async () => {
    const kept = await engine.upload(file, () => undefined);
    if (!kept.ok) throw new Error(kept.error.code);
    expect(kept.value.url).toBe(`/local/files/${kept.value.id}`);
    const key = randomUUID();
    const input = { id: randomUUID(), content: '', attachmentIds: [kept.value.id] };
    await engine.write({ key, route: 'POST /tickets/{id}/messages', input });
    await engine.stop();
    engine = startEngine();
    expect(engine.outboxState().items[0]?.attachments[0]?.id).toBe(kept.value.id);
    let lost = 1;
    const keys: unknown[] = [];
    desk.on('POST /attachments', ({ key }) => {
      keys.push(key);
      return lost-- > 0 ? { hangUp: true } : { status: 201, body: attachment };
    });
    desk.on('POST /commands', ({ body }) => {
      const { commands } = JSON.parse(body.toString()) as { commands: { input: unknown }[] };
      expect(commands[0]?.input).toEqual({ ...input, attachmentIds: [attachment.id] });
      return { body: { results: [{ key, status: 201, body: sampleMessage() }] } };
    });
    engine.start();
    await until(() => expect(outcomes).toMatchObject([{ key, result: { ok: true } }]));
    expect(keys).toEqual([`${kept.value.id}:1`, `${kept.value.id}:1`]);
    expect(await readdir(join(folder, 'store', 'files'))).toEqual([]);
  });
});

describe('the feed', () => {
  const created = (cursor?: string) => ({
    ...sampleEvent({ type: 'ticket.created', data: sampleTicket() }),
    ...(cursor === undefined ? {} : { cursor }),
  });

  test('tells live events in order, once, and keeps the cursor', async () => {
    admit();
    engine.start();
    await online();
    const [first, second] = [created(), created()];
    for (const event of [first, second, second]) desk.io.emit('event', event);
    await until(() => expect(told).toHaveLength(2));
    expect(told.map(({ event }) => event)).toEqual([first, second]);
    expect(told.every(({ replayed }) => !replayed)).toBe(true);
    await engine.stop();
    engine = startEngine();
    engine.start();
    await until(() => expect(greetings.at(-1)?.cursor).toBe(second.cursor));
  });

  test('comes back by itself and gets what it missed', async () => {
    const missed = created();
    admit(() => [missed]);
    engine.start();
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

  test('a reset is told and gives the new position', async () => {
    admit();
    engine.start();
    await online();
    desk.io.emit('reset', { reason: 'rights_changed', cursor: 'after' });
    await until(() => expect(resets).toBe(1));
    desk.io.disconnectSockets(true);
    await until(() => expect(greetings.at(-1)?.cursor).toBe('after'));
  });

  test('for other rights what is kept here disappears at once, for an old position it stays', async () => {
    admit();
    desk.on('GET /categories', () => ({ body: { items: [] } }));
    desk.on('GET /users', () => ({ body: { items: [], nextCursor: null } }));
    const seen = { ticket: sampleTicket(), messages: [], complete: true };
    desk.on('GET /sync/snapshot', () => ({
      body: { items: [seen], people: [], nextCursor: null },
    }));
    engine.start();
    const kept = () => engine.storeSize().tickets;
    await until(() => expect(kept()).toBe(1));
    desk.on('GET /sync/snapshot', () => refusal(503, 'unavailable'));
    const before = resets;
    desk.io.emit('reset', { reason: 'cursor_expired', cursor: 'after' });
    await until(() => expect(resets).toBeGreaterThan(before));
    expect(kept()).toBe(1);
    desk.io.emit('reset', { reason: 'rights_changed', cursor: 'later' });
    await until(() => expect(kept()).toBe(0));
  });

  describe('where the network lets no socket through', () => {
    /** The feed as `GET /sync` gives it; cursors are numbers of events. */
    function feedOf(events: FeedEvent[]): void {
      desk.on('GET /sync', ({ path }) => {
        const from = new URL(path, desk.url).searchParams.get('cursor');
        const items = from === null ? [] : events.slice(Number(from), Number(from) + 500);
        const next = from === null ? events.length : Number(from) + items.length;
        return { body: { items, nextCursor: String(next) } };
      });
    }

    beforeEach(() => desk.refuseSockets(true));

    test('it is read by HTTP, all of it, in order, and goes on', async () => {
      const events: FeedEvent[] = [];
      feedOf(events);
      engine.start();
      await online();
      events.push(...Array.from({ length: 520 }, (_, at) => created(String(at + 1))));
      await until(() => expect(told).toHaveLength(520));
      expect(told.map(({ event }) => event.cursor)).toEqual(events.map(({ cursor }) => cursor));
      expect(told.every(({ replayed }) => !replayed)).toBe(true);
      // The tries to open a socket go on, and are not shown.
      expect(states).toEqual(['connecting', 'offline', 'online']);
      expect(catches).toBe(1);
    });

    test('a socket takes over when it can be opened, from where HTTP has come', async () => {
      const events: FeedEvent[] = [];
      feedOf(events);
      engine.start();
      await online();
      events.push(created('1'));
      await until(() => expect(told).toHaveLength(1));
      admit();
      desk.refuseSockets(false);
      await until(() => expect(greetings.at(-1)?.cursor).toBe('1'));
      await until(() => expect(catches).toBe(2));
      const asked = desk.asked.length;
      await pause(150);
      expect(desk.asked.slice(asked).filter(({ path }) => path.includes('/sync?'))).toEqual([]);
      expect(states.at(-1)).toBe('online');
    });

    test('an expired position starts over from now; silence reads as offline', async () => {
      feedOf([]);
      engine.start();
      await online();
      desk.on('GET /sync', ({ path }) =>
        path.includes('cursor')
          ? refusal(410, 'cursor_expired', { reason: 'rights_changed' })
          : { body: { items: [], nextCursor: '7' } },
      );
      await until(() => expect(resets).toBeGreaterThan(0));
      desk.on('GET /sync', () => refusal(502, 'unavailable'));
      await until(() => expect(states.at(-1)).toBe('offline'));
      feedOf([]);
      await online();
    });
  });

  test('passes over a type it does not know, and asks to read anew after a broken one', async () => {
    admit();
    engine.start();
    await online();
    const strange = { ...created(), type: 'moon.risen' } as unknown as FeedEvent;
    const broken = { ...created(), data: { id: 1 } } as unknown as FeedEvent;
    const last = created();
    for (const event of [strange, broken, last]) desk.io.emit('event', event);
    await until(() => expect(told).toHaveLength(1));
    expect(told[0]?.event).toEqual(last);
    await until(() => expect(resets).toBe(1));
  });

  test('a refused token is renewed before the next try', async () => {
    desk.io.use((socket, next) => {
      if (socket.handshake.auth['token'] === 'second') return next();
      next(Object.assign(new Error('no'), { data: { code: 'token_expired' } }));
    });
    admit();
    engine.start();
    await online();
    expect(renewals).toEqual(['first']);
    expect(greetings.map((auth) => auth.token)).toEqual(['second']);
  });

  test('a socket that the server ends asks whether the session still stands', async () => {
    admit();
    engine.start();
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
    engine.start();
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
    engine.start();
    await online();
    const ticketId = randomUUID();
    engine.viewing(ticketId);
    await until(() => expect(viewed).toEqual([null, ticketId]));
    engine.wake();
    await until(() => expect(viewed).toEqual([null, ticketId, ticketId]));
  });
});
