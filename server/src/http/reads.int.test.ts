import type { FeedEvent } from '@tikethet/shared/events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refreshAnswerTimes } from '../domain/categories/answerTimes';
import { SYSTEM } from '../domain/context';
import { startTestApi, type ApiPerson, type TestApi } from '../testing/testApi';

let desk: TestApi;
let customer: ApiPerson;
let stranger: ApiPerson;
let helper: ApiPerson;
let colleague: ApiPerson;
let categoryIds: string[];

beforeAll(async () => {
  desk = await startTestApi();
  customer = await desk.person('USER');
  stranger = await desk.person('USER');
  helper = await desk.person('HELPER');
  colleague = await desk.person('MODERATOR');
  categoryIds = (await customer.api('GET /categories', {})).items.map((one) => one.id);
});
afterAll(() => desk.close());

const open = (person = customer, categoryId = categoryIds[0]!) =>
  person.api('POST /tickets', { title: 'Не заходит', description: 'Пишет ошибку', categoryId });

const write = (person: ApiPerson, id: string, content: string, internal = false) =>
  person.api('POST /tickets/{id}/messages', { id, content, internal });

const get = (person: ApiPerson, id: string) => person.api('GET /tickets/{id}', { id });

interface Row {
  type: FeedEvent['type'];
  audience: string[];
  customer_audience: string[];
  data: Record<string, unknown>;
  customer_data: Record<string, unknown> | null;
}

/** The events of a ticket, oldest first. */
function eventsOf(ticketId: string, type: FeedEvent['type']): Promise<Row[]> {
  return desk
    .db<Row & { ticket_id: string; seq: number }>('event_log')
    .where({ ticket_id: ticketId, type })
    .orderBy('seq');
}

describe('read marks', () => {
  test('a customer has unread answers until they read them, once and forward only', async () => {
    const { id } = await open();
    expect(await get(customer, id)).toMatchObject({
      unread: 0,
      lastPosition: 1,
      readByCustomer: 1,
    });
    await write(helper, id, 'тайна', true);
    expect(await get(customer, id)).toMatchObject({ unread: 0, lastPosition: 1 });
    const answer = await write(helper, id, 'Здравствуйте');
    const more = await write(helper, id, 'Попробуйте ещё раз');
    const before = await customer.api('GET /tickets/counts', {});
    expect(await get(customer, id)).toMatchObject({
      unread: 2,
      readByCustomer: 1,
      readByStaff: more.position,
      lastPosition: more.position,
    });
    const listed = await customer.api('GET /tickets', {});
    expect(listed.items.find((one) => one.id === id)?.unread).toBe(2);

    const half = await customer.api('PUT /tickets/{id}/read', { id, position: answer.position });
    expect(half).toMatchObject({ unread: 1, readByCustomer: answer.position });
    const all = await customer.api('PUT /tickets/{id}/read', { id });
    expect(all).toMatchObject({ unread: 0, readByCustomer: more.position });
    const again = await customer.api('PUT /tickets/{id}/read', { id, position: 1 });
    expect(again.readByCustomer).toBe(more.position);
    const beyond = await customer.api('PUT /tickets/{id}/read', { id, position: 9_999 });
    expect(beyond.readByCustomer).toBe(more.position);
    const after = await customer.api('GET /tickets/counts', {});
    expect(before.unread - after.unread).toBe(1);

    const events = await eventsOf(id, 'ticket.read');
    expect(events.map((event) => event.data)).toEqual([
      {
        ticketId: id,
        side: 'CUSTOMER',
        readerId: customer.id,
        position: answer.position,
        unread: 1,
      },
      { ticketId: id, side: 'CUSTOMER', readerId: customer.id, position: more.position, unread: 0 },
    ]);
    expect(events[0]?.customer_audience).toEqual([`customer:${customer.id}`]);
    expect((await get(helper, id)).readByCustomer).toBe(more.position);
  });

  test('staff have marks of their own; the customer sees how far anybody has read', async () => {
    const { id } = await open();
    await write(customer, id, 'Ау');
    expect(await get(helper, id)).toMatchObject({ unread: 2, readByStaff: 0 });
    expect((await get(colleague, id)).unread).toBe(2);
    await helper.api('PUT /tickets/{id}/read', { id, position: 1 });
    expect(await get(helper, id)).toMatchObject({ unread: 1, readByStaff: 1 });
    await helper.api('PUT /tickets/{id}/read', { id, position: 2 });
    expect((await get(customer, id)).readByStaff).toBe(2);
    expect((await get(colleague, id)).unread).toBe(2);
    await colleague.api('PUT /tickets/{id}/read', { id });
    const note = await write(colleague, id, 'Займитесь', true);
    expect((await get(helper, id)).unread).toBe(1);
    expect((await get(colleague, id)).unread).toBe(0);

    const events = await eventsOf(id, 'ticket.read');
    expect(events.map(({ audience }) => audience.includes('staff'))).toEqual([true, true, false]);
    expect(events[1]?.customer_data).toEqual({
      ticketId: id,
      side: 'STAFF',
      readerId: null,
      position: 2,
      unread: null,
    });
    // A colleague who reads what was read concerns only their own other devices.
    expect(events[2]).toMatchObject({ audience: [`account:${colleague.id}`], customer_data: null });
    expect(note.position).toBe(3);
    expect((await get(customer, id)).lastPosition).toBe(2);
  });

  test('writing means having read; what is deleted needs no reading', async () => {
    const { id } = await open();
    await write(helper, id, 'Ответ');
    expect((await get(customer, id)).unread).toBe(1);
    const reply = await write(customer, id, 'Понял');
    expect(await get(customer, id)).toMatchObject({ unread: 0, readByCustomer: reply.position });
    const wrong = await write(helper, id, 'Не туда');
    await colleague.api('DELETE /messages/{id}', { id: wrong.id });
    expect((await get(customer, id)).unread).toBe(0);
  });

  test('held tickets with news are counted for who holds them', async () => {
    const { id } = await open();
    await helper.api('PUT /tickets/{id}/assign', { id, assigneeId: helper.id });
    const { unread } = await helper.api('GET /tickets/counts', {});
    await helper.api('PUT /tickets/{id}/read', { id });
    expect((await helper.api('GET /tickets/counts', {})).unread).toBe(unread - 1);
    await write(customer, id, 'И ещё');
    expect((await helper.api('GET /tickets/counts', {})).unread).toBe(unread);
    const own = await helper.api('GET /tickets/counts', { customerId: helper.id });
    expect(own).toMatchObject({ unread: 0, active: 0 });
  });

  test('strangers read nothing; the command may wait without a network', async () => {
    const { id } = await open();
    await expect(stranger.api('PUT /tickets/{id}/read', { id })).rejects.toMatchObject({
      status: 404,
    });
    await expect(stranger.api('GET /tickets/{id}/timeline', { id })).rejects.toMatchObject({
      status: 404,
    });
    const command = { key: 'read-1', operation: 'tickets.read', input: { id, position: 1 } };
    const { results } = await helper.api('POST /commands', { commands: [command, command] });
    expect(results.map((one) => one.status)).toEqual([200, 200]);
    expect(await eventsOf(id, 'ticket.read')).toHaveLength(1);
  });
});

