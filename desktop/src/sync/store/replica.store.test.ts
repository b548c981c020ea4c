import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ticket } from '@tikethet/shared/contracts';
import type { FeedEvent } from '@tikethet/shared/events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { afterCommand } from '../outbox/pending';
import { sampleEvent, sampleMessage, sampleTicket, sampleUser } from '../testing/samples';
import { applyEvent } from './applyEvent';
import { createLocalReads, type LocalReads } from './localReads';
import { evict } from './evict';
import { openReplica, storeProblem } from './openStore';
import type { Replica } from './replica';
import { openTestReplica, type TestReplica } from './testing/openTestReplica';

const meId = randomUUID();
let desk: TestReplica;
let replica: Replica;
let reads: LocalReads;
let whole: boolean;

function take(...events: FeedEvent[]): void {
  replica.write(() => {
    for (const event of events) applyEvent(replica, event, { snapshotRuns: false, meId });
  });
}

const none = () => null;
const me = () => ({ id: meId, displayName: 'Анна', username: null, role: 'HELPER' as const });

const put = (...tickets: Ticket[]) =>
  desk.replica.write(() => tickets.forEach((ticket) => desk.replica.putTicket(ticket, 'all')));
const itemsOf = (id: Parameters<LocalReads['answer']>[0], input: Record<string, unknown>) =>
  (reads.answer(id, input)?.value as { items: { id: string }[] } | undefined)?.items ?? [];
const list = (input: Record<string, unknown>) => itemsOf('tickets.list', input) as Ticket[];
const titles = (input: Record<string, unknown>) => list(input).map(({ title }) => title);
const day = (number: number) => new Date(Date.UTC(2026, 0, number)).toISOString();

beforeEach(() => {
  desk = openTestReplica();
  replica = desk.replica;
  whole = true;
  reads = createLocalReads({
    replica,
    meId,
    isWhole: () => whole,
    views: () => replica.views.all(),
    own: (_id, value) => value,
  });
});
afterEach(() => desk.dispose());

describe('lists', () => {
  beforeEach(() =>
    put(
      sampleTicket({ title: 'старый', updatedAt: day(1), createdAt: day(9) }),
      sampleTicket({ title: 'мой', updatedAt: day(3), assigneeId: meId, status: 'IN_PROGRESS' }),
      sampleTicket({ title: 'срочный', updatedAt: day(2), priority: 'CRITICAL' }),
      sampleTicket({ title: 'решён', updatedAt: day(4), status: 'RESOLVED' }),
    ),
  );

  test('are filtered and sorted as the desk does it', () => {
    expect(titles({})).toEqual(['решён', 'мой', 'срочный', 'старый']);
    expect(titles({ sort: 'created' })[0]).toBe('старый');
    expect(titles({ sort: 'priority' })[0]).toBe('срочный');
    expect(titles({ status: 'OPEN' })).toEqual(['срочный', 'старый']);
    expect(titles({ status: 'OPEN,RESOLVED', priority: 'CRITICAL' })).toEqual(['срочный']);
    expect(titles({ assigneeId: 'me' })).toEqual(['мой']);
    expect(titles({ assigneeId: 'none', status: 'OPEN' })).toHaveLength(2);
  });

  test('are paged without gaps or repetitions, in every order', () => {
    for (const sort of ['updated', 'created', 'priority']) {
      const seen: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const found = reads.answer('tickets.list', { sort, limit: 1, ...(cursor && { cursor }) });
        const page = found?.value as { items: Ticket[]; nextCursor: string | null };
        seen.push(...page.items.map(({ title }) => title));
        cursor = page.nextCursor;
      }
      expect(seen).toEqual(titles({ sort }));
    }
  });

  test('say whether the desk could show more', () => {
    const complete = (input: Record<string, unknown>) =>
      reads.answer('tickets.list', input)?.complete;
    expect(complete({ status: 'OPEN,IN_PROGRESS' })).toBe(true);
    expect(complete({ assigneeId: 'me' })).toBe(true);
    expect(complete({ status: 'CLOSED' })).toBe(false);
    expect(complete({ search: 'мой', status: 'OPEN' })).toBe(false);
    whole = false;
    expect(complete({ status: 'OPEN' })).toBe(false);
    expect(reads.answer('tickets.list', { status: 'CLOSED' })).toBeNull();
  });

  test('counts are counted', () => {
    expect(reads.answer('tickets.counts', {})?.value).toMatchObject({
      active: 3,
      mine: 1,
      unassigned: 2,
      byStatus: { OPEN: 2, IN_PROGRESS: 1, RESOLVED: 1, CLOSED: 0 },
    });
  });
});

