import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type ApiPerson, type TestApi } from '../testing/testApi';

let api: TestApi;
let admin: ApiPerson;
let other: ApiPerson;
let customer: ApiPerson;
let number: number;

beforeAll(async () => {
  api = await startTestApi();
  admin = await api.person('ADMIN');
  other = await api.person('ADMIN');
  customer = await api.person('USER');
  await api.db('users').where({ id: other.id }).update({ first_name: 'Прасковья' });
  const [category] = (await admin.api('GET /categories', {})).items;
  const ticket = await customer.api('POST /tickets', {
    title: 'Потерялась посылка',
    description: 'Где она',
    categoryId: category!.id,
  });
  ({ number } = ticket);
  await admin.api('PUT /categories/{id}', { id: category!.id, name: 'Телепорты' });
  api.advance(60);
  await other.api('PUT /tickets/{id}', { id: ticket.id, priority: 'HIGH' });
  api.advance(60);
  await other.api('PUT /desk', { name: '=Край, "света"' });
  api.advance(60);
  await admin.api('POST /tags', { name: 'багаж' });
});
afterAll(() => api.close());

const actions = async (filters: Parameters<typeof list>[0] = {}) =>
  (await list(filters)).items.map(({ action }) => action);
const list = (filters: Parameters<typeof admin.api<'GET /audit'>>[1]) =>
  admin.api('GET /audit', filters);

test('who changed what is told newest first, with names, page by page', async () => {
  const { items, nextCursor } = await list({ limit: 3 });
  expect(items).toMatchObject([
    { action: 'tag.created', target: { type: 'tag', label: 'багаж' }, before: null },
    { action: 'desk.changed', actor: { displayName: 'Прасковья' }, target: { id: null } },
    {
      action: 'ticket.changed',
      target: { type: 'ticket', label: `#${number} Потерялась посылка` },
      before: { priority: 'NORMAL' },
      after: { priority: 'HIGH' },
    },
  ]);
  // The clock of its promise is nobody's deed.
  expect(Object.keys(items[2]?.after as object)).toEqual(['priority']);
  expect(await actions({ cursor: nextCursor! })).toEqual(['category.changed']);
  await expect(list({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid_cursor' });
});

test('it is searched by number, by people and by words, and filtered', async () => {
  expect(await actions({ search: `#${number}` })).toEqual(['ticket.changed']);
  expect(await actions({ search: 'прасков' })).toEqual(['desk.changed', 'ticket.changed']);
  expect(await actions({ search: 'телепорт' })).toEqual(['category.changed']);
  expect(await actions({ actorId: admin.id, action: 'tag.created,desk.changed' })).toEqual([
    'tag.created',
  ]);
  expect(await actions({ targetType: 'desk' })).toEqual(['desk.changed']);
  expect(await actions({ actorId: 'desk' })).toEqual([]);
  const since = new Date(api.now().getTime() - 90_000).toISOString();
  expect(await actions({ from: since })).toEqual(['tag.created', 'desk.changed']);
  expect(await actions({ to: since })).toEqual(['ticket.changed', 'category.changed']);
});

test('all of a list is one CSV file, by address or by token', async () => {
  const { url, fileName } = await admin.api('GET /audit/export', {
    targetType: 'desk',
    language: 'ru',
  });
  expect(fileName).toMatch(/^tikethet-audit-\d{4}-\d\d-\d\d\.csv$/);
  const response = await fetch(api.url + url);
  expect(response.headers.get('content-disposition')).toContain(fileName);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  const [head, row, ...rest] = text.split('\r\n');
  expect(head).toMatch(/^\uFEFFВремя \(UTC\),Кто,/);
  expect(row).toContain(',Прасковья,,ADMIN,desk.changed,desk,');
  expect(row).toContain('""name"":""=Край, \\""света\\""""');
  expect(rest).toEqual(['']);

  const path = url.replace(/\?.*/, '');
  expect((await admin.request(path)).status).toBe(200);
  expect((await fetch(api.url + path)).status).toBe(401);
  expect((await customer.request(path)).status).toBe(403);
  const forged = url.replace('/audit/', '/audit/e30').replace(/e30.*\?/, 'e30?');
  expect((await fetch(api.url + forged)).status).toBe(401);
});

test('only those who may see it', async () => {
  await expect(customer.api('GET /audit', {})).rejects.toMatchObject({ status: 403 });
  const helper = await api.person('MODERATOR');
  await expect(helper.api('GET /audit', {})).rejects.toMatchObject({ status: 403 });
  await expect(helper.api('GET /audit/export', {})).rejects.toMatchObject({ status: 403 });
});

test('categories take a new order at once', async () => {
  const before = (await admin.api('GET /categories', {})).items.map(({ id }) => id);
  const last = before.at(-1)!;
  const { items } = await admin.api('PUT /category-order', { ids: [last] });
  expect(items.map(({ id }) => id)).toEqual([last, ...before.slice(0, -1)]);
  expect((await customer.api('GET /categories', {})).items[0]?.id).toBe(last);
  expect((await actions({ action: 'category.reordered' })).length).toBe(1);
});