describe('timeline', () => {
  test('keeps every change for staff, and for the customer what concerns them', async () => {
    const { id } = await open();
    await colleague.api('PUT /tickets/{id}', { id, tags: ['донат'], priority: 'HIGH' });
    await colleague.api('PUT /tickets/{id}/assign', { id, assigneeId: helper.id });
    const answer = await write(helper, id, 'Смотрю');
    await colleague.api('PUT /tickets/{id}', { id, categoryId: categoryIds[1]! });
    await helper.api('PUT /tickets/{id}/status', { id, status: 'RESOLVED' });
    await customer.api('PUT /tickets/{id}/rating', { id, rating: 4 });
    await customer.api('PUT /tickets/{id}/rating', { id, rating: 4, comment: 'Быстро' });
    await customer.api('PUT /tickets/{id}/status', { id, status: 'IN_PROGRESS' });

    const full = await helper.api('GET /tickets/{id}/timeline', { id });
    expect(full.items.map((one) => [one.actor.side, one.change])).toEqual([
      ['STAFF', { field: 'priority', from: 'NORMAL', to: 'HIGH' }],
      ['STAFF', { field: 'tags', from: [], to: ['донат'] }],
      ['STAFF', { field: 'assigneeId', from: null, to: { id: helper.id, displayName: 'HELPER' } }],
      ['STAFF', { field: 'status', from: 'OPEN', to: 'IN_PROGRESS' }],
      ['STAFF', { field: 'status', from: 'IN_PROGRESS', to: 'WAITING_RESPONSE' }],
      ['STAFF', { field: 'categoryId', from: categoryIds[0], to: categoryIds[1] }],
      ['STAFF', { field: 'status', from: 'WAITING_RESPONSE', to: 'RESOLVED' }],
      ['CUSTOMER', { field: 'rating', from: null, to: 4, comment: null }],
      ['CUSTOMER', { field: 'rating', from: 4, to: 4, comment: 'Быстро' }],
      ['CUSTOMER', { field: 'status', from: 'RESOLVED', to: 'IN_PROGRESS' }],
    ]);
    expect(full.items[3]).toMatchObject({ position: 1, actor: { displayName: 'MODERATOR' } });
    expect(full.items[4]?.position).toBe(answer.position);

    const own = await customer.api('GET /tickets/{id}/timeline', { id });
    expect(own.items.map((one) => one.change.field)).toEqual([
      ...['assigneeId', 'status', 'status', 'status', 'rating', 'rating', 'status'],
    ]);
    const newest = await customer.api('GET /tickets/{id}/timeline', {
      id,
      order: 'desc',
      limit: 3,
    });
    expect(newest.items.map((one) => one.id)).toEqual(
      own.items
        .slice(-3)
        .map((one) => one.id)
        .reverse(),
    );
    const rest = await customer.api('GET /tickets/{id}/timeline', {
      id,
      order: 'desc',
      cursor: newest.nextCursor!,
    });
    expect([...newest.items, ...rest.items].map((one) => one.id).reverse()).toEqual(
      own.items.map((one) => one.id),
    );
    expect(rest.nextCursor).toBeNull();

    const events = await eventsOf(id, 'timeline.added');
    const told = events.flatMap((event) =>
      event.customer_data === null ? [] : (event.customer_data.changes as { id: string }[]),
    );
    expect(told.map((one) => one.id)).toEqual(own.items.map((one) => one.id));
    expect(events[0]?.customer_audience).toEqual([]);
  });

  test('a change that changes nothing leaves no trace', async () => {
    const { id } = await open();
    await colleague.api('PUT /tickets/{id}', { id, priority: 'NORMAL', title: 'Не заходит' });
    expect((await helper.api('GET /tickets/{id}/timeline', { id })).items).toEqual([]);
  });
});

