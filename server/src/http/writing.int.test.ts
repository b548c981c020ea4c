import type { EventType } from '@tikethet/shared/events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from '../domain/desk';
import { sendScheduled } from '../domain/scheduled/sendScheduled';
import { wakeTickets } from '../domain/tickets/wakeTickets';
import { startTestDesk, type TestDesk, type TestPerson } from '../testing/testDesk';

let desk: TestDesk;
let customer: TestPerson;
let helper: TestPerson;
let colleague: TestPerson;
let moderator: TestPerson;
let categoryId: string;

beforeAll(async () => {
  desk = await startTestDesk();
  customer = await desk.person('USER');
  helper = await desk.person('HELPER', { firstName: 'Анна' });
  colleague = await desk.person('HELPER', { firstName: 'Борис' });
  moderator = await desk.person('MODERATOR');
  categoryId = (await customer.api('GET /categories', {})).items[0]!.id;
});
afterAll(() => desk.close());

const open = () =>
  customer.api('POST /tickets', { title: 'Не заходит', description: 'Пишет ошибку', categoryId });
/** A moment so many minutes from now. */
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
/** The desk's own timers, at another time. */
const at = (now: Date) => new Desk(desk.db, () => now);

async function eventsOf(type: EventType, ticketId: string) {
  const rows: { audience: string[]; customer_audience: string[]; data: unknown }[] = await desk
    .db('event_log')
    .where({ type, ticket_id: ticketId })
    .orderBy('seq');
  return rows;
}

describe('snooze', () => {
  test('hides until a moment, without a word to the customer; the timer wakes and tells', async () => {
    const { id } = await open();
    await helper.api('PUT /tickets/{id}/assign', { id, assigneeId: helper.id });
    const before = await customer.api('GET /tickets/{id}', { id });
    const until = inMinutes(60).toISOString();
    const asleep = await helper.api('PUT /tickets/{id}/snooze', { id, until });
    expect(asleep.snoozedUntil).toBe(until);
    const theirs = await customer.api('GET /tickets/{id}', { id });
    expect(theirs).toMatchObject({ snoozedUntil: null, updatedAt: before.updatedAt });
    const told = (await eventsOf('ticket.updated', id)).at(-1);
    expect(told?.customer_audience).toEqual([]);
    const own = await customer.api('GET /tickets/{id}/timeline', { id });
    expect(own.items.map((one) => one.change.field)).not.toContain('snoozedUntil');

    await wakeTickets(at(inMinutes(59)));
    expect((await helper.api('GET /tickets/{id}', { id })).snoozedUntil).toBe(until);
    await wakeTickets(at(inMinutes(61)));
    expect((await helper.api('GET /tickets/{id}', { id })).snoozedUntil).toBeNull();
    const { items } = await helper.api('GET /notifications', {});
    expect(items[0]).toMatchObject({ kind: 'WOKEN', ticket: { id } });
    const { items: changes } = await helper.api('GET /tickets/{id}/timeline', { id });
    expect(changes.at(-1)).toMatchObject({
      actor: { side: 'SYSTEM' },
      change: { field: 'snoozedUntil', from: until, to: null },
    });
  });

  test('ends with a message of the customer, another assignee and a solution', async () => {
    const until = inMinutes(60).toISOString();
    const { id } = await open();
    const sleep = () => moderator.api('PUT /tickets/{id}/snooze', { id, until });
    const asleepUntil = async () => (await moderator.api('GET /tickets/{id}', { id })).snoozedUntil;
    await sleep();
    await moderator.api('POST /tickets/{id}/messages', { id, content: 'Ждём', internal: true });
    expect(await asleepUntil()).toBe(until);
    await customer.api('POST /tickets/{id}/messages', { id, content: 'Ау' });
    expect(await asleepUntil()).toBeNull();
    await sleep();
    await moderator.api('PUT /tickets/{id}/assign', { id, assigneeId: colleague.id });
    expect(await asleepUntil()).toBeNull();
    await sleep();
    await moderator.api('PUT /tickets/{id}/status', { id, status: 'RESOLVED' });
    expect(await asleepUntil()).toBeNull();
    await expect(sleep()).rejects.toMatchObject({ status: 409, code: 'illegal_transition' });
  });

  test('of two who chose from one version the second hears of the first; the past wakes', async () => {
    const { id, version } = await open();
    await helper.api('PUT /tickets/{id}/snooze', {
      id,
      until: inMinutes(60).toISOString(),
      version,
    });
    const theirs = { id, until: inMinutes(90).toISOString(), version };
    await expect(colleague.api('PUT /tickets/{id}/snooze', theirs)).rejects.toMatchObject({
      code: 'conflict',
      details: { field: 'snoozedUntil', yours: theirs.until, changedBy: helper.id },
    });
    const late = await helper.api('PUT /tickets/{id}/snooze', {
      id,
      until: inMinutes(-5).toISOString(),
    });
    expect(late.snoozedUntil).toBeNull();
    await expect(
      helper.api('PUT /tickets/{id}/snooze', { id, until: inMinutes(60 * 24 * 400).toISOString() }),
    ).rejects.toMatchObject({ code: 'validation_failed' });
    await expect(
      customer.api('PUT /tickets/{id}/snooze', { id, until: null }),
    ).rejects.toMatchObject({ status: 403 });
  });
});