describe('the feed', () => {
  test('puts, changes and takes away; older facts change nothing', () => {
    const ticket = sampleTicket({ version: 3, updatedAt: day(3) });
    take(sampleEvent({ type: 'ticket.created', data: ticket }));
    take(
      sampleEvent({ type: 'ticket.updated', data: { ...ticket, title: 'прежний', version: 2 } }),
      sampleEvent({ type: 'ticket.updated', data: { ...ticket, title: 'новый', version: 4 } }),
    );
    expect(replica.ticket(ticket.id)?.title).toBe('новый');
    const message = sampleMessage({ ticketId: ticket.id, content: 'привет', createdAt: day(9) });
    const created = sampleEvent({ type: 'message.created', data: message });
    take(created, created);
    expect(replica.ticket(ticket.id)).toMatchObject({
      messageCount: ticket.messageCount + 1,
      updatedAt: day(9),
      unread: (ticket.unread ?? 0) + 1,
      lastMessage: { content: 'привет' },
    });
    take(
      sampleEvent(
        {
          type: 'delivery.changed',
          data: { messageId: message.id, delivery: { state: 'SENT', reason: null } },
        } as Pick<FeedEvent, 'type' | 'data'>,
        {},
      ),
    );
    expect(itemsOf('messages.list', { id: ticket.id })).toMatchObject([
      { id: message.id, delivery: { state: 'SENT' } },
    ]);
    take(sampleEvent({ type: 'ticket.hidden', data: { id: ticket.id, number: ticket.number } }));
    expect(replica.ticket(ticket.id)).toBeNull();
    expect(reads.answer('messages.list', { id: ticket.id })).toBeNull();
    expect(list({ search: 'привет' })).toEqual([]);
    const left = readFileSync(join(desk.folder, 'replica.db')).includes('привет');
    expect(left).toBe(false);
  });

  test('a ticket that comes into sight has no conversation yet', () => {
    const ticket = sampleTicket();
    take(sampleEvent({ type: 'ticket.assigned', data: ticket }));
    expect(replica.historyOf(ticket.id)).toBe('none');
    expect(reads.answer('messages.list', { id: ticket.id })).toBeNull();
  });

  test('people and categories follow', () => {
    const user = sampleUser({ role: 'HELPER' });
    take(sampleEvent({ type: 'user.changed', data: user }));
    expect(itemsOf('users.list', { role: 'HELPER' })).toEqual([user]);
    expect(reads.answer('users.get', { id: user.id })?.value).toEqual(user);
  });
});

describe('eviction', () => {
  const now = new Date(day(60));

  test('lets go of finished tickets that nobody touched for 30 days, unless own or pinned', () => {
    const old = { status: 'CLOSED', updatedAt: day(20) } as const;
    put(
      sampleTicket({ title: 'закреплён', ...old, pinned: true }),
      sampleTicket({ title: 'ушёл', ...old }),
      sampleTicket({ title: 'мой', ...old, assigneeId: meId }),
      sampleTicket({ title: 'активный', updatedAt: day(1) }),
      sampleTicket({ title: 'недавний', status: 'CLOSED', updatedAt: day(40) }),
    );
    expect(evict(replica, meId, now)).toBe(1);
    expect(new Set(titles({}))).toEqual(new Set(['недавний', 'мой', 'закреплён', 'активный']));
  });

  test('a pin shows at once while it waits, and keeps its ticket until it is taken out', () => {
    const ticket = sampleTicket({ status: 'CLOSED', updatedAt: day(20) });
    const pin = { operation: 'tickets.pin', input: { id: ticket.id, pinned: true } } as const;
    put(ticket);
    replica.overlay((base) => afterCommand(base, pin, { me: me(), person: none, number: none }));
    replica.write(() => replica.redraw(ticket.id));
    expect(list({ pinned: 'yes' })).toMatchObject([{ id: ticket.id, pinned: true }]);
    expect(reads.answer('tickets.counts', {})?.value).toMatchObject({ pinned: 1 });

    replica.overlay((base) => base);
    const told = (pinned: boolean | null, version: number) => ({ ...ticket, pinned, version });
    take(sampleEvent({ type: 'ticket.pinned', data: told(true, 1) }));
    // Told to all of the staff, it says nothing of pins.
    take(sampleEvent({ type: 'ticket.updated', data: told(null, 2) }));
    expect(replica.ticket(ticket.id)).toMatchObject({ pinned: true, version: 2 });
    evict(replica, meId, now);
    evict(replica, meId, now, { tickets: 0, answers: 0 });
    expect(replica.ticketIds()).toEqual([ticket.id]);
    take(sampleEvent({ type: 'ticket.pinned', data: told(false, 2) }));
    expect(list({ pinned: 'yes' })).toEqual([]);
    expect(evict(replica, meId, now)).toBe(1);
  });

  test('is bounded: the oldest finished leave first, active last', () => {
    for (let at = 1; at <= 6; at += 1) {
      const status = at % 2 === 0 ? 'RESOLVED' : 'OPEN';
      put(sampleTicket({ title: `${at}`, status, updatedAt: day(40 + at) }));
    }
    evict(replica, meId, now, { tickets: 4, answers: 0 });
    expect(titles({})).toEqual(['6', '5', '3', '1']);
    evict(replica, meId, now, { tickets: 2, answers: 0 });
    expect(titles({})).toEqual(['5', '3']);
  });
});

