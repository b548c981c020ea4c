import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Message, Ticket } from '../../shared/src/contracts';
import type { OutboxState } from '../../desktop/src/bridge';
import { chance } from '../support/chance';
import type { DeskApi } from '../support/deskApi';
import type { DemoServer } from '../support/server';
import { startSyncConsole, type SyncConsole } from '../support/syncConsole';
import { startTcpProxy, type TcpProxy } from '../support/tcpProxy';
import { effects } from './feed';
import { prepareGround } from './ground';

/** Who of the demo's staff work side by side. */
const STAFF = [710_000_203, 710_000_204] as const;
const TICKETS = 2;
/** Milliseconds by which the clock of each computer is wrong: a day behind, a day ahead. */
const CLOCKS = [-86_400_000, 86_400_000] as const;
/** Milliseconds in which a reply can be taken back. */
const UNDO = 300;
/** Milliseconds for both consoles to be right again. */
const PATIENCE = 45_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const PRIORITIES = ['LOW', 'NORMAL', 'HIGH', 'CRITICAL'] as const;

/** Something that one of the two does, or that happens to their console or their network. */
const action = fc.record({
  who: fc.constantFrom(0, 1),
  ticket: fc.integer({ min: 0, max: TICKETS - 1 }),
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('title', 'note', 'reply') },
    { weight: 2, arbitrary: fc.constantFrom(...PRIORITIES) },
    { weight: 2, arbitrary: fc.constantFrom('cut', 'offline', 'online', 'kill') },
  ),
  /** What the person says when a conflict is shown. */
  decision: fc.constantFrom('force', 'discard'),
});
/** A story of them. */
export const actions = fc.array(action, { minLength: 4, maxLength: 14 });
export type Action = (typeof actions extends fc.Arbitrary<infer T> ? T : never)[number];

interface Side {
  console: SyncConsole;
  /** Milliseconds since 1970, by the clock of this computer. */
  now: () => number;
  proxy: TcpProxy;
}

/** Two consoles at one desk, each with a wrong clock, ready for one story after the other. */
export interface Pair {
  /** Plays a story and gives what is wrong afterwards: nothing, it is hoped. */
  play(story: readonly Action[]): Promise<string[]>;
  close(): Promise<void>;
}

export async function startPair(server: DemoServer): Promise<Pair> {
  const sides: Side[] = [];
  for (const [number, personId] of STAFF.entries()) {
    const random = chance(number + 1);
    const proxy = await startTcpProxy({ target: server.url, random, reorder: 10, delay: 10 });
    const clock = CLOCKS[number] ?? 0;
    const console = await startSyncConsole({
      ...{ url: proxy.url, deskUrl: server.url },
      ...{ personId, clock },
    });
    sides.push({ console, now: () => Date.now() + clock, proxy });
  }
  return {
    play: (story) => play(server, sides, story),
    async close() {
      for (const { console, proxy } of sides) {
        await console.stop();
        await proxy.close();
      }
    },
  };
}

interface Done {
  key: string;
  side: Side;
  mark: string;
  what: string;
}

async function act({ console, now, proxy }: Side, ticketId: string, what: string, key: string) {
  const id = ticketId;
  switch (what) {
    case 'cut':
      proxy.cut();
      return;
    case 'offline':
    case 'online':
      return proxy.block(what === 'offline');
    case 'kill':
      return console.kill9();
    case 'note':
    case 'reply': {
      const input = { id, content: `⟦1:${key}⟧`, internal: what === 'note' };
      const dueAt = what === 'reply' ? new Date(now() + UNDO).toISOString() : undefined;
      return console.write('POST /tickets/{id}/messages', input, key, dueAt);
    }
    default: {
      const { version } = await console.read<Ticket>('GET /tickets/{id}', { id });
      const change = what === 'title' ? { title: `⟦1:${key}⟧` } : { priority: what };
      return console.write('PUT /tickets/{id}', { id, version, ...change }, key);
    }
  }
}

async function play(
  server: DemoServer,
  sides: readonly Side[],
  story: readonly Action[],
): Promise<string[]> {
  const ground = await prepareGround(server, TICKETS);
  for (const { console } of sides) {
    for (const { id } of ground.tickets) await console.read('GET /tickets/{id}', { id });
  }
  const done: Done[] = [];
  const decisions = new Map<string, 'force' | 'discard'>();
  for (const { who, ticket, what, decision } of story) {
    const side = sides[who];
    const id = ground.tickets[ticket]?.id;
    if (side === undefined || id === undefined) continue;
    const key = randomUUID();
    await act(side, id, what, key);
    decisions.set(key, decision);
    done.push({ key, side, mark: `⟦1:${key}⟧`, what });
  }
  for (const { proxy } of sides) proxy.block(false);
  for (const { console } of sides) await settle(console, decisions);
  const wrong: string[] = [];
  const took = (await effects(ground, /⟦1:[\w-]+⟧/)).flat();
  for (const { key, side, mark, what } of done) {
    if (!['title', 'note', 'reply'].includes(what)) continue;
    const times = took.filter((one) => one === mark).length;
    const shown = side.console.refusals().some((one) => one.key === key);
    if (times > 1) wrong.push(`${what} took effect ${times} times`);
    if (times === 0 && !shown) wrong.push(`${what} had no effect and nobody was told`);
  }
  for (const [number, { console }] of sides.entries()) {
    for (const { id } of ground.tickets) {
      if (!(await agrees(console, ground.admin, id)))
        wrong.push(`console ${number} differs: ${id}`);
    }
  }
  return wrong;
}

/** Until nothing waits any more: what is held is decided as the person would. */
async function settle(
  console: SyncConsole,
  decisions: ReadonlyMap<string, 'force' | 'discard'>,
): Promise<void> {
  console.host.wake();
  for (const began = Date.now(); Date.now() - began < PATIENCE; await pause(50)) {
    const result = await console.host.call({ method: 'outbox' });
    if (!result.ok) continue;
    const { unsent, items } = result.value as OutboxState;
    if (unsent === 0) return;
    for (const item of items.filter(({ state }) => state === 'held')) {
      const decision = { action: decisions.get(item.key) ?? 'discard' };
      await console.host.call({ method: 'decide', key: item.key, decision });
    }
  }
  throw new Error(`still unsent: ${JSON.stringify(console.outbox())}`);
}

const face = ({ title, status, priority, assigneeId, version }: Ticket) =>
  JSON.stringify([title, status, priority, assigneeId, version]);

/** Whether a console shows a ticket as the desk has it, once it had time to learn. */
async function agrees(console: SyncConsole, desk: DeskApi, id: string): Promise<boolean> {
  const list = { id, limit: 100, order: 'asc' as const };
  const ids = (page: { items: Message[] }) => page.items.map((message) => message.id).join();
  for (const began = Date.now(); ; await pause(50)) {
    const ticket = await desk.call('GET /tickets/{id}', { id });
    const messages = await desk.call('GET /tickets/{id}/messages', list);
    const here = await console.read<Ticket>('GET /tickets/{id}', { id });
    const seen = await console.read<{ items: Message[] }>('GET /tickets/{id}/messages', list);
    if (face(ticket) === face(here) && ids(messages) === ids(seen)) return true;
    if (Date.now() - began > PATIENCE) return false;
  }
}
