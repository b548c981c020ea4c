import { setTimeout as pause } from 'node:timers/promises';
import type { Message, Ticket } from '@tikethet/shared/contracts';
import type { FeedEvent } from '@tikethet/shared/events';
import { DEFAULT_MATRIX, ticketAccess, type TicketAccess } from '@tikethet/shared/permissions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDesk, type TestDesk, type TestPerson } from '../testing/testDesk';

/**
 * Role × door: every kind of person tries every way to a ticket, for tickets of every kind of
 * sight. What is right comes from `ticketAccess`, the rule of `product.md`; the doors go through
 * SQL scopes and audience keys, its twins.
 */
interface Sample {
  ticket: Ticket;
  word: string;
  publicFile: string;
  noteFile: string;
  noteId: string;
  participantIds: string[];
}

let desk: TestDesk;
let admin: TestPerson;
const viewers = new Map<string, TestPerson>();
const samples: Sample[] = [];

beforeAll(async () => {
  desk = await startTestDesk();
  admin = await desk.person('ADMIN');
  const { items } = await admin.api('GET /categories', {});
  const [a, b] = [items[0]!.id, items[1]!.id];
  viewers.set('customer 1', await desk.person('USER'));
  viewers.set('customer 2', await desk.person('USER'));
  viewers.set('stranger', await desk.person('USER'));
  viewers.set('helper of all', await desk.person('HELPER'));
  viewers.set('helper of A', await desk.person('HELPER', { categoryIds: [a] }));
  viewers.set('helper of B', await desk.person('HELPER', { categoryIds: [b] }));
  viewers.set('moderator', await desk.person('MODERATOR'));
  viewers.set('admin', admin);
  viewers.set('developer', await desk.person('DEVELOPER'));
  for (const customer of ['customer 1', 'customer 2']) {
    for (const holder of [null, 'helper of all', 'helper of A', 'moderator']) {
      for (const categoryId of [a, b]) {
        for (const participant of [null, 'helper of A']) {
          samples.push(await makeSample(customer, holder, categoryId, participant));
        }
      }
    }
  }
}, 120_000);
afterAll(() => desk.close());

async function upload(person: TestPerson, name: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([`text of ${name}`], { type: 'text/plain' }), name);
  const response = await person.request('/api/v1/attachments', { method: 'POST', body: form });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

async function makeSample(
  customerName: string,
  holder: string | null,
  categoryId: string,
  participant: string | null,
): Promise<Sample> {
  const customer = viewers.get(customerName)!;
  const word = `слово${samples.length}знак`;
  const publicFile = await upload(customer, `${word}.txt`);
  const ticket = await customer.api('POST /tickets', {
    title: `Заявка ${samples.length}`,
    description: `Первое ${word}`,
    categoryId,
    attachmentIds: [publicFile],
  });
  if (participant !== null) {
    await desk
      .db('ticket_participants')
      .insert({ ticket_id: ticket.id, user_id: viewers.get(participant)!.id });
  }
  const noteFile = await upload(admin, `note-${word}.txt`);
  const note = await admin.api('POST /tickets/{id}/messages', {
    id: ticket.id,
    content: `тайна${word}`,
    internal: true,
    attachmentIds: [noteFile],
  });
  const assigneeId = holder === null ? null : viewers.get(holder)!.id;
  await admin.api('PUT /tickets/{id}', { id: ticket.id, assigneeId, tags: ['secret-tag'] });
  const rows = await desk
    .db<{ ticket_id: string; user_id: string }>('ticket_participants')
    .where({ ticket_id: ticket.id });
  return {
    ticket: await admin.api('GET /tickets/{id}', { id: ticket.id }),
    word,
    publicFile,
    noteFile,
    noteId: note.id,
    participantIds: rows.map((row) => row.user_id),
  };
}

function accessOf(person: TestPerson, { ticket, participantIds }: Sample): TicketAccess {
  const { role, categoryIds } = person.tokens.user;
  const viewer = { id: person.id, role, categoryIds, permissions: DEFAULT_MATRIX[role] };
  return ticketAccess(viewer, { ...ticket, participantIds });
}

const seesNotes = (access: TicketAccess) => access === 'full' || access === 'read';

async function status(person: TestPerson, path: string): Promise<number> {
  const response = await person.request(`/api/v1${path}`);
  await response.arrayBuffer();
  return response.status;
}

async function visibleIds(person: TestPerson, search?: string): Promise<string[]> {
  const page = await person.api('GET /tickets', { limit: 100, ...(search ? { search } : {}) });
  return page.items.map((item) => item.id).sort();
}

const NAMES = [
  'customer 1',
  'customer 2',
  'stranger',
  'helper of all',
  'helper of A',
  'helper of B',
  'moderator',
  'admin',
  'developer',
];

test('the samples cover every kind of sight', () => {
  const kinds = new Set(
    [...viewers.values()].flatMap((person) => samples.map((sample) => accessOf(person, sample))),
  );
  expect([...kinds].sort()).toEqual(['customer', 'full', 'none', 'read']);
});