describe('files', () => {
  test('are readable for their owner alone', () => {
    put(sampleTicket());
    expect(statSync(desk.folder).mode & 0o777).toBe(0o700);
    for (const name of ['replica.db', 'replica.db-wal']) {
      expect(statSync(join(desk.folder, name)).mode & 0o777).toBe(0o600);
    }
  });

  test('survive the end of the program', () => {
    const ticket = sampleTicket({ title: 'переживёт' });
    put(ticket);
    expect(desk.reopen().ticket(ticket.id)?.title).toBe('переживёт');
  });

  test('a damaged one is put aside and begun anew', () => {
    for (let at = 0; at < 200; at += 1) put(sampleTicket());
    replica.database.run('pragma wal_checkpoint(truncate)');
    replica.database.close();
    const path = join(desk.folder, 'replica.db');
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xaa, 4096, 40_960));
    const { replica: next, damaged } = openReplica(desk.folder);
    desk.replica = next;
    expect(damaged).toBe(true);
    expect(next.ticketIds()).toEqual([]);
    expect(existsSync(`${path}.damaged`)).toBe(true);
  });

  test('damage that only a read comes upon is told, and mended by opening it again', () => {
    put(sampleTicket());
    const root = replica.database.get<{ rootpage: number }>(
      `select rootpage from sqlite_schema where name = 'messages'`,
    );
    replica.database.run('pragma wal_checkpoint(truncate)');
    replica.database.close();
    const path = join(desk.folder, 'replica.db');
    const page = ((root?.rootpage ?? 0) - 1) * 4096;
    writeFileSync(path, readFileSync(path).fill(0xaa, page, page + 4096));
    let found = 0;
    const opened = openReplica(desk.folder, () => (found += 1));
    expect(opened.damaged).toBe(false);
    expect(problemOf(() => opened.replica.database.all('select * from messages'))).toBe('damaged');
    expect(found).toBe(1);
    opened.replica.database.close();
    const next = openReplica(desk.folder);
    desk.replica = next.replica;
    expect(next.damaged).toBe(true);
    expect(next.replica.database.all('select * from messages')).toEqual([]);
  });

  test('a full disk and a file that may not be written have names; nothing kept is lost', () => {
    const kept = sampleTicket({ title: 'было' });
    put(kept);
    const pages = replica.database.get<{ page_count: number }>('pragma page_count')?.page_count;
    replica.database.run(`pragma max_page_count = ${pages ?? 0}`);
    const fill = () => put(...Array.from({ length: 500 }, () => sampleTicket()));
    expect(problemOf(fill)).toBe('disk_full');
    replica.database.run('pragma max_page_count = 1000000');
    replica.database.run('pragma query_only = on');
    expect(problemOf(fill)).toBe('read_only');
    expect(desk.reopen().ticketIds()).toEqual([kept.id]);
    fill();
    expect(desk.replica.ticketIds()).toHaveLength(501);
  });
});

function problemOf(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return storeProblem(error);
  }
}
