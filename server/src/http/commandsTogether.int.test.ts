import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Message } from '@tikethet/shared/contracts';
import { expect, test } from 'vitest';
import { castApi } from '../testing/castApi';

const { api, customer, moderator, categoryId } = await castApi({
  customer: 'USER',
  moderator: 'MODERATOR',
});

async function openTickets(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const { id } = await customer.api('POST /tickets', {
      title: `Вопрос ${number}`,
      description: 'Текст',
      categoryId,
    });
    ids.push(id);
  }
  return ids.toSorted();
}

const note = (id: string, content: string, key: string = randomUUID()) => ({
  ...{ key, operation: 'messages.create', input: { id, content, internal: true } },
});
const run = async (commands: ReturnType<typeof note>[] | object[]) =>
  (await moderator.api('POST /commands', { commands: commands as ReturnType<typeof note>[] }))
    .results;
const statuses = (results: { status: number }[]) => results.map(({ status }) => status);
const idOf = (result: { body?: unknown } | undefined) => (result as { body: Message }).body.id;
/** What was written to a ticket since it was opened, in its order. */
async function written(id: string): Promise<string[]> {
  const rows = await api.db('messages').where({ ticket_id: id }).orderBy('position');
  expect(rows.map(({ position }) => position as number)).toEqual(rows.map((_, at) => at + 1));
  return rows.slice(1).map(({ content }) => content as string);
}
/** Transactions that wrote these messages. */
async function transactions(contents: string[]): Promise<number> {
  const { rows } = await api.db.raw<{ rows: unknown[] }>(
    'select distinct xmin::text from messages where content = any(?)',
    [contents],
  );
  return rows.length;
}

test('commands for several tickets are one transaction, in the order of each ticket', async () => {
  const [a = '', b = '', c = ''] = await openTickets(3);
  const results = await run([
    note(a, 'а1'),
    note(b, 'б1'),
    note(a.toUpperCase(), 'а2'),
    { key: randomUUID(), operation: 'tickets.update', input: { id: c, priority: 'HIGH' } },
    { key: randomUUID(), operation: 'messages.create', input: { id: b, content: 'б2' } },
    {
      key: randomUUID(),
      operation: 'tickets.update',
      input: { id: a, title: 'Иначе', tags: ['x'] },
    },
    { key: randomUUID(), operation: 'tickets.setStatus', input: { id: c, status: 'RESOLVED' } },
  ]);
  expect(statuses(results)).toEqual([201, 201, 201, 200, 201, 200, 200]);
  expect(await written(a)).toEqual(['а1', 'а2']);
  expect(await written(b)).toEqual(['б1', 'б2']);
  expect(await transactions(['а1', 'б1', 'а2', 'б2'])).toBe(1);
  const shown = await moderator.api('GET /tickets/{id}', { id: c });
  expect(results[6]?.body).toEqual(shown);
  expect(shown).toMatchObject({ priority: 'HIGH', status: 'RESOLVED' });
  expect(await moderator.api('GET /tickets/{id}', { id: a })).toMatchObject({
    title: 'Иначе',
    tags: ['x'],
    lastPosition: 3,
  });
  // Each ticket's facts stand in the feed in the order in which they happened.
  const events = await api.db('event_log').where({ ticket_id: c }).orderBy('seq');
  expect(events.slice(-4).map(({ type }) => type as string)).toEqual([
    'ticket.updated',
    'timeline.added',
    'ticket.status_changed',
    'timeline.added',
  ]);
});

test('a refusal in the middle costs nobody else their effect, and leaves no key', async () => {
  const [a = '', b = ''] = await openTickets(2);
  const [empty, missing] = [note(b, '  '), note(randomUUID(), 'никуда')];
  const results = await run([
    note(a, 'раз'),
    note(b, 'до'),
    empty,
    missing,
    note(b, 'после'),
    note(a, 'два'),
  ]);
  expect(statuses(results)).toEqual([201, 201, 422, 404, 201, 201]);
  expect(await written(a)).toEqual(['раз', 'два']);
  expect(await written(b)).toEqual(['до', 'после']);
  const kept = await api.db('idempotency_keys').whereIn('key', [empty.key, missing.key]);
  expect(kept).toEqual([]);
  // Whoever was not refused did not have to run alone.
  expect(await transactions(['раз', 'два'])).toBe(1);
});

test('what was answered before is answered again, beside what is new', async () => {
  const [a = '', b = ''] = await openTickets(2);
  const first = note(a, 'уже');
  const [before] = await run([first]);
  const other = { ...note(b, 'чужое'), key: first.key };
  const results = await run([first, note(b, 'новое'), first]);
  expect(statuses(results)).toEqual([201, 201, 201]);
  expect([idOf(results[0]), idOf(results[2])]).toEqual([idOf(before), idOf(before)]);
  expect(await written(a)).toEqual(['уже']);
  expect(statuses(await run([note(a, 'ещё'), other]))).toEqual([201, 422]);
  expect([await written(a), await written(b)]).toEqual([['уже', 'ещё'], ['новое']]);
});

test('two equal requests at once have one effect and one answer', async () => {
  const tickets = await openTickets(4);
  const commands = tickets.flatMap((id) => [note(id, 'один'), note(id, 'два')]);
  const [first, second] = await Promise.all([run(commands), run(commands.toReversed())]);
  expect(new Set(first.map(({ status }) => status))).toEqual(new Set([201]));
  expect(second.toReversed().map(idOf)).toEqual(first.map(idOf));
  for (const id of tickets) expect((await written(id)).toSorted()).toEqual(['два', 'один']);
});

test('a request that Postgres gives up for a deadlock is run again, and has one effect', async () => {
  const [a = '', b = ''] = await openTickets(2);
  const { running } = await api.db.transaction(async (trx) => {
    // The request, not this transaction, is to find the circle and to be given up.
    await trx.raw(`set local deadlock_timeout = '5min'`);
    await trx('tickets').where({ id: b }).forUpdate();
    const answering = run([note(b, 'второму'), note(a, 'первому')]);
    const waiting = () =>
      api
        .db('pg_stat_activity')
        .where({ wait_event_type: 'Lock' })
        .whereRaw(`datname = current_database()`);
    while ((await waiting()).length === 0) await pause(20);
    await trx('tickets').where({ id: a }).forUpdate();
    // Not awaited in here: it waits for this transaction.
    return { running: answering };
  });
  expect(statuses(await running)).toEqual([201, 201]);
  expect([await written(a), await written(b)]).toEqual([['первому'], ['второму']]);
});

test('commands for a merged ticket and for the one that it is a part of keep apart', async () => {
  const [a = '', b = '', c = ''] = await openTickets(3);
  await moderator.api('POST /tickets/{id}/merge', { id: a, targetId: b });
  const before = await written(b);
  const results = await run([note(a, 'туда'), note(b, 'сюда'), note(c, 'третьему')]);
  expect(statuses(results)).toEqual([201, 201, 201]);
  expect((await written(b)).slice(before.length).toSorted()).toEqual(['сюда', 'туда']);
  expect(await written(c)).toEqual(['третьему']);
});
