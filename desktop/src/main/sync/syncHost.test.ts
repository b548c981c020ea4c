import { expect, test, vi } from 'vitest';
import type { FromEngine, ToEngine } from '../../sync/protocol';
import { createSyncHost, type Launch } from './syncHost';

interface FakeProcess {
  sent: ToEngine[];
  say(message: FromEngine): void;
  die(code: number): void;
  killed: boolean;
}

function setUp() {
  const processes: FakeProcess[] = [];
  const launch: Launch = (on) => {
    const process: FakeProcess = {
      sent: [],
      say: (message) => on.message(message),
      die: (code) => on.exited(code),
      killed: false,
    };
    processes.push(process);
    return {
      send: (message) => void process.sent.push(message),
      kill: () => (process.killed = true),
    };
  };
  const events = {
    events: vi.fn(),
    caughtUp: vi.fn(),
    connection: vi.fn(),
    reset: vi.fn(),
    typing: vi.fn(),
    presence: vi.fn(),
    outbox: vi.fn(),
    outcomes: vi.fn(),
    shown: vi.fn(),
    store: vi.fn(),
    crashed: vi.fn(),
    defect: vi.fn(),
  };
  const tokens = {
    current: vi.fn(async (): Promise<string | null> => 'token'),
    renew: vi.fn(async (): Promise<string | null> => null),
  };
  const host = createSyncHost({
    launch,
    serverUrl: 'http://127.0.0.1:3000',
    folderOf: (id) => `store/${id}`,
    tokens,
    events,
    restartDelay: 5,
  });
  const process = (index: number): FakeProcess => {
    const found = processes[index];
    if (found === undefined) throw new Error(`no process ${index}`);
    return found;
  };
  return { host, events, tokens, processes, process };
}

const me = { id: 'me', displayName: 'Анна', username: null, role: 'HELPER' as const };
const read = { method: 'read' as const, route: 'GET /tickets', input: {} };

test('pairs calls with their answers', async () => {
  const { host, process } = setUp();
  host.start(me);
  const [first, second] = [host.call(read), host.call(read)];
  process(0).say({ type: 'answer', id: 2, result: { ok: true, value: 'second' } });
  process(0).say({ type: 'answer', id: 1, result: { ok: true, value: 'first' } });
  expect(await Promise.all([first, second])).toEqual([
    { ok: true, value: 'first' },
    { ok: true, value: 'second' },
  ]);
});

test('nobody signed in is a refusal, not a wait', async () => {
  const { host } = setUp();
  expect(await host.call(read)).toMatchObject({ ok: false, error: { code: 'unauthorized' } });
});

test('a crash answers what was under way, and the next process opens the same store', async () => {
  const { host, process, processes, events } = setUp();
  host.start(me);
  host.viewing('t');
  const call = host.call(read);
  process(0).die(9);
  expect(await call).toMatchObject({ ok: false, error: { code: 'network' } });
  expect(events.crashed).toHaveBeenCalledWith(9);
  await vi.waitFor(() => expect(processes).toHaveLength(2));
  expect(process(1).sent).toEqual([
    expect.objectContaining({ type: 'start', me, folder: 'store/me' }),
    { type: 'viewing', ticketId: 't' },
  ]);
});

test('what throws in the process comes to the log with its stack', () => {
  const { host, process, events } = setUp();
  host.start(me);
  process(0).say({ type: 'defect', text: 'TypeError: x\n    at y' });
  expect(events.defect).toHaveBeenCalledWith('TypeError: x\n    at y');
});

test('an engine that breaks the protocol is ended', () => {
  const { host, process, events } = setUp();
  host.start(me);
  process(0).say({ type: 'moon' } as unknown as FromEngine);
  expect(process(0).killed).toBe(true);
  expect(events.events).not.toHaveBeenCalled();
});

test('gives tokens, says when the session is over and when none can be had', async () => {
  const { host, process, tokens } = setUp();
  host.start(me);
  process(0).say({ type: 'tokenWanted', id: 1, renew: false, stale: null });
  process(0).say({ type: 'tokenWanted', id: 2, renew: true, stale: 'old' });
  await vi.waitFor(() => expect(process(0).sent).toHaveLength(3));
  tokens.current.mockRejectedValueOnce(new Error('offline'));
  process(0).say({ type: 'tokenWanted', id: 3, renew: false, stale: null });
  await vi.waitFor(() => expect(process(0).sent).toHaveLength(4));
  expect(tokens.renew).toHaveBeenCalledWith('old');
  expect(process(0).sent.slice(1)).toEqual([
    { type: 'token', id: 1, answer: { kind: 'token', token: 'token' } },
    { type: 'token', id: 2, answer: { kind: 'over' } },
    { type: 'token', id: 3, answer: { kind: 'offline' } },
  ]);
});

test('another person gets another process when the old one, not heard any more, has ended', async () => {
  const { host, process, processes, events } = setUp();
  host.start(me);
  host.start(me);
  expect(processes).toHaveLength(1);
  host.start({ ...me, id: 'you' });
  expect(process(0).sent.at(-1)).toEqual({ type: 'stop' });
  process(0).say({ type: 'reset' });
  expect(events.reset).not.toHaveBeenCalled();
  expect(processes).toHaveLength(1);
  process(0).say({ type: 'stopped' });
  expect(process(0).killed).toBe(true);
  process(0).die(0);
  await vi.waitFor(() => expect(processes).toHaveLength(2));
  process(1).say({ type: 'reset' });
  expect(events.reset).toHaveBeenCalledTimes(1);
});
