import type { Category, Notification, Ticket } from '@tikethet/shared/contracts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { newId } from '../db/ids';
import { SYSTEM } from '../domain/context';
import { tellAuthor } from '../domain/deliveries/tellAuthor';
import { tellOfPromises } from '../domain/notifications/tellOfPromises';
import { getVisibleTicket } from '../domain/tickets/loadTickets';
import { startTestApi, type ApiPerson, type TestApi } from '../testing/testApi';

let desk: TestApi;
let categories: Category[];
let anna: ApiPerson;
let helper: ApiPerson;
let other: ApiPerson;
beforeAll(async () => {
  desk = await startTestApi();
  anna = await desk.person();
  helper = await desk.person('HELPER');
  other = await desk.person('HELPER');
  categories = (await anna.api('GET /categories', {})).items;
});
beforeEach(() => desk.db('notifications').delete());
afterAll(() => desk.close());

const list = (person: ApiPerson) => person.api('GET /notifications', { limit: 50 });
const open = (title: string): Promise<Ticket> =>
  anna.api('POST /tickets', { title, description: title, categoryId: categories[0]?.id ?? '' });
const say = (person: ApiPerson, ticket: Ticket, content: string) =>
  person.api('POST /tickets/{id}/messages', { id: ticket.id, content, internal: false });
const assign = (person: ApiPerson, ticket: Ticket, to: ApiPerson | null) =>
  person.api('PUT /tickets/{id}/assign', { id: ticket.id, assigneeId: to?.id ?? null });
const brief = ({ kind, count, text, readAt }: Notification) =>
  `${kind} ${count} ${text}${readAt === null ? '' : ' read'}`;
const briefly = async (person: ApiPerson) => (await list(person)).items.map(brief);

it('calls everybody who could take a ticket, and what is written joins', async () => {
  const ticket = await open('Пропали монеты');
  await say(anna, ticket, 'Ау?');
  await say(anna, ticket, 'Где они?');
  expect(await briefly(helper)).toEqual([
    'CUSTOMER_REPLIED 2 Где они?',
    'NEW_TICKET 1 Пропали монеты',
  ]);
  const [written] = (await list(other)).items;
  expect(written).toMatchObject({
    personName: 'USER',
    ticket: { id: ticket.id, number: ticket.number },
    messageKind: 'TEXT',
    attachment: null,
  });
  expect(written?.messageId).not.toBeNull();
  // The author of it all is not told, though they are its customer.
  expect(await briefly(anna)).toEqual([]);
});

it('takes back what called for somebody once somebody is there', async () => {
  const ticket = await open('Кто возьмёт?');
  await assign(helper, ticket, helper);
  expect((await list(helper)).unread).toBe(1);
  // Out of the pool it is out of the other's sight, and of their list.
  expect(await list(other)).toMatchObject({ items: [], unread: 0 });
  await say(anna, ticket, 'Спасибо, что взялись');
  expect(await briefly(helper)).toEqual([
    'CUSTOMER_REPLIED 1 Спасибо, что взялись',
    'NEW_TICKET 1 Кто возьмёт?',
  ]);
  expect(await briefly(other)).toEqual([]);
  await say(helper, ticket, 'Смотрю');
  expect(await briefly(helper)).toEqual([
    'CUSTOMER_REPLIED 1 Спасибо, что взялись read',
    'NEW_TICKET 1 Кто возьмёт? read',
  ]);
  const told = await desk
    .db('event_log')
    .where({ type: 'notification.read' })
    .whereRaw('? = any(audience)', [`account:${other.id}`]);
  expect(told.map((event) => event.data)).toContainEqual({ unread: 0, ticketId: ticket.id });
});

it('tells the author of a reply that has not arrived, once', async () => {
  const ticket = await open('Дойдёт ли?');
  const reply = await say(helper, ticket, 'Ответ, который не дошёл');
  await desk.db('notifications').delete();
  await desk.desk.run(SYSTEM, async (ctx) => {
    const { full } = await getVisibleTicket(ctx, ticket.id);
    await tellAuthor(ctx, full, reply.id);
  });
  expect(await briefly(helper)).toEqual(['UNDELIVERED 1 Ответ, который не дошёл']);
  expect((await list(helper)).items[0]).toMatchObject({
    messageId: reply.id,
    personName: 'USER',
  });
  expect(await briefly(anna)).toEqual([]);
});

it('costs as many statements for many people as for one', async () => {
  const queries = async (run: () => Promise<unknown>) => {
    let count = 0;
    const noted = () => (count += 1);
    desk.db.on('query', noted);
    await run();
    desk.db.off('query', noted);
    return count;
  };
  const few = await queries(() => open('Мало людей'));
  for (let at = 0; at < 6; at += 1) await desk.person('HELPER');
  expect(await queries(() => open('Много людей'))).toBe(few);
});

it('tells once that the time of a promise is running out, and not of what is long broken', async () => {
  const minutes = (many: number) => new Date(desk.now().getTime() + many * 60_000);
  const due = async (title: string, started: number, left: number) => {
    const ticket = await open(title);
    await assign(helper, ticket, helper);
    await desk
      .db('tickets')
      .where({ id: ticket.id })
      .update({ clock_started_at: minutes(started), due_at: minutes(left) });
  };
  // Of other tests nothing is due.
  await desk.db('tickets').update({ due_at: null });
  await due('Скоро', -180, 50);
  await due('Короткое, в последней трети', -11, 4);
  await due('Короткое, не в последней трети', -2, 13);
  await due('Ещё не скоро', -60, 600);
  await due('Давно', -900, -600);
  await desk.db('notifications').delete();
  await tellOfPromises(desk.desk);
  await tellOfPromises(desk.desk);
  const told = (await list(helper)).items;
  expect(told.map(({ ticket }) => ticket?.title).sort()).toEqual([
    'Короткое, в последней трети',
    'Скоро',
  ]);
  expect(told[0]).toMatchObject({ kind: 'SLA_AT_RISK', personName: 'USER' });
  expect(await briefly(other)).toEqual([]);
});

it('sends a sign of life to the person’s own devices alone', async () => {
  const trialId = newId();
  await helper.api('POST /notifications/trial', { trialId });
  const told = await desk.db('event_log').where({ type: 'notification.tried' });
  expect(told.map(({ data, audience }) => ({ data, audience }))).toEqual([
    { data: { trialId }, audience: [`account:${helper.id}`] },
  ]);
});

it('keeps what a person says of being there, and shows it to colleagues', async () => {
  const moderator = await desk.person('MODERATOR');
  const me = await helper.api('GET /auth/me', {});
  expect(me.availability).toBe('AVAILABLE');
  await helper.api('PUT /auth/profile', { availability: 'AWAY' });
  const seen = await moderator.api('GET /users/{id}', { id: helper.id });
  expect(seen.availability).toBe('AWAY');
  const told = await desk.db('event_log').where({ type: 'user.changed' }).orderBy('seq', 'desc');
  expect(told[0]).toMatchObject({ audience: ['people', `account:${helper.id}`] });
  await expect(
    helper.api('PUT /auth/profile', { availability: 'ASLEEP' as 'AWAY' }),
  ).rejects.toMatchObject({ code: 'validation_failed' });
});
