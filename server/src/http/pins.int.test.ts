import { LIMITS } from '@tikethet/shared/tickets';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestDesk, type TestDesk, type TestPerson } from '../testing/testDesk';

let desk: TestDesk;
let customer: TestPerson;
let helper: TestPerson;
let colleague: TestPerson;
let categoryIds: string[];

beforeAll(async () => {
  desk = await startTestDesk();
  customer = await desk.person();
  categoryIds = (await customer.api('GET /categories', {})).items.map(({ id }) => id);
  helper = await desk.person('HELPER', { categoryIds: [categoryIds[0]!] });
  colleague = await desk.person('MODERATOR');
});
afterAll(() => desk.close());

const open = async () => {
  const input = { title: 'Под рукой', description: 'Важное', categoryId: categoryIds[0]! };
  return (await customer.api('POST /tickets', input)).id;
};
const pin = (person: TestPerson, id: string, pinned: boolean) =>
  person.api('PUT /tickets/{id}/pin', { id, pinned });
const listed = async (person: TestPerson) =>
  (await person.api('GET /tickets', { pinned: 'yes' })).items.map(({ id }) => id);
const counted = async (person: TestPerson) => (await person.api('GET /tickets/counts', {})).pinned;
const eventsOf = (ticketId: string) =>
  desk
    .db<{ ticket_id: string; type: string; audience: string[]; seq: number }>('event_log')
    .where({ ticket_id: ticketId, type: 'ticket.pinned' })
    .orderBy('seq');

test('a pin is one person’s own: shown, listed and counted for them, told to nobody else', async () => {
  const id = await open();
  expect(await pin(helper, id, true)).toMatchObject({ pinned: true, version: 1 });
  expect(await pin(helper, id, true)).toMatchObject({ pinned: true });
  expect(await listed(helper)).toEqual([id]);
  expect(await counted(helper)).toBe(1);
  expect((await helper.api('GET /tickets/{id}', { id })).pinned).toBe(true);

  expect((await colleague.api('GET /tickets/{id}', { id })).pinned).toBe(false);
  expect(await listed(colleague)).toEqual([]);
  expect((await customer.api('GET /tickets/{id}', { id })).pinned).toBeNull();
  const events = await eventsOf(id);
  expect(events.map(({ audience }) => audience)).toEqual([[`account:${helper.id}`]]);

  expect(await pin(helper, id, false)).toMatchObject({ pinned: false });
  expect(await listed(helper)).toEqual([]);
  expect(await counted(helper)).toBe(0);
  expect(await eventsOf(id)).toHaveLength(2);
});

test('sight decides: customers pin nothing, and who loses sight of a ticket finds its pin no more', async () => {
  const id = await open();
  await expect(pin(customer, id, true)).rejects.toMatchObject({ status: 403 });
  await pin(helper, id, true);
  await colleague.api('PUT /tickets/{id}/assign', { id, assigneeId: colleague.id });
  expect(await listed(helper)).toEqual([]);
  expect(await counted(helper)).toBe(0);
  await expect(pin(helper, id, false)).rejects.toMatchObject({ status: 404 });
});

test('the working set holds what is pinned, however old, with the person’s own marks', async () => {
  const id = await open();
  const closed = { updated_at: new Date(0), status: 'CLOSED', closed_at: new Date(0) };
  await desk.db('tickets').where({ id }).update(closed);
  const held = async (person: TestPerson) => {
    const page = await person.api('GET /sync/snapshot', { limit: 100 });
    let { items, nextCursor } = page;
    while (nextCursor !== null) {
      const next = await person.api('GET /sync/snapshot', { limit: 100, cursor: nextCursor });
      [items, nextCursor] = [[...items, ...next.items], next.nextCursor];
    }
    return items.find(({ ticket }) => ticket.id === id)?.ticket ?? null;
  };
  expect(await held(colleague)).toBeNull();
  await pin(colleague, id, true);
  expect(await held(colleague)).toMatchObject({ pinned: true, unread: 1 });
});

test('a person keeps only so many at hand', async () => {
  const person = await desk.person('MODERATOR');
  const made = await desk.db('tickets').select('id').limit(1);
  await desk.db.raw(
    `with more as (
       insert into tickets (id, title, description, status, priority, category_id, customer_id, channel,
         created_at, updated_at)
       select gen_random_uuid(), 'x', 'x', status, priority, category_id, customer_id,
         channel, created_at, updated_at
       from tickets, generate_series(1, ?) where id = ? returning id)
     insert into ticket_pins (person_id, ticket_id, pinned_at) select ?, id, now() from more`,
    [LIMITS.pins, made[0].id, person.id],
  );
  expect(await counted(person)).toBe(LIMITS.pins);
  const refused = { code: 'too_many_pins', details: { limit: LIMITS.pins } };
  await expect(pin(person, await open(), true)).rejects.toMatchObject(refused);
  expect(await counted(person)).toBe(LIMITS.pins);
});
