import type { Ticket } from '@tikethet/shared/contracts';
import { expect, test } from 'vitest';
import { castApi } from '../../testing/castApi';
import { recountPromises } from './recountPromises';

const { api, customer, helper, admin, categoryId } = await castApi({
  customer: 'USER',
  helper: 'HELPER',
  admin: 'ADMIN',
});

async function open(): Promise<Ticket> {
  const { id } = await customer.api('POST /tickets', {
    title: 'Не заходит',
    description: 'Пишет ошибку',
    categoryId,
  });
  return helper.api('GET /tickets/{id}', { id });
}

const seen = async (id: string) => helper.api('GET /tickets/{id}', { id });
/** Minutes from the opening of a ticket to what it is promised. */
const promised = ({ dueAt, createdAt }: Ticket) =>
  dueAt === null ? null : (Date.parse(dueAt) - Date.parse(createdAt)) / 60_000;

test('a ticket is promised an answer, then an end, and nothing while its customer is waited for', async () => {
  const { id, ...opened } = await open();
  expect(promised({ id, ...opened })).toBe(240);
  expect((await customer.api('GET /tickets/{id}', { id })).dueAt).toBeNull();

  await helper.api('PUT /tickets/{id}', { id, priority: 'CRITICAL' });
  expect(promised(await seen(id))).toBe(15);
  await helper.api('PUT /tickets/{id}', { id, priority: 'HIGH' });

  api.advance(600);
  await helper.api('POST /tickets/{id}/messages', { id, content: 'Что пишет?' });
  expect((await seen(id)).dueAt).toBeNull();
  // The hour that the customer thinks is not the desk's.
  api.advance(3_600);
  await customer.api('POST /tickets/{id}/messages', { id, content: 'Вот это' });
  expect(promised(await seen(id))).toBe(480 + 60);

  await helper.api('PUT /tickets/{id}/status', { id, status: 'RESOLVED' });
  api.advance(7_200);
  await customer.api('POST /tickets/{id}/messages', { id, content: 'Опять' });
  expect(promised(await seen(id))).toBe(480 + 60 + 120);
});

test('other targets reckon open tickets anew, and everybody of the team learns it', async () => {
  const { id, version, updatedAt } = await open();
  const waiting = await open();
  await helper.api('POST /tickets/{id}/messages', { id: waiting.id, content: 'Ответ' });
  const before = await newestEvent();
  const changed = await admin.api('PUT /priorities/{priority}', {
    priority: 'NORMAL',
    nameEn: 'Usual',
    color: '#22c55e',
    firstResponseMinutes: 30,
  });
  expect(changed).toMatchObject({ nameEn: 'Usual', color: '#22c55e', firstResponseMinutes: 30 });
  await recountPromises(api.desk);
  const after = await seen(id);
  expect(promised(after)).toBe(30);
  // Nothing of the ticket itself changed: it neither moves in lists nor conflicts.
  expect(after).toMatchObject({ version, updatedAt });
  expect((await seen(waiting.id)).dueAt).toBeNull();
  expect(await api.db('priorities').where({ recount: true })).toEqual([]);

  const events = await eventsAfter(before);
  expect(events).toContainEqual(
    expect.objectContaining({
      type: 'priority.changed',
      audience: ['team'],
      data: changed,
      customer_audience: ['all'],
      customer_data: { ...changed, firstResponseMinutes: null, resolutionMinutes: null },
    }),
  );
  expect(events.filter((event) => event.ticket_id === id)).toMatchObject([
    { type: 'ticket.updated', data: { dueAt: after.dueAt }, customer_audience: [] },
  ]);

  await admin.api('PUT /priorities/{priority}', { priority: 'NORMAL', firstResponseMinutes: null });
  await recountPromises(api.desk);
  expect(promised(await seen(id))).toBe(1_440);
});

test('only who sets up the desk changes priorities, and customers learn no promises', async () => {
  const forbidden = helper.api('PUT /priorities/{priority}', { priority: 'LOW', name: 'Потом' });
  await expect(forbidden).rejects.toMatchObject({ status: 403 });
  await expect(
    admin.api('PUT /priorities/{priority}', { priority: 'LOW', name: ' ' }),
  ).rejects.toMatchObject({ status: 422 });
  await admin.api('PUT /priorities/{priority}', { priority: 'LOW', name: 'Потом' });
  const { items } = await customer.api('GET /priorities', {});
  expect(items.map(({ priority }) => priority)).toEqual(['LOW', 'NORMAL', 'HIGH', 'CRITICAL']);
  expect(items[0]).toMatchObject({ name: 'Потом', resolutionMinutes: null });
  expect((await helper.api('GET /priorities', {})).items[0]?.resolutionMinutes).toBe(4_320);
  const audit = await api.db('audit_log').where({ action: 'priority.changed' }).orderBy('at');
  expect(audit.at(-1)).toMatchObject({ actor_id: admin.id, after: { name: 'Потом' } });
});

async function newestEvent(): Promise<number> {
  const row = await api.db('event_log').max('seq as seq').first<{ seq: number }>();
  return row.seq;
}

async function eventsAfter(seq: number): Promise<Record<string, unknown>[]> {
  return api.db('event_log').where('seq', '>', seq).orderBy('seq');
}
