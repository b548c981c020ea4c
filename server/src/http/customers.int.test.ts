import { beforeAll, expect, test } from 'vitest';
import { castApi } from '../testing/castApi';
import { givePicture } from '../testing/givePicture';
import type { ApiPerson } from '../testing/testApi';

const { api, customer, helper, moderator, categoryId } = await castApi({
  customer: 'USER',
  helper: 'HELPER',
  moderator: 'MODERATOR',
});
beforeAll(async () => {
  await open(customer, 'Первое');
});

const open = (person: ApiPerson, title: string) =>
  person.api('POST /tickets', { title, description: 'Текст', categoryId });
const card = (person: ApiPerson, id = customer.id) => person.api('GET /users/{id}/card', { id });
const tag = (person: ApiPerson, change: { add?: string[]; remove?: string[] }) =>
  person.api('PUT /users/{id}/tags', { id: customer.id, ...change });
const note = (person: ApiPerson, content: string, id = customer.id) =>
  person.api('POST /users/{id}/notes', { id, content });

test('notes are kept newest first; their authors and who may delete messages change them', async () => {
  const first = await note(helper, 'Просит звонить вечером');
  api.advance(1);
  await note(moderator, 'VIP');
  const seen = await card(helper);
  expect(seen.notes.map(({ content, author }) => [content, author.displayName])).toEqual([
    ['VIP', 'MODERATOR'],
    ['Просит звонить вечером', 'HELPER'],
  ]);
  const edited = await helper.api('PUT /customer-notes/{id}', {
    id: first.id,
    content: 'Звонить после 18',
  });
  expect(edited).toMatchObject({ content: 'Звонить после 18', editedAt: expect.any(String) });
  const theirs = seen.notes[0]!.id;
  for (const change of [
    () => helper.api('PUT /customer-notes/{id}', { id: theirs, content: 'нет' }),
    () => helper.api('DELETE /customer-notes/{id}', { id: theirs }),
  ]) {
    await expect(change()).rejects.toMatchObject({ code: 'forbidden' });
  }
  await moderator.api('DELETE /customer-notes/{id}', { id: first.id });
  expect((await card(helper)).notes).toHaveLength(1);
  const kept = await api.db('audit_log').where({ action: 'customer.note_deleted' }).first();
  expect(kept.before).toMatchObject({ content: 'Звонить после 18' });
});

test('tags of two people at once do not undo each other', async () => {
  await Promise.all([tag(helper, { add: ['vip', 'оптом'] }), tag(moderator, { add: ['vip'] })]);
  expect((await card(helper)).tags).toEqual(['vip', 'оптом']);
  expect((await tag(helper, { remove: ['vip'], add: ['долги'] })).tags).toEqual(['долги', 'оптом']);
  const many = Array.from({ length: 19 }, (_, index) => `метка ${index}`);
  await expect(tag(helper, { add: many })).rejects.toMatchObject({ code: 'validation_failed' });
  expect((await card(helper)).tags).toHaveLength(2);
});

test('numbers count the tickets that the reader sees, merged ones once', async () => {
  const second = await open(customer, 'Второе');
  const third = await open(customer, 'Третье');
  await moderator.api('PUT /tickets/{id}/assign', { id: second.id, assigneeId: moderator.id });
  await moderator.api('PUT /tickets/{id}/status', { id: second.id, status: 'RESOLVED' });
  await customer.api('PUT /tickets/{id}/rating', { id: second.id, rating: 4 });
  expect(await card(moderator)).toMatchObject({
    tickets: { total: 3, active: 2 },
    rating: { average: 4, count: 1 },
  });
  expect(await card(helper)).toMatchObject({ tickets: { total: 2, active: 2 }, rating: null });
  await moderator.api('POST /tickets/{id}/merge', { id: third.id, targetId: second.id });
  expect((await card(moderator)).tickets).toEqual({ total: 2, active: 2 });
});

