import { randomUUID } from 'node:crypto';
import { ApiError, type ApiClient } from '@tikethet/shared/client';
import type { Message, Ticket } from '@tikethet/shared/contracts';
import type { FeedEvent } from '@tikethet/shared/events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backfill } from './backfill';
import { createFeedIntake, type FeedIntake } from './feedIntake';
import { createSnapshot, type Snapshot } from './snapshot';
import { openTestReplica, type TestReplica } from './store/testing/openTestReplica';
import { sampleEvent, sampleMessage, sampleTicket } from './testing/samples';

interface Page {
  items: { ticket: Ticket; messages: Message[]; complete: boolean }[];
  people: [];
  nextCursor: string | null;
}

let local: TestReplica;
let snapshot: Snapshot;
let intake: FeedIntake;
/** The desk: its tickets, their messages, and the pages of its snapshot as they were read. */
let tickets: Map<string, { ticket: Ticket; messages: Message[] }>;
let pages: Page[];
/** Happens after the desk has read an answer, and before it arrives here. */
let underWay: (route: string, page: number) => void;
let asked: string[];

const signal = new AbortController().signal;

const api = (async (route: string, input: { id?: string; cursor?: string }) => {
  asked.push(route);
  const page = Number(input.cursor ?? 0);
  const found = tickets.get(input.id ?? '');
  const answers: Record<string, unknown> = {
    'GET /categories': { items: [] },
    'GET /users': { items: [], nextCursor: null },
    'GET /sync/snapshot': pages[page],
    'GET /tickets/{id}': found?.ticket,
    'GET /tickets/{id}/messages': found && {
      items: found.messages.toReversed(),
      nextCursor: null,
    },
  };
  const answer = structuredClone(answers[route]);
  underWay(route, page);
  if (answer === undefined) throw new ApiError(404, 'not_found', 'no');
  return answer;
}) as unknown as ApiClient;

function pageOf(number: number, ids: string[], last = false): Page {
  const items = ids.flatMap((id) => {
    const known = tickets.get(id);
    return known ? [{ ...known, messages: [...known.messages], complete: true }] : [];
  });
  return { items, people: [], nextCursor: last ? null : String(number + 1) };
}

function openTicket(title: string): string {
  const ticket = sampleTicket({ title });
  const messages = [sampleMessage({ ticketId: ticket.id, content: `${title} 0`, position: 1 })];
  tickets.set(ticket.id, { ticket, messages });
  return ticket.id;
}

function tell(event: FeedEvent): void {
  intake.event(event);
  intake.flush();
}

/** Somebody writes: the desk has it, and the feed tells of it. */
function write(id: string, content: string): void {
  const known = tickets.get(id);
  if (known === undefined) throw new Error('no such ticket');
  const position = known.messages.length + 1;
  const message = sampleMessage({ ticketId: id, content, position });
  known.messages.push(message);
  tell({ ...sampleEvent({ type: 'message.created', data: message }), ticketId: id });
}

const here = (id: string) =>
  local.replica.database
    .all<{ body: string }>('select body from messages where ticket_id = ? order by position', id)
    .map(({ body }) => JSON.parse(body) as Message);
const texts = (id: string) => here(id).map(({ content }) => content);

beforeEach(() => {
  local = openTestReplica();
  [tickets, pages, asked] = [new Map(), [], []];
  underWay = () => undefined;
  snapshot = createSnapshot(api, local.replica);
  intake = createFeedIntake({
    replica: local.replica,
    meId: randomUUID(),
    isSnapshotRunning: () => snapshot.isRunning(),
    tell: () => undefined,
    broken: () => undefined,
    failed(error) {
      throw error;
    },
  });
  snapshot.begin();
});
afterEach(() => local.dispose());

test('a message that overtakes the page of its ticket is not lost', async () => {
  const id = openTicket('a');
  pages = [pageOf(0, [id], true)];
  underWay = (route) => route === 'GET /sync/snapshot' && write(id, 'a 1');
  await snapshot.run(signal);
  expect(texts(id)).toEqual(['a 0']);
  expect(await backfill(api, local.replica, signal)).toBe(true);
  expect(texts(id)).toEqual(['a 0', 'a 1']);
  // It is read once.
  asked = [];
  expect(await backfill(api, local.replica, signal)).toBe(false);
  expect(asked).toEqual([]);
});

test('a ticket that moves up while the pages are read is found, and so is what follows', async () => {
  const [first, second] = [openTicket('a'), openTicket('b')];
  pages = [pageOf(0, [first]), pageOf(1, [], true)];
  underWay = (route, page) => route === 'GET /sync/snapshot' && page === 0 && write(second, 'b 1');
  await snapshot.run(signal);
  expect(local.replica.ticket(second)).toBeNull();
  let writes = 0;
  underWay = (route) => {
    if (route === 'GET /tickets/{id}' && writes === 0) write(second, `b ${(writes += 2)}`);
  };
  await backfill(api, local.replica, signal);
  expect(texts(second)).toEqual(['b 0', 'b 1', 'b 2']);
});

test('how a delivery ended is known of a message whose page is older', async () => {
  const id = openTicket('a');
  const queued = { state: 'QUEUED', reason: null, detail: null } as const;
  const sent = { state: 'SENT', reason: null, detail: null } as const;
  const message = sampleMessage({ ticketId: id, position: 2, delivery: queued });
  tickets.get(id)?.messages.push(message);
  pages = [pageOf(0, [id], true)];
  underWay = (route) => {
    if (route !== 'GET /sync/snapshot') return;
    const known = tickets.get(id)?.messages;
    known?.splice(1, 1, { ...message, delivery: sent });
    const data = { messageId: message.id, delivery: sent };
    tell({ ...sampleEvent({ type: 'delivery.changed', data }), ticketId: id });
  };
  await snapshot.run(signal);
  await backfill(api, local.replica, signal);
  expect(here(id).at(-1)?.delivery).toEqual(sent);
});

test('a cut loses none of them, and who may not see a ticket does not keep it', async () => {
  const id = openTicket('a');
  pages = [pageOf(0, [], true)];
  await snapshot.run(signal);
  const hidden = openTicket('b');
  write(id, 'a 1');
  write(hidden, 'b 1');
  tickets.delete(hidden);
  underWay = () => {
    throw new ApiError(0, 'network', 'cut');
  };
  await expect(backfill(api, local.replica, signal)).rejects.toMatchObject({ code: 'network' });
  underWay = () => undefined;
  local.reopen();
  await backfill(api, local.replica, signal);
  expect(local.replica.ticketIds()).toEqual([id]);
  expect(texts(id)).toEqual(['a 0', 'a 1']);
});
