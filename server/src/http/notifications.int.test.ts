import type { Category, Ticket } from '@tikethet/shared/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../db/ids';
import { SYSTEM } from '../domain/context';
import { cleanNotifications } from '../domain/notifications/cleanNotifications';
import { notify } from '../domain/notifications/notify';
import { User } from '../domain/people/user';
import { startTestApi, type ApiPerson, type TestApi } from '../testing/testApi';

let desk: TestApi;
let category: Category;
let anna: ApiPerson;
let helper: ApiPerson;
beforeAll(async () => {
  desk = await startTestApi();
  [anna, helper] = [await desk.person(), await desk.person('HELPER')];
  category = (await anna.api('GET /categories', {})).items[0] as Category;
});
afterAll(() => desk.close());

const list = (person: ApiPerson, cursor?: string, limit = 25) =>
  person.api('GET /notifications', { limit, ...(cursor !== undefined && { cursor }) });
const open = (person: ApiPerson, title: string): Promise<Ticket> =>
  person.api('POST /tickets', { title, description: title, categoryId: category.id });
const say = (person: ApiPerson, ticket: Ticket, content: string, internal = false) =>
  person.api('POST /tickets/{id}/messages', { id: ticket.id, content, internal });
const eventsFor = (person: ApiPerson, type: string) =>
  desk
    .db('event_log')
    .where({ type })
    .whereRaw('? = any(audience)', [`account:${person.id}`])
    .orderBy('seq');

it('tells a customer of answers, of who took the ticket and of the end, not of notes or own acts', async () => {
  const ticket = await open(anna, 'Пропали монеты');
  await helper.api('PUT /tickets/{id}/assign', { id: ticket.id, assigneeId: helper.id });
  await say(helper, ticket, 'только для своих', true);
  await say(helper, ticket, 'Смотрим');
  await say(helper, ticket, 'Нашли **их**');
  await say(anna, ticket, 'Спасибо');
  await helper.api('PUT /tickets/{id}/status', { id: ticket.id, status: 'RESOLVED' });
  const { items, unread } = await list(anna);
  expect(items.map(({ kind, count, text, status }) => ({ kind, count, text, status }))).toEqual([
    { kind: 'RATING', count: 1, text: '', status: 'RESOLVED' },
    { kind: 'REPLIED', count: 2, text: 'Нашли **их**', status: null },
    { kind: 'TAKEN', count: 1, text: '', status: null },
  ]);
  expect(items[1]).toMatchObject({
    ticket: { id: ticket.id, number: ticket.number, title: 'Пропали монеты' },
    personName: 'HELPER',
    readAt: null,
  });
  expect(unread).toBe(3);
  // Nobody but her learns of them, and each brings the number for the badge.
  expect((await list(helper)).items.map(({ kind }) => kind)).not.toContain('REPLIED');
  const told = await eventsFor(anna, 'notification.created');
  expect(told.map((event) => event.data.unread)).toEqual([1, 2, 2, 3]);
  expect(told[2].data.replacesId).toBe(told[1].data.notification.id);
  expect(told.every((event) => event.audience.length === 1)).toBe(true);
});

it('shows what was edited since, and nothing of what was deleted', async () => {
  const ticket = await open(anna, 'Правка');
  const message = await say(helper, ticket, 'с ошипкой');
  await helper.api('PUT /messages/{id}', { id: message.id, content: 'с ошибкой' });
  expect((await list(anna)).items[0]).toMatchObject({ text: 'с ошибкой' });
  const moderator = await desk.person('MODERATOR');
  await moderator.api('DELETE /messages/{id}', { id: message.id });
  expect((await list(anna)).items[0]).toMatchObject({ kind: 'REPLIED', text: '' });
  const admin = await desk.person('ADMIN');
  await admin.api('DELETE /tickets/{id}', { id: ticket.id });
  expect((await list(anna)).items.every((one) => one.ticket?.id !== ticket.id)).toBe(true);
});

it('respects what the person wants to be told, and tells staff of what they were given', async () => {
  const ben = await desk.person();
  const moderator = await desk.person('MODERATOR');
  await ben.api('PUT /auth/profile', {
    preferences: { customerNotices: { status: false, rating: false, news: false } },
  });
  const ticket = await open(ben, 'Тишина');
  await moderator.api('PUT /tickets/{id}/assign', { id: ticket.id, assigneeId: helper.id });
  await moderator.api('PUT /tickets/{id}/status', { id: ticket.id, status: 'RESOLVED' });
  await desk.desk.run(SYSTEM, async (ctx) => {
    const user = await User.query(ctx.trx).findById(ben.id).throwIfNotFound();
    await notify(ctx, user, { kind: 'NEWS', text: 'Новости' });
  });
  await say(moderator, ticket, 'Ответ приходит всегда');
  expect((await list(ben)).items.map((one) => one.kind)).toEqual(['REPLIED']);
  expect((await list(helper)).items[0]).toMatchObject({
    kind: 'ASSIGNED',
    personName: 'MODERATOR',
    ticket: { title: 'Тишина' },
  });
});

it('marks one, a ticket’s, older ones or all as read, and tells the other devices', async () => {
  const eve = await desk.person();
  await desk.desk.run(SYSTEM, async (ctx) => {
    const user = await User.query(ctx.trx).findById(eve.id).throwIfNotFound();
    for (let at = 1; at <= 4; at += 1) {
      await notify({ ...ctx, now: new Date(ctx.now.getTime() + at) }, user, {
        kind: 'NEWS',
        text: `№ ${at}`,
      });
    }
  });
  const first = await list(eve, undefined, 3);
  expect(first.items.map((one) => one.text)).toEqual(['№ 4', '№ 3', '№ 2']);
  const second = await list(eve, first.nextCursor ?? '', 3);
  expect([second.items.map((one) => one.text), second.nextCursor]).toEqual([['№ 1'], null]);
  await expect(list(eve, 'x')).rejects.toMatchObject({ code: 'invalid_cursor' });

  const [newest, , older] = first.items;
  const read = (input: object) => eve.api('PUT /notifications/read', input);
  expect(await anna.api('PUT /notifications/read', { id: newest?.id })).toMatchObject({});
  expect(await read({ id: newest?.id })).toEqual({ unread: 3 });
  expect(await read({ upTo: older?.id })).toEqual({ unread: 1 });
  expect(await read({ ticketId: newId() })).toEqual({ unread: 1 });
  expect(await read({})).toEqual({ unread: 0 });
  expect(await read({})).toEqual({ unread: 0 });
  const told = await eventsFor(eve, 'notification.read');
  expect(told.map((event) => event.data.unread)).toEqual([3, 1, 0]);
});

it('keeps ninety days and the newest five hundred of a person', async () => {
  const old = await desk.person();
  const day = 86_400_000;
  const row = (age: number) => ({
    id: newId(),
    user_id: old.id,
    kind: 'NEWS',
    created_at: new Date(desk.now().getTime() - age),
  });
  await desk.db('notifications').insert([row(91 * day), row(89 * day)]);
  await cleanNotifications(desk.db, desk.now());
  expect(await desk.db('notifications').where({ user_id: old.id })).toHaveLength(1);
  await desk.db('notifications').insert(Array.from({ length: 503 }, (_, at) => row(at * 1_000)));
  await cleanNotifications(desk.db, desk.now());
  const kept = await desk.db('notifications').where({ user_id: old.id }).orderBy('created_at');
  expect(kept).toHaveLength(500);
  expect(kept[0]?.created_at.getTime()).toBe(desk.now().getTime() - 499_000);
});
