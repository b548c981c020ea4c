import type { Message, Ticket } from '@tikethet/shared/contracts';
import { expect, test } from 'vitest';
import { sendScheduled } from '../domain/scheduled/sendScheduled';
import { findOwnTicket } from '../domain/tickets/ownTickets';
import { castApi } from '../testing/castApi';
import type { ApiPerson } from '../testing/testApi';

const { api, customer, helper, moderator, categoryId } = await castApi({
  customer: 'USER',
  helper: 'HELPER',
  moderator: 'MODERATOR',
});

const DAY = 86_400;

async function open(title: string, by = customer): Promise<Ticket> {
  return by.api('POST /tickets', { title, description: `${title}: описание`, categoryId });
}
async function say(
  person: ApiPerson,
  { id }: Ticket,
  content: string,
  more: object = {},
): Promise<Message> {
  // Messages of one moment have no order among tickets.
  api.advance(1);
  return person.api('POST /tickets/{id}/messages', { id, content, ...more });
}
const read = (person: ApiPerson, id: string) => person.api('GET /tickets/{id}', { id });
const messagesOf = async (person: ApiPerson, id: string) =>
  (await person.api('GET /tickets/{id}/messages', { id, limit: 100 })).items;
const merge = (source: Ticket, target: Ticket, by = moderator) =>
  by.api('POST /tickets/{id}/merge', { id: source.id, targetId: target.id });
const unmerge = (source: Ticket) => moderator.api('POST /tickets/{id}/unmerge', { id: source.id });
const eventsOf = (type: string, ticketId: string) =>
  api.db('event_log').where({ type, ticket_id: ticketId }).orderBy('seq');

test('the source is closed and points to the target, which has its messages with their origin', async () => {
  const target = await open('Вход');
  const source = await open('Опять вход');
  await say(helper, target, 'Попробуйте ещё раз');
  await say(helper, source, 'служебная', { internal: true });
  const answer = await say(customer, source, 'Не помогло');
  const after = await merge(source, target);
  expect(after).toMatchObject({ id: target.id, mergedInto: null, messageCount: 4 });
  // The customer waited for an answer in the source: the target waits for the desk again.
  expect(after.status).toBe('IN_PROGRESS');
  expect(after.lastMessage?.content).toBe('Не помогло');
  expect(await read(moderator, source.id)).toMatchObject({
    status: 'CLOSED',
    mergedInto: { id: target.id, number: target.number },
  });
  expect(await messagesOf(moderator, source.id)).toEqual([]);
  const origin = { id: source.id, number: source.number };
  const shown = (await messagesOf(moderator, target.id)).map((one) => [one.content, one.origin]);
  expect(shown).toEqual([
    ['Вход: описание', null],
    ['Попробуйте ещё раз', null],
    ['Опять вход: описание', origin],
    ['служебная', origin],
    ['Не помогло', origin],
  ]);
  expect((await messagesOf(customer, target.id)).map(({ content }) => content)).not.toContain(
    'служебная',
  );
  const moved = await eventsOf('messages.moved', target.id);
  expect(moved).toHaveLength(1);
  expect(moved[0].data).toMatchObject({ from: origin, ticketId: target.id });
  expect(moved[0].data.messages.map(({ id }: Message) => id)).toContain(answer.id);
  expect(moved[0].customer_data.messages).toHaveLength(2);
  const { items } = await moderator.api('GET /tickets/{id}/timeline', { id: target.id });
  expect(items.map(({ change }) => change)).toContainEqual({
    field: 'merged',
    from: null,
    to: { ...origin, title: 'Опять вход' },
  });
  const told = await customer.api('GET /tickets/{id}/timeline', { id: target.id });
  expect(told.items.map(({ change }) => change.field)).not.toContain('merged');
  // Once more changes nothing.
  expect((await merge(source, target)).version).toBe(after.version);
});

test('whatever was meant for the source arrives in the target', async () => {
  const target = await open('Первое');
  const source = await open('Второе');
  const seen = await say(helper, source, 'вижу');
  await merge(source, target);
  const byNumber = await api.desk.run(customer.actor, (ctx) =>
    findOwnTicket(ctx, { number: source.number }),
  );
  expect(byNumber?.id).toBe(target.id);
  const late = await say(helper, source, 'ответ из очереди', {
    replyToId: seen.id,
    seen: { position: seen.position, assigneeId: helper.id },
  });
  expect(late).toMatchObject({ ticketId: target.id, replyToId: seen.id });
  const set = await moderator.api('PUT /tickets/{id}', {
    id: source.id,
    priority: 'HIGH',
    version: 1,
  });
  expect(set).toMatchObject({ id: target.id, priority: 'HIGH' });
  // Of the target its author knew no version: what changed there is shown to them first.
  await expect(
    helper.api('PUT /tickets/{id}', { id: source.id, priority: 'LOW', version: 99 }),
  ).rejects.toMatchObject({ code: 'conflict', details: { current: 'HIGH' } });
  expect(await say(customer, source, 'я всё ещё здесь')).toMatchObject({ ticketId: target.id });
  expect((await say(moderator, target, 'коллега')).ticketId).toBe(target.id);
  await expect(
    say(helper, source, 'не видел', { seen: { position: seen.position, assigneeId: helper.id } }),
  ).rejects.toMatchObject({ code: 'conflict', details: { reason: 'answered' } });
});