describe('mentions', () => {
  test('a note calls colleagues, who see the ticket from then on; customers never learn', async () => {
    const { id } = await open();
    await helper.api('PUT /tickets/{id}/assign', { id, assigneeId: helper.id });
    await expect(colleague.api('GET /tickets/{id}', { id })).rejects.toMatchObject({ status: 404 });
    const note = await helper.api('POST /tickets/{id}/messages', {
      id,
      content: '@Борис, глянь логи',
      internal: true,
      mentionIds: [colleague.id, customer.id],
    });
    expect(note.mentions).toEqual([{ id: colleague.id, displayName: 'Борис' }]);
    const seen = await colleague.api('GET /tickets/{id}', { id });
    expect(seen.mentionedIds).toEqual([colleague.id]);
    const { items } = await colleague.api('GET /notifications', {});
    expect(items[0]).toMatchObject({
      kind: 'MENTIONED',
      personName: 'Анна',
      text: '@Борис, глянь логи',
    });
    const listed = await colleague.api('GET /tickets/{id}/messages', { id });
    expect(listed.items.at(-1)?.mentions).toHaveLength(1);
    expect(await customer.api('GET /tickets/{id}', { id })).toMatchObject({ mentionedIds: [] });
    const { items: theirs } = await customer.api('GET /notifications', {});
    expect(theirs.map((one) => one.kind)).not.toContain('MENTIONED');
    expect((await eventsOf('ticket.updated', id)).at(-1)?.customer_audience).toEqual([]);
  });

  test('whoever is of the staff can be addressed by their colleagues', async () => {
    const { items } = await helper.api('GET /team', {});
    expect(items.map(({ displayName }) => displayName)).toEqual(
      expect.arrayContaining(['Анна', 'Борис']),
    );
    expect(items.some(({ id }) => id === customer.id)).toBe(false);
    await expect(customer.api('GET /team', {})).rejects.toMatchObject({ status: 403 });
  });

  test('a reply mentions nobody; who has left the staff no longer reads the note', async () => {
    const { id } = await open();
    const reply = await moderator.api('POST /tickets/{id}/messages', {
      id,
      content: '@Борис поможет',
      mentionIds: [colleague.id],
    });
    expect(reply.mentions).toEqual([]);
    const former = await desk.person('HELPER');
    const secret = { id, content: 'секрет', internal: true, mentionIds: [former.id] };
    await moderator.api('POST /tickets/{id}/messages', secret);
    await desk.db('users').where({ id: former.id }).update({ role: 'USER' });
    const { items } = await former.api('GET /notifications', {});
    expect(JSON.stringify(items)).not.toContain('секрет');
  });
});

describe('drafts', () => {
  const draft = {
    mode: 'note' as const,
    reply: 'Здравств ',
    note: '@Борис',
    mentions: [],
    replyToId: null,
    quote: null,
    seen: 1,
  };

  test('belong to their author, the newest wins, other devices are told', async () => {
    const { id } = await open();
    const early = inMinutes(-10).toISOString();
    const late = inMinutes(-1).toISOString();
    const socket = helper.socket();
    const told = new Promise<unknown>((resolve) =>
      socket.on('event', (event) => event.type === 'draft.changed' && resolve(event.data)),
    );
    await new Promise<void>((resolve) => void socket.on('ready', () => resolve()));
    const saved = await helper.api('PUT /tickets/{id}/draft', { id, ...draft, writtenAt: late });
    expect(saved).toMatchObject({ ticketId: id, reply: 'Здравств ', writtenAt: late });
    expect(await told).toMatchObject({ ticketId: id, note: '@Борис' });
    const old = { id, ...draft, reply: 'старое', writtenAt: early };
    expect(await helper.api('PUT /tickets/{id}/draft', old)).toMatchObject({ reply: 'Здравств ' });
    expect((await helper.api('GET /drafts', {})).items).toMatchObject([
      { ticketId: id, writtenAt: late },
    ]);
    expect((await colleague.api('GET /drafts', {})).items).toEqual([]);
    await expect(
      customer.api('PUT /tickets/{id}/draft', { id, ...draft, writtenAt: late }),
    ).rejects.toMatchObject({ status: 403 });
  });

  test('a clock that is a day ahead does not keep others from writing', async () => {
    const { id } = await open();
    const ahead = inMinutes(60 * 24).toISOString();
    const kept = await helper.api('PUT /tickets/{id}/draft', { id, ...draft, writtenAt: ahead });
    expect(Date.parse(kept.writtenAt)).toBeLessThan(inMinutes(2).getTime());
  });
});

