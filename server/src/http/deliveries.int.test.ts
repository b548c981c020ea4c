import { ApiError } from '@tikethet/shared/client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../db/ids';
import { CUSTOMER_LIMITS } from '../domain/limits/customerLimits';
import { feedKeys } from '../domain/tickets/policy';
import { startTestApi, type ApiPerson, type TestApi } from '../testing/testApi';

let api: TestApi;
let customer: ApiPerson;
let helper: ApiPerson;
let categoryId: string;
beforeAll(async () => {
  api = await startTestApi({ limitFactor: 1 });
  categoryId = (await api.db('categories').first()).id;
});
afterAll(() => api.close());
beforeEach(async () => {
  customer = await api.person();
  helper = await api.person('HELPER');
});

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: ApiError) => error.code,
  );
const open = () =>
  customer.api('POST /tickets', { title: 'Вопрос', description: 'Как войти?', categoryId });

/** A reply whose sending ended in a state. */
async function reply(ticketId: string, state: string): Promise<string> {
  await api.db('users').where({ id: customer.id }).update({ bot_started_at: api.now() });
  const message = await helper.api('POST /tickets/{id}/messages', { id: ticketId, content: 'Так' });
  const reason = state === 'SENT' ? null : 'chat_not_found';
  await api.db('deliveries').where({ message_id: message.id }).update({ state, reason });
  return message.id;
}

describe('sending again', () => {
  const resend = (who: ApiPerson, id: string) => who.api('POST /messages/{id}/resend', { id });

  test('queues what failed, shows it so, and does it once per key', async () => {
    const ticket = await open();
    const id = await reply(ticket.id, 'FAILED');
    const key = newId();
    const post = () =>
      helper.request(`/api/v1/messages/${id}/resend`, {
        method: 'POST',
        headers: { 'idempotency-key': key, 'content-type': 'application/json' },
        body: '{}',
      });
    const answers = [await post(), await post()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    for (const answer of answers) {
      expect(await answer.json()).toMatchObject({
        delivery: { state: 'QUEUED', reason: null, detail: null },
      });
    }
    const [row] = await api.db('deliveries').where({ message_id: id });
    expect(row).toMatchObject({ state: 'QUEUED', resends: 1 });
    expect(await codeOf(resend(helper, id))).toBe('not_resendable');
  });

  test('is refused where nothing failed, and to whoever may not reply', async () => {
    const ticket = await open();
    const id = await reply(ticket.id, 'SENT');
    expect(await codeOf(resend(helper, id))).toBe('not_resendable');
    await api.db('deliveries').where({ message_id: id }).update({ state: 'UNKNOWN' });
    expect(await codeOf(resend(customer, id))).toBe('forbidden');
    const stranger = await api.person('HELPER');
    expect(await codeOf(resend(stranger, id))).toBe('not_found');
    expect(await codeOf(resend(helper, newId()))).toBe('not_found');
    expect(await codeOf(resend(helper, id))).toBe('done');
  });

  test('may wait in the outbox of a console', async () => {
    const ticket = await open();
    const id = await reply(ticket.id, 'FAILED');
    const key = newId();
    const command = { key, operation: 'deliveries.resend', input: { id } };
    const { results } = await helper.api('POST /commands', { commands: [command] });
    expect(results[0]).toMatchObject({ status: 200, body: { delivery: { state: 'QUEUED' } } });
  });
});

describe('a customer as staff know them', () => {
  const see = (who: ApiPerson, id: string) => who.api('GET /users/{id}', { id });

  test('is shown to whoever may list people or sees a ticket of theirs', async () => {
    const ticket = await open();
    const moderator = await api.person('MODERATOR');
    const stranger = await api.person();
    await api.db('users').where({ id: customer.id }).update({ bot_blocked_at: api.now() });
    for (const who of [helper, moderator, customer]) {
      expect(await see(who, customer.id)).toMatchObject({
        id: customer.id,
        language: 'ru',
        botBlocked: true,
        isActive: true,
      });
    }
    expect(await codeOf(see(stranger, customer.id))).toBe('not_found');
    expect(await codeOf(see(helper, stranger.id))).toBe('not_found');
    expect(await codeOf(see(helper, newId()))).toBe('not_found');
    // Taken by a colleague, it is out of this helper's sight, and so is its customer.
    const colleague = await api.person('HELPER');
    await colleague.api('PUT /tickets/{id}/assign', { id: ticket.id, assigneeId: colleague.id });
    expect(await codeOf(see(helper, customer.id))).toBe('not_found');
    expect(await codeOf(see(colleague, customer.id))).toBe('done');
  });

  test('changes before the eyes of a helper who sees a ticket of theirs', async () => {
    await open();
    const admin = await api.person('ADMIN');
    await admin.api('PUT /users/{id}/status', { id: customer.id, isActive: false });
    const told = await api
      .db('event_log')
      .where({ type: 'user.changed' })
      .orderBy('seq', 'desc')
      .first();
    expect(told.data).toMatchObject({ id: customer.id, isActive: false });
    const keys = feedKeys(
      helper.actor.person ?? { id: '', role: 'USER', categoryIds: [], permissions: [] },
    );
    expect(told.audience.some((key: string) => keys.has(key))).toBe(true);
  });
});

describe('what one customer may do in an hour', () => {
  test('tickets: then a clear answer with the time to wait, and room again later', async () => {
    const most = CUSTOMER_LIMITS.ticketsPerHour.most;
    for (let index = 0; index < most; index += 1) await open();
    const answer = await customer.request('/api/v1/tickets', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'x', description: 'y', categoryId }),
    });
    expect(answer.status).toBe(429);
    expect(await answer.json()).toMatchObject({
      error: { code: 'too_many_tickets', details: { limit: 'ticketsPerHour' } },
    });
    const wait = Number(answer.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(3_600);
    api.advance(wait);
    await open();
    // Staff open tickets for customers as they come.
    for (let index = 0; index <= most; index += 1) {
      await helper.api('POST /tickets', {
        title: 'x',
        description: 'y',
        categoryId,
        customerId: customer.id,
      });
    }
  });

  test('messages in a minute', async () => {
    const ticket = await open();
    const write = () =>
      customer.api('POST /tickets/{id}/messages', { id: ticket.id, content: 'я' });
    for (let index = 0; index < CUSTOMER_LIMITS.messages.most; index += 1) await write();
    expect(await codeOf(write())).toBe('rate_limited');
    api.advance(60);
    expect(await codeOf(write())).toBe('done');
  });
});