test('a ticket is shared as a link that the bot understands', async () => {
  const { id, number } = await open();
  const { url } = await customer.api('GET /tickets/{id}/link', { id });
  expect(url).toBe(`https://t.me/test_bot?start=t${number}`);
  await expect(stranger.api('GET /tickets/{id}/link', { id })).rejects.toMatchObject({
    status: 404,
  });
});

test('lists are narrowed by the day of creation', async () => {
  const person = await desk.person('USER');
  const old = await open(person);
  desk.advance(3 * 86_400);
  const fresh = await open(person);
  const middle = new Date(desk.now().getTime() - 86_400_000).toISOString();
  const ids = async (filter: { createdFrom?: string; createdTo?: string }) =>
    (await person.api('GET /tickets', filter)).items.map((one) => one.id);
  expect(await ids({ createdFrom: middle })).toEqual([fresh.id]);
  expect(await ids({ createdTo: middle })).toEqual([old.id]);
  expect(await ids({ createdFrom: old.createdAt, createdTo: fresh.createdAt })).toEqual([old.id]);
  await expect(person.api('GET /tickets', { createdFrom: 'вчера' })).rejects.toMatchObject({
    status: 422,
  });
});

test('usual answer times are medians of what really happened, or nothing', async () => {
  const [, , categoryId = '', other = ''] = categoryIds;
  const ids: string[] = [];
  for (let at = 0; at < 11; at += 1) ids.push((await open(customer, categoryId)).id);
  await open(customer, other);
  const minutes = [5, 10, 15, 20, 30, 40, 60, 90, 120, 600];
  const now = desk.now().getTime();
  for (const [at, wait] of minutes.entries()) {
    const created = new Date(now - 5 * 86_400_000);
    await desk
      .db('tickets')
      .where({ id: ids[at] })
      .update({
        created_at: created,
        first_response_at: new Date(created.getTime() + wait * 60_000 - 1_000),
      });
  }
  await desk.desk.run(SYSTEM, refreshAnswerTimes);
  const { items } = await customer.api('GET /categories/answer-times', {});
  expect(items).toEqual([{ categoryId, medianMinutes: 30, p90Minutes: 120, samples: 10 }]);

  // The eleventh was forgotten for two days: it counts.
  await desk
    .db('tickets')
    .where({ id: ids[10] })
    .update({ created_at: new Date(now - 2 * 86_400_000) });
  await desk.desk.run(SYSTEM, refreshAnswerTimes);
  const after = await customer.api('GET /categories/answer-times', {});
  expect(after.items).toEqual([{ categoryId, medianMinutes: 40, p90Minutes: 600, samples: 11 }]);
});
