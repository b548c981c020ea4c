import { randomUUID } from 'node:crypto';
import type { SavedView, Ticket, TicketCounts } from '@tikethet/shared/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { viewsAfter } from '../outbox/pendingViews';
import { sampleEvent, sampleTicket } from '../testing/samples';
import { applyEvent } from './applyEvent';
import { createLocalReads, type LocalReads } from './localReads';
import { openTestReplica, type TestReplica } from './testing/openTestReplica';

const meId = randomUUID();
let desk: TestReplica;
let reads: LocalReads;

const put = (...tickets: Ticket[]) =>
  desk.replica.write(() => tickets.forEach((ticket) => desk.replica.putTicket(ticket, 'all')));
const page = (input: Record<string, unknown>) =>
  reads.answer('tickets.list', input)?.value as { items: Ticket[]; nextCursor: string | null };
const titles = (input: Record<string, unknown>) => page(input).items.map(({ title }) => title);
const day = (number: number) => new Date(Date.UTC(2026, 0, number)).toISOString();
const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const aView = (name: string, filters: Record<string, string>): SavedView => ({
  id: randomUUID(),
  name,
  filters,
  shared: false,
  ownerId: meId,
  updatedAt: day(1),
});

beforeEach(() => {
  desk = openTestReplica();
  reads = createLocalReads({
    replica: desk.replica,
    meId,
    isWhole: () => true,
    views: () => desk.replica.views.all(),
    own: (_id, value) => value,
  });
  put(
    sampleTicket({ title: 'a', updatedAt: day(1), tags: ['оплата', 'vip'], channel: 'MINI_APP' }),
    sampleTicket({ title: 'b', updatedAt: day(2), mentionedIds: [meId], unread: 3 }),
    sampleTicket({ title: 'c', updatedAt: day(3), snoozedUntil: soon(600) }),
    sampleTicket({ title: 'd', updatedAt: day(4), dueAt: soon(30), waitingSince: day(2) }),
    sampleTicket({ title: 'e', updatedAt: day(5), dueAt: soon(-5), waitingSince: day(1) }),
    sampleTicket({ title: 'f', updatedAt: day(6), dueAt: soon(600), tags: ['оплата'] }),
    sampleTicket({ title: 'g', updatedAt: day(7), status: 'RESOLVED', rating: 2 }),
  );
});
afterEach(() => desk.dispose());

test('every filter of the desk works here', () => {
  expect(titles({ tags: 'оплата,nothing' })).toEqual(['f', 'a']);
  expect(titles({ tags: 'vip', channel: 'MINI_APP,BOT' })).toEqual(['a']);
  expect(titles({ channel: 'MINI_APP' })).toEqual(['a']);
  expect(titles({ mentioned: 'me' })).toEqual(['b']);
  expect(titles({ unread: 'yes' })).toEqual(['b']);
  expect(titles({ snoozed: 'yes' })).toEqual(['c']);
  expect(titles({ snoozed: 'no', due: 'any' })).toEqual(['f', 'e', 'd']);
  expect(titles({ due: 'risk' })).toEqual(['e', 'd']);
  expect(titles({ due: 'late' })).toEqual(['e']);
  expect(titles({ rating: '1,2' })).toEqual(['g']);
  expect(titles({ createdFrom: day(400) })).toEqual([]);
});

test('lists go on by keyset in every order', () => {
  const walk = (sort: string) => {
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const next = page({ sort, limit: 2, ...(cursor !== null && { cursor }) });
      found.push(...next.items.map(({ title }) => title));
      cursor = next.nextCursor;
    } while (cursor !== null);
    return found;
  };
  expect(walk('due').slice(0, 3)).toEqual(['e', 'd', 'f']);
  expect(walk('waiting').slice(0, 2)).toEqual(['e', 'd']);
  for (const sort of ['updated', 'created', 'priority', 'due', 'waiting']) {
    expect(walk(sort).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  }
});

test('what the desk need not be asked for is known', () => {
  const complete = (input: Record<string, unknown>) =>
    reads.answer('tickets.list', input)?.complete;
  expect(complete({ snoozed: 'yes' })).toBe(true);
  expect(complete({ due: 'risk' })).toBe(true);
  expect(complete({ tags: 'vip' })).toBe(false);
  expect(complete({ tags: 'vip', status: 'OPEN,IN_PROGRESS' })).toBe(true);
});

test('tags and mentions follow their ticket', () => {
  const ticket = sampleTicket({ title: 'h', tags: ['x'], version: 1 });
  put(ticket);
  put({ ...ticket, tags: ['y'], version: 2 });
  expect(titles({ tags: 'x' })).toEqual([]);
  expect(titles({ tags: 'y' })).toEqual(['h']);
  desk.replica.write(() => desk.replica.dropTicket(ticket.id, false));
  const rows = desk.replica.database.all('select * from ticket_facets where id = ?', ticket.id);
  expect(rows).toEqual([]);
});

test('counts leave out what sleeps', () => {
  const counts = reads.answer('tickets.counts', {})?.value as TicketCounts;
  expect(counts).toMatchObject({ active: 5, unassigned: 5, snoozed: 1, atRisk: 2, mentions: 1 });
  expect(counts.byTag).toEqual({ оплата: 2, vip: 1 });
  expect(counts.byStatus).toMatchObject({ OPEN: 6, RESOLVED: 1 });
});

test('views are kept in their order and counted', () => {
  const [first, second] = [aView('Risk', { due: 'risk' }), aView('VIP', { tags: 'vip' })];
  const happen = (content: Parameters<typeof sampleEvent>[0]) =>
    desk.replica.write(() =>
      applyEvent(desk.replica, sampleEvent(content), { snapshotRuns: false, meId }),
    );
  happen({ type: 'view.changed', data: first });
  happen({ type: 'view.changed', data: second });
  happen({ type: 'view.ordered', data: { ids: [second.id, first.id] } });
  happen({ type: 'view.changed', data: { ...first, name: 'At risk' } });
  const names = () =>
    (reads.answer('views.list', {})?.value as { items: SavedView[] } | undefined)?.items.map(
      ({ name }) => name,
    );
  expect(names()).toEqual(['VIP', 'At risk']);
  expect(reads.answer('views.counts', {})).toEqual({
    value: { counts: { [first.id]: 2, [second.id]: 1 } },
    complete: false,
  });
  happen({ type: 'view.deleted', data: { id: second.id } });
  expect(names()).toEqual(['At risk']);
  expect(reads.answer('views.counts', {})?.complete).toBe(true);
});

test('what a person did to views without a network is shown with them', () => {
  const [known, other] = [aView('Known', {}), aView('Other', {})];
  const made = aView('Made', { tags: 'vip' });
  const command = (
    operation: 'views.create' | 'views.update' | 'views.reorder',
    input: object,
  ) => ({
    operation,
    input: input as Record<string, unknown>,
    at: day(2),
    held: false,
  });
  const after = viewsAfter(
    [known, other],
    [
      command('views.create', { id: made.id, name: 'Made', filters: made.filters }),
      command('views.update', { id: known.id, name: 'Renamed' }),
      command('views.reorder', { ids: [made.id, known.id] }),
      { ...command('views.update', { id: other.id, name: 'Refused' }), held: true },
    ],
    meId,
  );
  expect(after.map(({ name }) => name)).toEqual(['Made', 'Renamed', 'Other']);
});