test('customers never see it, staff only that of whom they may know', async () => {
  const stranger = await api.person('USER');
  await expect(card(customer)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(note(customer, 'о себе')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(card(helper, stranger.id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(note(helper, 'тайком', stranger.id)).rejects.toMatchObject({ code: 'not_found' });
  expect((await card(moderator, stranger.id)).tickets.total).toBe(0);
  const events = await api.db('event_log').where({ type: 'customer.changed' });
  expect(events.length).toBeGreaterThan(0);
  for (const event of events) {
    expect(event.customer_audience).toEqual([]);
    expect(event.audience).not.toContain(`account:${customer.id}`);
  }
});

test('the desk writes first: its author has the ticket, which waits for the customer', async () => {
  const known = await api.person('USER');
  await open(known, 'Знакомство');
  await api.db('users').where({ id: known.id }).update({ bot_started_at: new Date() });
  const words = { title: 'Ваш заказ', description: 'Готов!', categoryId, customerId: known.id };
  const ticket = await helper.api('POST /tickets', { ...words, writeFirst: true });
  expect(ticket).toMatchObject({
    status: 'WAITING_RESPONSE',
    assigneeId: helper.id,
    assignee: { id: helper.id },
    customerId: known.id,
    firstResponseAt: expect.any(String),
    dueAt: null,
    channel: 'CONSOLE',
  });
  const sent = await api.db('deliveries').where({ ticket_id: ticket.id, kind: 'MESSAGE' });
  expect(sent).toHaveLength(1);
  const answer = { id: ticket.id, content: 'Спасибо' };
  await known.api('POST /tickets/{id}/messages', answer);
  expect(await helper.api('GET /tickets/{id}', { id: ticket.id })).toMatchObject({
    status: 'IN_PROGRESS',
  });
  // Of one's own ticket it means nothing.
  expect(
    await known.api('POST /tickets', { ...words, customerId: undefined, writeFirst: true }),
  ).toMatchObject({ status: 'OPEN', assigneeId: null });
});

test('erasing oneself takes notes and tags along', async () => {
  const leaving = await api.person('USER');
  await open(leaving, 'Ухожу');
  await note(moderator, 'о том, кто уходит', leaving.id);
  await moderator.api('PUT /users/{id}/tags', { id: leaving.id, add: ['уходит'] });
  await leaving.api('POST /me/erase', { confirmation: 'УДАЛИТЬ' });
  for (const table of ['customer_notes', 'customer_tags']) {
    expect(await api.db(table).where({ customer_id: leaving.id })).toEqual([]);
  }
});

test('customers are found by name, by helpers only those whose tickets they see', async () => {
  const hidden = await api.person('USER');
  const names = { [customer.id]: 'Ярослав', [hidden.id]: 'Ярополк' };
  for (const [id, firstName] of Object.entries(names)) {
    await api.db('users').where({ id }).update({ first_name: firstName });
  }
  const theirs = await open(hidden, 'Чужое');
  await moderator.api('PUT /tickets/{id}/assign', { id: theirs.id, assigneeId: moderator.id });
  const found = async (person: ApiPerson) =>
    (await person.api('GET /customers', { search: 'яро' })).items.map(({ id }) => id).sort();
  expect(await found(helper)).toEqual([customer.id]);
  expect(await found(moderator)).toEqual([customer.id, hidden.id].sort());
  await expect(customer.api('GET /customers', { search: 'яро' })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('the picture of a person is for staff who may know them, by token, as long as it is theirs', async () => {
  const customer = await api.person('USER');
  await open(customer, 'С лицом');
  const url = await givePicture(api, customer.id);
  const look = async (who: ApiPerson, path = url, accept = 'image/webp,*/*') => {
    const response = await who.request(path, { headers: { accept } });
    await response.arrayBuffer();
    return `${response.status} ${response.headers.get('content-type')?.split(';')[0]}`;
  };
  const [stranger, distant] = [await api.person('USER'), await api.person('HELPER')];
  const admin = await api.person('ADMIN');
  const { id: elsewhere } = await admin.api('POST /categories', { name: 'Другое дело' });
  await admin.api('PUT /users/{id}/categories', { id: distant.id, categoryIds: [elsewhere] });
  for (const who of [helper, moderator, customer]) expect(await look(who)).toBe('200 image/webp');
  for (const who of [stranger, distant]) expect(await look(who)).toBe('404 application/json');
  expect((await fetch(api.url + url)).status).toBe(401);
  // Programs beside whose notices it is shown may not know WebP.
  expect(await look(helper, url, 'image/png')).toBe('200 image/png');

  expect((await helper.api('GET /users/{id}', { id: customer.id })).avatarUrl).toBe(url);
  const { items: found } = await helper.api('GET /customers', { search: 'USER' });
  expect(found.find(({ id }) => id === customer.id)?.avatarUrl).toBe(url);
  await open(customer, 'Ещё');
  const { items } = await helper.api('GET /notifications', {});
  expect(items[0]).toMatchObject({ personId: customer.id, avatarUrl: url });

  const next = await givePicture(api, customer.id);
  expect([await look(helper), await look(helper, next)]).toEqual([
    '404 application/json',
    '200 image/webp',
  ]);
  const colleague = await givePicture(api, moderator.id);
  expect(await look(distant, colleague)).toBe('200 image/webp');
  expect(await look(customer, colleague)).toBe('404 application/json');
  const team = await distant.api('GET /team', {});
  expect(team.items.find(({ id }) => id === moderator.id)?.avatarUrl).toBe(colleague);
  await customer.api('POST /me/erase', { confirmation: 'DELETE' });
  expect(await look(moderator, next)).toBe('404 application/json');
  expect((await moderator.api('GET /users/{id}', { id: customer.id })).avatarUrl).toBeNull();
});