test('taking it back gives each its own again; what was written since stays', async () => {
  const target = await open('Цель');
  const source = await open('Исток');
  await say(helper, source, 'ответ в истоке');
  const before = await read(moderator, source.id);
  const beforeMessages = await messagesOf(moderator, source.id);
  await merge(source, target);
  await say(customer, target, 'уже вместе');
  const restored = await unmerge(source);
  expect(restored).toMatchObject({
    status: before.status,
    mergedInto: null,
    messageCount: before.messageCount,
    lastMessage: before.lastMessage,
    closedAt: null,
  });
  expect(await messagesOf(moderator, source.id)).toEqual(beforeMessages);
  expect((await messagesOf(moderator, target.id)).map(({ content }) => content)).toEqual([
    'Цель: описание',
    'уже вместе',
  ]);
  expect(await read(moderator, target.id)).toMatchObject({ messageCount: 2 });
  const back = await eventsOf('messages.moved', source.id);
  expect(back[0].data.from).toEqual({ id: target.id, number: target.number });
  await expect(unmerge(source)).rejects.toMatchObject({ details: { reason: 'not_merged' } });
  // It takes messages again, behind those it had.
  const next = await say(customer, source, 'снова отдельно');
  expect(next.position).toBeGreaterThan(beforeMessages.at(-1)!.position);
});

test('a sleeping target wakes when the source waits for the desk', async () => {
  const target = await open('Спит');
  const source = await open('Ждёт');
  await say(helper, target, 'ответим');
  const until = new Date(api.now().getTime() + DAY * 1_000).toISOString();
  await helper.api('PUT /tickets/{id}/snooze', { id: target.id, until });
  expect(await merge(source, target)).toMatchObject({ status: 'IN_PROGRESS', snoozedUntil: null });
});

test('refused: other customers, closed targets, what is merged already, after thirty days', async () => {
  const stranger = await api.person('USER');
  const target = await open('А');
  const source = await open('Б');
  const third = await open('В');
  const refusal = (reason: string) => ({ code: 'not_mergeable', details: { reason } });
  await expect(merge(source, source)).rejects.toMatchObject(refusal('same_ticket'));
  await expect(merge(source, await open('чужое', stranger))).rejects.toMatchObject(
    refusal('other_customer'),
  );
  await expect(merge(source, target, helper)).rejects.toMatchObject({ code: 'forbidden' });
  await moderator.api('PUT /tickets/{id}/status', { id: third.id, status: 'CLOSED' });
  await expect(merge(source, third)).rejects.toMatchObject(refusal('target_closed'));
  await merge(source, target);
  await expect(merge(source, third)).rejects.toMatchObject(refusal('merged_already'));
  const last = await open('Г');
  await merge(target, last);
  expect((await say(customer, source, 'через два слияния')).ticketId).toBe(last.id);
  await expect(unmerge(source)).rejects.toMatchObject(refusal('merged_further'));
  api.advance(31 * DAY);
  await expect(unmerge(target)).rejects.toMatchObject(refusal('too_late'));
});

test('whoever worked on the source sees the target; nobody gets old messages to read again', async () => {
  const colleague = await api.person('HELPER');
  const target = await open('Назначено');
  const source = await open('У коллеги');
  const assign = (id: string, assigneeId: string) =>
    moderator.api('PUT /tickets/{id}/assign', { id, assigneeId });
  await assign(target.id, helper.id);
  await assign(source.id, colleague.id);
  await say(colleague, source, 'отвечаю');
  await helper.api('PUT /tickets/{id}/read', { id: target.id });
  await customer.api('PUT /tickets/{id}/read', { id: source.id });
  await customer.api('PUT /tickets/{id}/read', { id: target.id });
  await expect(read(colleague, target.id)).rejects.toMatchObject({ code: 'not_found' });
  await merge(source, target);
  expect(await read(colleague, target.id)).toMatchObject({ id: target.id });
  expect((await read(helper, target.id)).unread).toBe(0);
  expect((await read(customer, target.id)).unread).toBe(0);
});

test('replies that wait for their time go along, and come back unless they have left', async () => {
  const target = await open('Куда');
  const source = await open('Откуда');
  const seen = await say(helper, source, 'читаю');
  const waitingIn = async ({ id }: Ticket) =>
    (await moderator.api('GET /tickets/{id}/scheduled', { id })).items.map((one) => one.content);
  const later = (content: string, hours: number) =>
    helper.api('POST /tickets/{id}/scheduled', {
      id: source.id,
      content,
      seen: { position: seen.position, assigneeId: helper.id },
      sendAt: new Date(api.now().getTime() + hours * 3_600_000).toISOString(),
    });
  await later('через час', 1);
  await later('через сутки', 24);
  await merge(source, target);
  await later('из очереди', 2);
  expect(await waitingIn(source)).toEqual([]);
  expect(await waitingIn(target)).toEqual(['через час', 'из очереди', 'через сутки']);
  const gone = await eventsOf('scheduled.removed', source.id);
  const come = await eventsOf('scheduled.changed', target.id);
  expect([gone.length, come.length]).toEqual([2, 3]);
  expect(come[0].customer_audience).toEqual([]);
  const [, , last] = (await moderator.api('GET /tickets/{id}/scheduled', { id: target.id })).items;
  await moderator.api('PUT /scheduled/{id}', { id: last!.id, sendAt: last!.sendAt });
  api.advance(3_700);
  await sendScheduled(api.desk);
  expect((await messagesOf(customer, target.id)).at(-1)?.content).toBe('через час');
  await unmerge(source);
  expect(await waitingIn(source)).toEqual(['через сутки']);
  expect(await waitingIn(target)).toEqual(['из очереди']);
});
