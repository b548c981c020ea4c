import { randomUUID } from 'node:crypto';
import { ApiError, type ApiClient } from '@tikethet/shared/client';
import type { OutputOf, Ticket } from '@tikethet/shared/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSnapshot, type Snapshot } from './snapshot';
import { applyEvent } from './store/applyEvent';
import { openTestReplica, type TestReplica } from './store/testing/openTestReplica';
import { sampleEvent, sampleMessage, sampleTicket } from './testing/samples';

type Page = OutputOf<'sync.snapshot'>;

const meId = randomUUID();
let desk: TestReplica;
let pages: Page[];
let asked: (string | undefined)[];
/** Called before the answer to a page is given. */
let before: (page: number) => void;

const api = (async (route: string, input: { cursor?: string }) => {
  if (route === 'GET /categories') return { items: [] };
  if (route === 'GET /users') throw new ApiError(403, 'forbidden', 'no');
  asked.push(input.cursor);
  const number = Number(input.cursor ?? 0);
  before(number);
  return pages[number];
}) as unknown as ApiClient;

const start = (): Snapshot => createSnapshot(api, desk.replica);
const run = (snapshot: Snapshot) => snapshot.run(new AbortController().signal);
const titles = () =>
  desk.replica
    .ticketIds()
    .map((id) => desk.replica.ticket(id)?.title)
    .sort();

function page(number: number, tickets: Ticket[], last = false): Page {
  const items = tickets.map((ticket) => ({
    ticket,
    messages: [sampleMessage({ ticketId: ticket.id, content: `о ${ticket.title}` })],
    complete: true,
  }));
  return { items, people: [], nextCursor: last ? null : String(number + 1) };
}

beforeEach(() => {
  desk = openTestReplica();
  asked = [];
  before = () => undefined;
  const named = (title: string) => sampleTicket({ title });
  pages = [page(0, [named('a')]), page(1, [named('b')]), page(2, [named('c')], true)];
});
afterEach(() => desk.dispose());

test('goes on after a cut and a restart at the page where it stopped', async () => {
  const snapshot = start();
  snapshot.begin();
  before = (number) => {
    if (number === 1) throw new ApiError(0, 'network', 'cut');
  };
  await expect(run(snapshot)).rejects.toMatchObject({ code: 'network' });
  expect([snapshot.isWhole(), snapshot.isRunning()]).toEqual([false, true]);
  desk.reopen();
  before = () => undefined;
  const later = start();
  await run(later);
  expect(asked).toEqual([undefined, '1', '1', '2']);
  expect(titles()).toEqual(['a', 'b', 'c']);
  expect([later.isWhole(), later.isRunning()]).toEqual([true, false]);
});

test('what no page and no event has shown is out of sight, pinned or not', async () => {
  const stale = sampleTicket({ title: 'больше не видно' });
  const pinned = sampleTicket({ title: 'закреплён', pinned: true });
  desk.replica.write(() => [stale, pinned].forEach((one) => desk.replica.putTicket(one, 'all')));
  const snapshot = start();
  snapshot.begin();
  await run(snapshot);
  expect(titles()).toEqual(['a', 'b', 'c']);
});

test('the feed is newer than any page that was under way', async () => {
  const [first, second] = [pages[0]?.items[0], pages[1]?.items[0]];
  if (first === undefined || second === undefined) throw new Error('no tickets');
  const edited = {
    ...second.messages[0],
    content: 'исправлено',
  } as Page['items'][0]['messages'][0];
  const tell = (event: ReturnType<typeof sampleEvent>) =>
    desk.replica.write(() => applyEvent(desk.replica, event, { snapshotRuns: true, meId }));
  before = (number) => {
    if (number !== 1) return;
    tell(sampleEvent({ type: 'ticket.hidden', data: { id: first.ticket.id, number: 1 } }));
    const { ticket } = second;
    tell(sampleEvent({ type: 'ticket.updated', data: { ...ticket, title: 'новее', version: 2 } }));
    tell(sampleEvent({ type: 'message.edited', data: edited }));
    // The page that was already on its way still shows the one that has gone.
    pages[1]?.items.push(first);
  };
  const snapshot = start();
  snapshot.begin();
  await run(snapshot);
  expect(titles()).toEqual(['c', 'новее']);
  const row = desk.replica.database.get<{ body: string }>(
    'select body from messages where id = ?',
    edited.id,
  );
  expect(row?.body).toContain('исправлено');
});
