import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanLedgers } from '../jobs/retention';
import { startTestDesk, type TestDesk, type TestPerson } from '../testing/testDesk';

type Seen = { position: number; assigneeId: string | null };

let desk: TestDesk;
let customer: TestPerson;
let helper: TestPerson;
let ticketId: string;
let categoryId: string;

beforeAll(async () => {
  desk = await startTestDesk();
  customer = await desk.person('USER');
  helper = await desk.person('HELPER');
  categoryId = (await customer.api('GET /categories', {})).items[0]!.id;
  const ticket = await customer.api('POST /tickets', {
    title: 'Вопрос',
    description: 'Текст',
    categoryId,
  });
  ticketId = ticket.id;
});
afterAll(() => desk.close());

const say = (person: TestPerson, key: string, content: string) =>
  person.api('POST /tickets/{id}/messages', { id: ticketId, content }, { idempotencyKey: key });
const countOf = async (content: string) =>
  (await desk.db('messages').where({ ticket_id: ticketId, content })).length;

test('the same key and body give the first answer again, also in parallel', async () => {
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 8 }, () => say(customer, key, 'однажды')));
  expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
  expect(await countOf('однажды')).toBe(1);
  expect((await say(customer, key, 'однажды')).id).toBe(answers[0]?.id);
});

test('another body is refused; keys belong to the person', async () => {
  const key = randomUUID();
  await say(customer, key, 'первое');
  await expect(say(customer, key, 'второе')).rejects.toMatchObject({
    status: 422,
    code: 'idempotency_mismatch',
  });
  expect((await say(helper, key, 'третье')).content).toBe('третье');
});

test('a refused request leaves no record: the key may be used again', async () => {
  const key = randomUUID();
  await expect(say(customer, key, '   ')).rejects.toMatchObject({ status: 422 });
  expect((await say(customer, key, 'теперь с текстом')).content).toBe('теперь с текстом');
});

test('an upload repeated with its key is one file', async () => {
  const key = randomUUID();
  const upload = async (text: string) => {
    const form = new FormData();
    form.append('file', new Blob([text], { type: 'text/plain' }), 'log.txt');
    return customer.request('/api/v1/attachments', {
      method: 'POST',
      body: form,
      headers: { 'idempotency-key': key },
    });
  };
  const first = (await (await upload('one')).json()) as { id: string };
  const second = (await (await upload('one')).json()) as { id: string };
  expect(second.id).toBe(first.id);
  expect((await upload('two')).status).toBe(422);
});

test('commands run in order, each with its own outcome and key', async () => {
  const good = randomUUID();
  const commands = [
    { key: good, operation: 'messages.create', input: { id: ticketId, content: 'из очереди' } },
    {
      key: randomUUID(),
      operation: 'tickets.assign',
      input: { id: ticketId, assigneeId: helper.id },
    },
    { key: randomUUID(), operation: 'tickets.delete', input: { id: ticketId } },
    { key: randomUUID(), operation: 'auth.logout', input: { refreshToken: 'x' } },
    { key: randomUUID(), operation: 'tickets.list', input: {} },
    { key: randomUUID(), operation: 'toString', input: {} },
  ];
  const { results } = await helper.api('POST /commands', { commands });
  expect(results.map((result) => result.status)).toEqual([201, 200, 403, 422, 422, 422]);
  const again = await helper.api('POST /commands', { commands: commands.slice(0, 1) });
  expect(again.results[0]).toMatchObject({ key: good, status: 201 });
  expect(again.results[0]?.body).toMatchObject({
    id: (results[0] as { body: { id: string } }).body.id,
  });
  expect(await countOf('из очереди')).toBe(1);
});

test('the answer to writing is the message as whoever reads it finds it', async () => {
  const colleague = await desk.person('MODERATOR');
  const write = (input: { content: string; internal?: boolean; mentionIds?: string[] }) =>
    helper.api('POST /tickets/{id}/messages', { id: ticketId, ...input });
  const reply = await write({ content: 'Ответ' });
  const note = await write({ content: 'Взгляни', internal: true, mentionIds: [colleague.id] });
  const plain = await write({ content: 'Заметка', internal: true });
  const { items } = await helper.api('GET /tickets/{id}/messages', {
    ...{ id: ticketId, order: 'desc' as const, limit: 3 },
  });
  expect(note.mentions).toHaveLength(1);
  expect(items).toEqual([plain, note, reply]);
});

test('a command’s base version is the version its change is based on', async () => {
  const before = await helper.api('GET /tickets/{id}', { id: ticketId });
  await helper.api('PUT /tickets/{id}', { id: ticketId, priority: 'HIGH' });
  const { results } = await helper.api('POST /commands', {
    commands: [
      {
        key: randomUUID(),
        operation: 'tickets.update',
        input: { id: ticketId, priority: 'LOW' },
        baseVersion: before.version,
      },
    ],
  });
  expect(results[0]).toMatchObject({ status: 409 });
  expect(results[0]?.body).toMatchObject({
    error: { code: 'conflict', details: { current: 'HIGH', yours: 'LOW' } },
  });
});

test('a reply that was written before a colleague’s answer is refused, unless it is meant so', async () => {
  const { id } = await customer.api('POST /tickets', {
    title: 'Двое отвечают',
    description: 'Кто первый?',
    categoryId,
  });
  const moderator = await desk.person('MODERATOR');
  const other = await desk.person('MODERATOR');
  const reply = (person: TestPerson, content: string, seen?: Seen) =>
    person.api('POST /tickets/{id}/messages', { id, content, ...(seen && { seen }) });
  const first = await reply(moderator, 'Я', { position: 1, assigneeId: null });
  // Own words since are no surprise, nor are the customer's.
  await customer.api('POST /tickets/{id}/messages', { id, content: 'Спасибо' });
  await reply(moderator, 'Ещё', { position: 1, assigneeId: null });
  const outdated = { position: 1, assigneeId: null };
  await expect(reply(other, 'Поздно', outdated)).rejects.toMatchObject({
    status: 409,
    code: 'conflict',
    details: {
      reason: 'answered',
      changedBy: moderator.id,
      answer: { position: first.position + 2, content: 'Ещё', format: 'plain', attachments: 0 },
    },
  });
  // What was taken is taken, whatever its author has seen since.
  const key = randomUUID();
  const say = (position: number) =>
    moderator.api(
      'POST /tickets/{id}/messages',
      { id, content: 'Раз', seen: { position, assigneeId: null } },
      { idempotencyKey: key },
    );
  expect((await say(99)).id).toBe((await say(1)).id);
  const seen = { position: first.position + 3, assigneeId: null };
  await expect(reply(other, 'Чужое', seen)).rejects.toMatchObject({
    details: { reason: 'reassigned', changedBy: moderator.id },
  });
  await other.api('POST /tickets/{id}/messages', {
    id,
    content: 'Заметка',
    internal: true,
    seen: outdated,
  });
  expect((await reply(other, 'И всё же')).content).toBe('И всё же');
});

test('a key is known for 30 days: a console that comes back on the 29th sends nothing twice', async () => {
  const key = randomUUID();
  const { id } = await say(customer, key, 'надолго');
  const after = (days: number) => cleanLedgers(desk.db, new Date(Date.now() + days * 86_400_000));
  await after(29);
  expect((await say(customer, key, 'надолго')).id).toBe(id);
  await after(31);
  expect(await desk.db('idempotency_keys').where({ key })).toEqual([]);
});
