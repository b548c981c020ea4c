import { randomUUID } from 'node:crypto';
import type { Message, Ticket, TicketChange } from '@tikethet/shared/contracts';
import type { FeedEvent } from '@tikethet/shared/events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleEvent, sampleMessage, sampleTicket } from '../testing/samples';
import { applyEvent } from './applyEvent';
import { holdsAllChanges, putChanges } from './changes';
import { createLocalReads, type LocalReads } from './localReads';
import { openTestReplica, type TestReplica } from './testing/openTestReplica';

const meId = randomUUID();
let desk: TestReplica;
let reads: LocalReads;

beforeEach(() => {
  desk = openTestReplica();
  reads = createLocalReads({
    replica: desk.replica,
    meId,
    isWhole: () => true,
    views: () => [],
    own: (_id, value) => value,
  });
});
afterEach(() => desk.dispose());

function take(...events: FeedEvent[]): void {
  desk.replica.write(() => {
    for (const event of events) applyEvent(desk.replica, event, { snapshotRuns: false, meId });
  });
}
function put(...tickets: Ticket[]): void {
  desk.replica.write(() => tickets.forEach((ticket) => desk.replica.putTicket(ticket, 'all')));
}
function contents({ id }: Ticket): string[] {
  const answer = reads.answer('messages.list', { id, order: 'asc' });
  const page = answer?.value as { items: Message[] } | undefined;
  return page?.items.map(({ content }) => content) ?? [];
}
const timeline = (id: string, more: object = {}) =>
  reads.answer('tickets.timeline', { id, order: 'desc', ...more }) as {
    value: { items: TicketChange[]; nextCursor: string | null };
    complete: boolean;
  } | null;

let minute = 0;
function aChange(ticketId: string): TicketChange {
  minute += 1;
  return {
    id: randomUUID(),
    ticketId,
    position: 1,
    actor: { id: meId, displayName: 'Анна', side: 'STAFF' },
    change: { field: 'priority', from: 'LOW', to: 'HIGH' },
    at: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
  };
}

test('what a merge has moved stands in the target, and goes back with it', () => {
  const [source, target] = [sampleTicket({}), sampleTicket({})];
  put(source, target);
  const own = sampleMessage({ ticketId: target.id, position: 1, content: 'в цели' });
  const moved = sampleMessage({ ticketId: source.id, position: 1, content: 'пропал предмет' });
  take(
    sampleEvent({ type: 'message.created', data: own }),
    sampleEvent({ type: 'message.created', data: moved }),
  );
  const there = { ...moved, ticketId: target.id, position: 2 };
  const from = { id: source.id, number: source.number };
  take(
    sampleEvent({ type: 'messages.moved', data: { from, ticketId: target.id, messages: [there] } }),
  );
  expect(contents(source)).toEqual([]);
  expect(contents(target)).toEqual(['в цели', 'пропал предмет']);
  // The search finds the ticket that has the words now.
  const found = reads.answer('tickets.list', { search: 'предмет' })?.value as { items: Ticket[] };
  expect(found.items.map(({ id }) => id)).toEqual([target.id]);
  const back = { from: { id: target.id, number: target.number }, ticketId: source.id };
  take(sampleEvent({ type: 'messages.moved', data: { ...back, messages: [moved] } }));
  expect(contents(source)).toEqual(['пропал предмет']);
  expect(contents(target)).toEqual(['в цели']);
});

test('messages that moved out of what is here are forgotten', () => {
  const source = sampleTicket({});
  put(source);
  const moved = sampleMessage({ ticketId: source.id, content: 'уходит' });
  take(sampleEvent({ type: 'message.created', data: moved }));
  const ticketId = randomUUID();
  const from = { id: source.id, number: source.number };
  take(
    sampleEvent({
      type: 'messages.moved',
      data: { from, ticketId, messages: [{ ...moved, ticketId }] },
    }),
  );
  expect(contents(source)).toEqual([]);
});

test('the timeline is kept from the feed and from pages, each change once, newest first', () => {
  const ticket = sampleTicket({});
  put(ticket);
  const [first, second, third] = [aChange(ticket.id), aChange(ticket.id), aChange(ticket.id)];
  take(sampleEvent({ type: 'timeline.added', data: { ticketId: ticket.id, changes: [third] } }));
  desk.replica.write(() => putChanges(desk.replica, [first, second, third]));
  const page = timeline(ticket.id, { limit: 2 });
  expect(page?.value.items.map(({ id }) => id)).toEqual([third.id, second.id]);
  const rest = timeline(ticket.id, { limit: 2, cursor: page?.value.nextCursor });
  expect(rest?.value.items.map(({ id }) => id)).toEqual([first.id]);
  expect(rest?.value.nextCursor).toBeNull();
  // What was before the first that was told is known only once the desk has been asked.
  expect(page?.complete).toBe(false);
  desk.replica.write(() => holdsAllChanges(desk.replica.database, ticket.id));
  expect(timeline(ticket.id)?.complete).toBe(true);
});

test('of a ticket that begins here nothing is missing; of one that is not here nothing is kept', () => {
  const ticket = sampleTicket({});
  take(sampleEvent({ type: 'ticket.created', data: ticket }));
  expect(timeline(ticket.id)).toMatchObject({ complete: true, value: { items: [] } });
  const stranger = randomUUID();
  take(
    sampleEvent({
      type: 'timeline.added',
      data: { ticketId: stranger, changes: [aChange(stranger)] },
    }),
  );
  expect(timeline(stranger)).toBeNull();
});
