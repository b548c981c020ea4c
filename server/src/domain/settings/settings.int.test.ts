import { expect, test } from 'vitest';
import { castApi } from '../../testing/castApi';
import { closeResolved } from '../tickets/closeResolved';

const DAY = 86_400;

const { api, customer, helper, admin, categoryId } = await castApi({
  customer: 'USER',
  helper: 'HELPER',
  admin: 'ADMIN',
});

async function finished(status: 'RESOLVED' | 'CLOSED'): Promise<string> {
  const { id } = await customer.api('POST /tickets', {
    title: 'Не заходит',
    description: 'Пишет ошибку',
    categoryId,
  });
  await helper.api('PUT /tickets/{id}/status', { id, status });
  return id;
}

const write = (id: string) => customer.api('POST /tickets/{id}/messages', { id, content: 'Опять' });

test('a desk begins with what everybody would choose, and only an admin chooses otherwise', async () => {
  expect(await customer.api('GET /desk', {})).toEqual({
    name: 'TiketHet',
    greeting: null,
    greetingEn: null,
    reopenDays: 7,
    autoCloseHours: 72,
    editMinutes: 5,
    offlineLockDays: 7,
  });
  await expect(helper.api('PUT /desk', { name: 'Наш' })).rejects.toMatchObject({ status: 403 });
  for (const wrong of [{ reopenDays: 366 }, { offlineLockDays: 0 }, { name: ' ' }]) {
    await expect(admin.api('PUT /desk', wrong)).rejects.toMatchObject({ status: 422 });
  }
  const after = await admin.api('PUT /desk', { name: 'Край света', greetingEn: 'Tell us.' });
  expect(after).toMatchObject({ name: 'Край света', greeting: null, greetingEn: 'Tell us.' });
  await admin.api('PUT /desk', { name: 'Край света' });
  const audit = await api.db('audit_log').where({ action: 'desk.changed' });
  expect(audit).toMatchObject([
    { before: { name: 'TiketHet', greetingEn: null }, after: { name: 'Край света' } },
  ]);
  const told = await api.db('event_log').where({ type: 'desk.changed' });
  expect(told).toMatchObject([{ audience: ['all'], data: after }]);
});

test('the reopen window is the desk’s own', async () => {
  const [first, second] = [await finished('CLOSED'), await finished('CLOSED')];
  await admin.api('PUT /desk', { reopenDays: 2 });
  api.advance(3 * DAY);
  await expect(write(first)).rejects.toMatchObject({ code: 'ticket_closed' });
  await admin.api('PUT /desk', { reopenDays: 30 });
  await write(second);
  expect((await customer.api('GET /tickets/{id}', { id: second })).status).toBe('OPEN');
});

test('resolved tickets close when the desk says, or never', async () => {
  const id = await finished('RESOLVED');
  const status = async () => (await customer.api('GET /tickets/{id}', { id })).status;
  await admin.api('PUT /desk', { autoCloseHours: null });
  api.advance(100 * 3_600);
  await closeResolved(api.desk);
  expect(await status()).toBe('RESOLVED');
  await admin.api('PUT /desk', { autoCloseHours: 99 });
  await closeResolved(api.desk);
  expect(await status()).toBe('CLOSED');
});

test('messages can be edited for as long as the desk says', async () => {
  const id = await finished('RESOLVED');
  const message = await write(id);
  await admin.api('PUT /desk', { editMinutes: 60 });
  api.advance(3_000);
  const edit = () => customer.api('PUT /messages/{id}', { id: message.id, content: 'Не пускает' });
  await edit();
  api.advance(3_000);
  await expect(edit()).rejects.toMatchObject({
    code: 'edit_window_passed',
    details: { minutes: 60 },
  });
});

test('what two admins change at once is never overwritten unseen; different fields both hold', async () => {
  const other = await api.person('ADMIN');
  const [category] = (await admin.api('GET /categories', {})).items;
  const tag = await admin.api('POST /tags', { name: 'возврат', color: '#111111' });
  const { id } = category!;
  const seen = { name: category!.name, color: category!.color };
  await other.api('PUT /categories/{id}', { id, name: 'Первый', base: seen });
  const late = { id, name: 'Второй', base: seen };
  await expect(admin.api('PUT /categories/{id}', late)).rejects.toMatchObject({
    status: 409,
    code: 'conflict',
    details: {
      resource: 'category',
      fields: { name: { current: 'Первый', yours: 'Второй' } },
      current: { id, name: 'Первый' },
    },
  });
  // Another field, the same wish, and a choice made with both values before one's eyes.
  await admin.api('PUT /categories/{id}', { id, color: '#abcdef', base: seen });
  await admin.api('PUT /categories/{id}', { id, name: 'Первый', base: seen });
  const chosen = await admin.api('PUT /categories/{id}', { ...late, base: { name: 'Первый' } });
  expect(chosen).toMatchObject({ name: 'Второй', color: '#abcdef' });

  const refused = { code: 'conflict', details: { fields: expect.anything() } };
  const low = { priority: 'LOW', base: { name: 'Прежнее' } } as const;
  await expect(
    admin.api('PUT /priorities/{priority}', { ...low, name: 'Ж' }),
  ).rejects.toMatchObject(refused);
  await expect(
    admin.api('PUT /tags/{id}', { id: tag.id, color: '#333333', base: { color: '#222222' } }),
  ).rejects.toMatchObject(refused);
  await expect(
    admin.api('PUT /desk', { reopenDays: 9, base: { reopenDays: 364 } }),
  ).rejects.toMatchObject(refused);
});