describe('send later', () => {
  test('goes out at its time as its author, and resolves; until then it can be taken back', async () => {
    const { id } = await open();
    const file = new FormData();
    file.append('file', new Blob(['лог'], { type: 'text/plain' }), 'лог.txt');
    const uploaded = await helper.request('/api/v1/attachments', { method: 'POST', body: file });
    const { id: attachmentId } = (await uploaded.json()) as { id: string };
    const later = {
      id,
      content: 'Доброе **утро**',
      format: 'markdown' as const,
      attachmentIds: [attachmentId],
      seen: { position: 1, assigneeId: null },
      resolve: true,
      sendAt: inMinutes(30).toISOString(),
    };
    const waiting = await helper.api('POST /tickets/{id}/scheduled', later);
    expect(waiting).toMatchObject({
      state: 'WAITING',
      author: { displayName: 'Анна' },
      attachments: [{ fileName: 'лог.txt' }],
    });
    const second = await helper.api('POST /tickets/{id}/scheduled', {
      ...later,
      attachmentIds: [],
      sendAt: inMinutes(40).toISOString(),
    });
    await colleague.api('DELETE /scheduled/{id}', { id: second.id });
    await sendScheduled(at(inMinutes(29)));
    expect((await helper.api('GET /tickets/{id}/scheduled', { id })).items).toHaveLength(1);
    await sendScheduled(at(inMinutes(31)));
    await sendScheduled(at(inMinutes(45)));
    const { items } = await customer.api('GET /tickets/{id}/messages', { id });
    expect(items).toHaveLength(2);
    expect(items[1]).toMatchObject({
      content: 'Доброе **утро**',
      author: { displayName: 'Анна' },
      attachments: [{ id: attachmentId }],
    });
    expect((await customer.api('GET /tickets/{id}', { id })).status).toBe('RESOLVED');
    expect((await helper.api('GET /tickets/{id}/scheduled', { id })).items).toEqual([]);
    const removed = await eventsOf('scheduled.removed', id);
    expect(removed.map(({ customer_audience }) => customer_audience)).toEqual([[], []]);
    await expect(customer.api('GET /tickets/{id}/scheduled', { id })).rejects.toMatchObject({
      status: 403,
    });
  });

  test('is held when a colleague has answered, with what they wrote; another time sends it', async () => {
    const { id } = await open();
    const { id: scheduledId } = await moderator.api('POST /tickets/{id}/scheduled', {
      id,
      content: 'Моё',
      seen: { position: 1, assigneeId: null },
      sendAt: inMinutes(30).toISOString(),
    });
    await helper.api('POST /tickets/{id}/messages', { id, content: 'Уже помогла' });
    await sendScheduled(at(inMinutes(31)));
    const { items } = await moderator.api('GET /tickets/{id}/scheduled', { id });
    expect(items[0]).toMatchObject({
      state: 'HELD',
      problem: { code: 'conflict', details: { answer: { content: 'Уже помогла' } } },
    });
    const { items: news } = await moderator.api('GET /notifications', {});
    expect(news[0]).toMatchObject({ kind: 'UNDELIVERED', ticket: { id } });
    const sendAt = inMinutes(60).toISOString();
    await moderator.api('PUT /scheduled/{id}', { id: scheduledId, sendAt });
    await sendScheduled(at(inMinutes(61)));
    const { items: messages } = await customer.api('GET /tickets/{id}/messages', { id });
    expect(messages.at(-1)?.content).toBe('Моё');
  });

  test('is held when its author may not answer any more', async () => {
    const { id } = await open();
    const leaving = await desk.person('HELPER');
    const sendAt = inMinutes(30).toISOString();
    await leaving.api('POST /tickets/{id}/scheduled', { id, content: 'Пока', sendAt });
    await desk.db('users').where({ id: leaving.id }).update({ is_active: false });
    await sendScheduled(at(inMinutes(31)));
    const { items } = await moderator.api('GET /tickets/{id}/scheduled', { id });
    expect(items[0]).toMatchObject({ state: 'HELD', problem: { code: 'account_blocked' } });
  });
});