describe.each(NAMES)('%s', (name) => {
  const person = () => viewers.get(name)!;
  const seen = () => samples.filter((sample) => accessOf(person(), sample) !== 'none');

  test('list and counts', async () => {
    const expected = seen().map(({ ticket }) => ticket.id);
    expect(await visibleIds(person())).toEqual(expected.sort());
    const counts = await person().api('GET /tickets/counts', {});
    const total = Object.values(counts.byStatus).reduce((sum, count) => sum + count, 0);
    expect(total).toBe(expected.length);
  });

  test('search finds words of visible messages and of notes only for staff', async () => {
    for (const sample of samples) {
      const access = accessOf(person(), sample);
      const found = (await visibleIds(person(), sample.word)).includes(sample.ticket.id);
      expect(found).toBe(access !== 'none');
      const noteFound = await visibleIds(person(), `тайна${sample.word}`);
      expect(noteFound.includes(sample.ticket.id)).toBe(seesNotes(access));
    }
  });

  test('get, messages, notes, tags', async () => {
    for (const { ticket, noteId, ...rest } of samples) {
      const access = accessOf(person(), { ticket, noteId, ...rest });
      const expected = access === 'none' ? 404 : 200;
      expect(await status(person(), `/tickets/${ticket.id}`)).toBe(expected);
      expect(await status(person(), `/tickets/${ticket.id}/messages`)).toBe(expected);
      if (access === 'none') continue;
      const shown = await person().api('GET /tickets/{id}', { id: ticket.id });
      expect(shown.tags).toEqual(seesNotes(access) ? ['secret-tag'] : []);
      expect(shown.participantIds.length > 0).toBe(seesNotes(access));
      const { items } = await person().api('GET /tickets/{id}/messages', { id: ticket.id });
      expect(items.some((message: Message) => message.id === noteId)).toBe(seesNotes(access));
      expect(items.some((message: Message) => message.internal)).toBe(seesNotes(access));
    }
  });

  test('attachments of messages and of notes', async () => {
    for (const sample of samples) {
      const access = accessOf(person(), sample);
      for (const [file, open] of [
        [sample.publicFile, access !== 'none'],
        [sample.noteFile, seesNotes(access)],
      ] as const) {
        const expected = open ? 200 : 404;
        expect(await status(person(), `/attachments/${file}`)).toBe(expected);
        expect(await status(person(), `/attachments/${file}/content`)).toBe(expected);
      }
    }
  });

  test('people, and tickets of a person', async () => {
    const { role } = person().tokens.user;
    expect(await status(person(), '/users')).toBe(
      DEFAULT_MATRIX[role].includes('people.list') ? 200 : 403,
    );
    const customer = viewers.get('customer 1')!;
    const expected = seen().filter(({ ticket }) => ticket.customerId === customer.id);
    const response = await person().request(`/api/v1/users/${customer.id}/tickets?limit=100`);
    if (response.status === 200) {
      const { items } = (await response.json()) as { items: Ticket[] };
      const ids = items.map((item) => item.id).sort();
      expect(ids).toEqual(expected.map(({ ticket }) => ticket.id).sort());
    } else {
      expect(response.status).toBe(404);
      expect(expected).toEqual([]);
    }
  });

  test('writing where one may not', async () => {
    for (const sample of samples) {
      const access = accessOf(person(), sample);
      if (access !== 'none' && access !== 'read') continue;
      const response = await person().request(`/api/v1/tickets/${sample.ticket.id}/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ content: 'should not arrive' }),
      });
      expect(response.status).toBe(access === 'none' ? 404 : 403);
    }
  });
});

test('socket and sync: everybody gets exactly the events of what they see', async () => {
  const inboxes = new Map<string, FeedEvent[]>();
  const cursors = new Map<string, string>();
  for (const [name, person] of viewers) {
    const events: FeedEvent[] = [];
    inboxes.set(name, events);
    cursors.set(name, (await person.api('GET /sync', {})).nextCursor);
    const socket = person.socket();
    socket.on('event', (event) => events.push(event));
    await new Promise<void>((resolve) => socket.on('ready', () => resolve()));
  }
  for (const { ticket } of samples) {
    await admin.api('PUT /tickets/{id}', { id: ticket.id, priority: 'HIGH' });
    await admin.api('POST /tickets/{id}/messages', {
      id: ticket.id,
      content: 'an internal thought',
      internal: true,
    });
  }
  const all = inboxes.get('admin')!;
  await expect.poll(() => all.length).toBe(samples.length * 3);
  await pause(200);
  for (const [name, person] of viewers) {
    const live = inboxes.get(name)!;
    for (const sample of samples) {
      const access = accessOf(person, sample);
      const types = live
        .filter((event) => event.ticketId === sample.ticket.id)
        .map((event) => event.type);
      const expected: Record<TicketAccess, string[]> = {
        full: ['ticket.updated', 'timeline.added', 'message.created'],
        read: ['ticket.updated', 'timeline.added', 'message.created'],
        customer: ['ticket.updated'],
        none: [],
      };
      expect(types, `${name}, ${access}`).toEqual(expected[access]);
    }
    if (person.tokens.user.role === 'USER') {
      expect(JSON.stringify(live)).not.toMatch(/internal thought|secret-tag/);
    }
    const page = await person.api('GET /sync', { cursor: cursors.get(name)!, limit: 500 });
    expect(page.items.map((event) => event.id)).toEqual(live.map((event) => event.id));
  }
});

test('who loses sight of a ticket learns only that', async () => {
  const helper = viewers.get('helper of all')!;
  const sample = samples.find(({ ticket }) => ticket.assigneeId === null)!;
  const socket = helper.socket();
  const events: FeedEvent[] = [];
  socket.on('event', (event) => events.push(event));
  await new Promise<void>((resolve) => socket.on('ready', () => resolve()));
  const assigneeId = viewers.get('moderator')!.id;
  await admin.api('PUT /tickets/{id}/assign', { id: sample.ticket.id, assigneeId });
  // What called for the helper there is settled too; that is no news of the ticket.
  const told = () => events.filter(({ type }) => !type.startsWith('notification.'));
  await expect
    .poll(() => told().map(({ type }) => type))
    .toEqual(['ticket.hidden', 'ticket.hidden']);
  expect(told()[0]?.data).toEqual({ id: sample.ticket.id, number: sample.ticket.number });
  expect(await status(helper, `/tickets/${sample.ticket.id}`)).toBe(404);
});
