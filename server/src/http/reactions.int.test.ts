import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestDesk, type TestDesk, type TestPerson } from '../testing/testDesk';

let desk: TestDesk;
let customer: TestPerson;
let helper: TestPerson;
let stranger: TestPerson;
let ticketId: string;

beforeAll(async () => {
  desk = await startTestDesk();
  customer = await desk.person('USER');
  helper = await desk.person('HELPER');
  stranger = await desk.person('USER');
  const categoryId = (await customer.api('GET /categories', {})).items[0]!.id;
  const words = { title: 'Вопрос', description: 'Текст', categoryId };
  ticketId = (await customer.api('POST /tickets', words)).id;
});
afterAll(() => desk.close());

const say = (person: TestPerson, content: string, more: object = {}) =>
  person.api('POST /tickets/{id}/messages', { id: ticketId, content, ...more });
const react = (person: TestPerson, id: string, emoji: '👍' | '🔥' | null) =>
  person.api('PUT /messages/{id}/reaction', { id, emoji });

test('both sides react; a customer does not learn who of the staff it was', async () => {
  const { id } = await say(customer, 'вот');
  await react(helper, id, '🔥');
  const seen = await react(customer, id, '👍');
  expect(seen.reactions).toEqual([
    { emoji: '🔥', side: 'STAFF', personId: null },
    { emoji: '👍', side: 'CUSTOMER', personId: expect.any(String) },
  ]);
  const changed = await react(helper, id, '👍');
  expect(changed.reactions.map(({ emoji, side }) => [emoji, side])).toEqual([
    ['👍', 'CUSTOMER'],
    ['👍', 'STAFF'],
  ]);
  expect((await react(customer, id, null)).reactions).toHaveLength(1);
  const events = await desk.db('event_log').where({ type: 'message.updated' }).orderBy('seq');
  expect(events).toHaveLength(4);
  expect(events.every((event) => event.customer_data.reactions !== undefined)).toBe(true);
  // The same once more changes nothing and tells nobody.
  await react(customer, id, null);
  expect(await desk.db('event_log').where({ type: 'message.updated' })).toHaveLength(4);
});

test('only what one sees, with what Telegram knows, and notes without the customer', async () => {
  const { id } = await say(helper, 'ответ');
  await expect(react(stranger, id, '👍')).rejects.toMatchObject({ code: 'not_found' });
  await expect(react(customer, id, '🦖' as '👍')).rejects.toMatchObject({ status: 422 });
  const note = await say(helper, 'между нами', { internal: true });
  expect((await react(helper, note.id, '👍')).reactions).toHaveLength(1);
  await expect(react(customer, note.id, '👍')).rejects.toMatchObject({ code: 'not_found' });
  const told = await desk
    .db('event_log')
    .where({ type: 'message.updated' })
    .orderBy('seq', 'desc')
    .first();
  expect(told).toMatchObject({ customer_data: null, customer_audience: [] });
});

test('earlier texts: staff read all, a customer their own', async () => {
  const revisions = (person: TestPerson, id: string) =>
    person.api('GET /messages/{id}/revisions', { id });
  const own = await say(customer, 'первое');
  await customer.api('PUT /messages/{id}', { id: own.id, content: 'второе' });
  await customer.api('PUT /messages/{id}', { id: own.id, content: 'третье' });
  const expected = [{ content: 'первое', format: 'plain' }, { content: 'второе' }];
  expect((await revisions(customer, own.id)).items).toMatchObject(expected);
  expect((await revisions(helper, own.id)).items).toMatchObject(expected);
  const theirs = await say(helper, 'пароль от другого');
  await helper.api('PUT /messages/{id}', { id: theirs.id, content: 'простите' });
  expect((await revisions(helper, theirs.id)).items).toHaveLength(1);
  await expect(revisions(customer, theirs.id)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(revisions(stranger, own.id)).rejects.toMatchObject({ code: 'not_found' });
});
