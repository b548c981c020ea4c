import type { Ticket } from '@tikethet/shared/contracts';
import { expect, test } from 'vitest';
import { castApi } from '../../testing/castApi';
import { retagTickets } from './retagTickets';

const { api, customer, helper, admin, categoryId } = await castApi({
  customer: 'USER',
  helper: 'HELPER',
  admin: 'ADMIN',
});

async function tagged(...tags: string[]): Promise<Ticket> {
  const { id } = await customer.api('POST /tickets', {
    title: 'Не заходит',
    description: 'Пишет ошибку',
    categoryId,
  });
  return helper.api('PUT /tickets/{id}', { id, tags });
}

const seen = (id: string) => helper.api('GET /tickets/{id}', { id });
const named = async (name: string) =>
  (await helper.api('GET /tags', {})).items.find((tag) => tag.name === name);

test('a new name on a ticket becomes a tag, and keeps its first spelling', async () => {
  expect((await tagged('Донат')).tags).toEqual(['Донат']);
  expect((await tagged('донат', 'ДОНАТ', 'лаги')).tags).toEqual(['Донат', 'лаги']);
  expect(await named('Донат')).toMatchObject({ color: null });
  const usage = (await admin.api('GET /tags/usage', {})).items;
  expect(usage).toContainEqual({ id: (await named('Донат'))!.id, tickets: 2 });
});

test('a renamed tag has its new name on every ticket, which stays where it was', async () => {
  const first = await tagged('скам', 'чит');
  const others = await Promise.all([tagged('скам'), tagged('скам')]);
  const { id } = (await named('скам'))!;
  await admin.api('PUT /tags/{id}', { id, name: 'мошенники', color: '#EF4444' });
  // A console that was away still says the old name.
  expect((await tagged('Скам')).tags).toEqual(['мошенники']);
  await retagTickets(api.desk);
  const after = await seen(first.id);
  expect(after).toMatchObject({ tags: ['мошенники', 'чит'], updatedAt: first.updatedAt });
  expect(after.version).toBe(first.version + 1);
  for (const other of others) expect((await seen(other.id)).tags).toEqual(['мошенники']);
  const told = await api.db('event_log').where({ type: 'ticket.updated', ticket_id: first.id });
  expect(told.at(-1)).toMatchObject({
    data: { tags: ['мошенники', 'чит'] },
    customer_audience: [],
  });
  expect((await tagged('скам')).tags).toEqual(['мошенники']);

  // Somebody else may take the name that is free now.
  await admin.api('POST /tags', { name: 'Скам' });
  expect((await tagged('скам')).tags).toEqual(['Скам']);
});

test('merging puts one in the place of the other, deleting takes it away', async () => {
  const both = await tagged('вход', 'логин');
  const one = await tagged('логин');
  const [from, into] = [(await named('логин'))!, (await named('вход'))!];
  const renaming = admin.api('PUT /tags/{id}', { id: from.id, name: 'ВХОД' });
  await expect(renaming).rejects.toMatchObject({
    code: 'already_exists',
    details: { id: into.id },
  });
  await admin.api('POST /tags/{id}/merge', { id: from.id, intoId: into.id });
  await retagTickets(api.desk);
  expect((await seen(both.id)).tags).toEqual(['вход']);
  expect((await seen(one.id)).tags).toEqual(['вход']);
  expect(await named('логин')).toBeUndefined();

  await admin.api('DELETE /tags/{id}', { id: into.id });
  await retagTickets(api.desk);
  expect((await seen(both.id)).tags).toEqual([]);
  expect(await api.db('tag_aliases').where({ pending: true })).toEqual([]);
  const audit = await api.db('audit_log').where({ target_type: 'tag' }).orderBy('at');
  expect(audit.map(({ action }) => action as string)).toEqual([
    'tag.changed',
    'tag.created',
    'tag.merged',
    'tag.deleted',
  ]);
});

test('customers know no tags, helpers do not set them up', async () => {
  await expect(customer.api('GET /tags', {})).rejects.toMatchObject({ status: 403 });
  const { id } = (await named('чит'))!;
  await expect(helper.api('PUT /tags/{id}', { id, name: 'x' })).rejects.toMatchObject({
    status: 403,
  });
});
