import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFile } from 'node:fs/promises';
import type { DeliveryReason } from '@tikethet/shared/deliveries';
import { createUpload } from '../domain/attachments/createUpload';
import { receiveUpload } from '../domain/attachments/receiveFile';
import { addMessage } from '../domain/conversations/addMessage';
import { listMessages } from '../domain/conversations/listMessages';
import { resendDelivery } from '../domain/deliveries/resendDelivery';
import { changeTicket } from '../domain/tickets/changeTicket';
import { makePng } from '../sandbox/testKit';
import { startTelegram, type Telegram } from './index';
import { createTestDesk, staff, until, type TestDesk } from './testing/testDesk';

let test: TestDesk;
let nextId = 9_000;
beforeAll(async () => {
  test = await createTestDesk();
  control().start(staff.id);
  await until(async () => (await test.db('users').where({ telegram_id: staff.id })).length === 1);
});
afterAll(() => test.close());

const control = () => test.server.sandbox.control;
const sendsTo = (id: number, since = 0) =>
  control()
    .calls()
    .filter(
      ({ method, params, at }) =>
        method.startsWith('send') && String(params.chat_id) === String(id) && at >= since,
    );

async function customer(): Promise<{ id: number; ticketId: string }> {
  nextId += 1;
  const id = nextId;
  control().addPerson({ id, firstName: 'Вера', languageCode: 'ru', kind: 'customer' });
  control().sendText(id, 'помогите');
  await control().waitForMessage(id, ({ message }) => /принято/.test(message.text ?? ''), 10_000);
  const user = await test.db('users').where({ telegram_id: id }).first();
  const ticket = await test.db('tickets').where({ customer_id: user.id }).first();
  return { id, ticketId: ticket.id };
}

async function answer(ticketId: string, content: string, picture?: Buffer): Promise<string> {
  const attachmentIds: string[] = [];
  if (picture !== undefined) {
    const staged = await test.storage.stage();
    await writeFile(staged, picture);
    const stored = await receiveUpload(test.storage, staged, 'a.png');
    const uploads = [stored, { ...stored }];
    for (const upload of uploads) {
      attachmentIds.push((await test.as(staff.id, (ctx) => createUpload(ctx, upload))).id);
    }
  }
  const { message } = await test.as(staff.id, (ctx) =>
    addMessage(ctx, { ticketId, content, format: 'plain', attachmentIds, internal: false }),
  );
  return message.id;
}

/** What staff see of a message's delivery. */
async function shown(ticketId: string, messageId: string) {
  const { items } = await test.as(staff.id, (ctx) =>
    listMessages(ctx, { ticketId, order: 'desc', limit: 50 }),
  );
  return items.find(({ id }) => id === messageId)?.delivery ?? null;
}
const becomes = (ticketId: string, messageId: string, state: string) =>
  until(async () => {
    const delivery = await shown(ticketId, messageId);
    return delivery?.state === state && delivery;
  }, 12_000);
const resend = (messageId: string) =>
  test.as(staff.id, (ctx) => resendDelivery(ctx, { messageId }));
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

describe('what Telegram refuses', () => {
  const REFUSALS: [code: number, words: string, reason: DeliveryReason][] = [
    [403, 'Forbidden: user is deactivated', 'user_deactivated'],
    [400, 'Bad Request: chat not found', 'chat_not_found'],
    [400, 'Bad Request: message is too long', 'too_long'],
    [413, 'Request Entity Too Large', 'too_large'],
    [403, "Forbidden: bot can't initiate conversation with a user", 'not_started'],
    [400, 'Bad Request: group chat was upgraded to a supergroup chat', 'chat_migrated'],
    [400, 'Bad Request: nobody knows', 'other'],
  ];

  it('staff see, with the reason, and can send again', async () => {
    const people = await Promise.all(REFUSALS.map(() => customer()));
    await Promise.all(
      REFUSALS.map(async ([code, description, reason], index) => {
        const { id, ticketId } = people[index] ?? { id: 0, ticketId: '' };
        control().failNext({ kind: 'error', code, description, chatId: id, method: 'sendMessage' });
        const messageId = await answer(ticketId, `ответ ${index}`);
        const failed = await becomes(ticketId, messageId, 'FAILED');
        expect(failed).toEqual({ state: 'FAILED', reason, detail: description });
        await resend(messageId);
        await becomes(ticketId, messageId, 'SENT');
      }),
    );
    expect(await test.telegram.health()).toBe(true);
  }, 30_000);
});

describe('a customer who blocks the bot', () => {
  it('is not tried again and again, and gets what staff send again once they are back', async () => {
    const { id, ticketId } = await customer();
    control().block(id);
    await until(
      async () =>
        (await test.db('users').where({ telegram_id: id }).first()).bot_blocked_at !== null,
    );
    const before = sendsTo(id).length;
    const ids = [await answer(ticketId, 'раз'), await answer(ticketId, 'два')];
    await test.as(staff.id, (ctx) =>
      changeTicket(ctx, { id: ticketId, changes: { status: 'RESOLVED' } }),
    );
    for (const messageId of ids) {
      expect(await becomes(ticketId, messageId, 'FAILED')).toMatchObject({
        reason: 'blocked_by_user',
      });
    }
    await until(async () => {
      const rows = await test.db('deliveries').where({ chat_id: id, state: 'QUEUED' });
      return rows.length === 0;
    });
    expect(sendsTo(id)).toHaveLength(before);
    // A person who asks again gets a real try, and the honest answer.
    await resend(ids[0] ?? '');
    await until(() => sendsTo(id).length === before + 1);
    await becomes(ticketId, ids[0] ?? '', 'FAILED');
    control().start(id);
    await until(
      async () =>
        (await test.db('users').where({ telegram_id: id }).first()).bot_blocked_at === null,
    );
    for (const messageId of ids) {
      await resend(messageId);
      await becomes(ticketId, messageId, 'SENT');
    }
    expect(await refusal(resend(ids[0] ?? ''))).toBe('not_resendable');
    const texts = control()
      .messages(id)
      .map(({ message }) => message.text ?? '');
    expect(texts.filter((text) => /\n(раз|два)$/.test(text))).toHaveLength(2);
  }, 20_000);
});

describe('sending again', () => {
  it('leaves out the parts that stand in the chat', async () => {
    const { id, ticketId } = await customer();
    control().failNext({
      kind: 'error',
      code: 400,
      description: 'Bad Request: whatever',
      chatId: id,
      method: 'sendMessage',
    });
    const messageId = await answer(ticketId, 'подпись', makePng(5, 5));
    await becomes(ticketId, messageId, 'FAILED');
    await resend(messageId);
    await becomes(ticketId, messageId, 'SENT');
    const made = sendsTo(id).map(({ method }) => method);
    expect(made.filter((method) => method === 'sendMediaGroup')).toHaveLength(1);
    const standing = await test.db('telegram_messages').where({ message_id: messageId });
    expect(standing).toHaveLength(3);
  });

  it('repeats what may have arrived only when a person wants it', async () => {
    const { id, ticketId } = await customer();
    control().failNext({ kind: 'dropAfter', chatId: id, method: 'sendMessage' });
    const messageId = await answer(ticketId, 'дошло ли');
    expect(await becomes(ticketId, messageId, 'UNKNOWN')).toMatchObject({ reason: 'no_answer' });
    await resend(messageId);
    await becomes(ticketId, messageId, 'SENT');
    const copies = control()
      .messages(id)
      .filter(({ message }) => /дошло ли/.test(message.text ?? ''));
    expect(copies).toHaveLength(2);
    const events = await test
      .db('event_log')
      .where({ type: 'delivery.changed', ticket_id: ticketId })
      .orderBy('seq');
    const states = events.map(({ data }) => data.delivery.state);
    expect(states).toEqual(['UNKNOWN', 'QUEUED', 'SENT']);
  });

  it('is for whoever may reply, and for what was sent', async () => {
    const { id, ticketId } = await customer();
    const messageId = await answer(ticketId, 'ответ');
    await becomes(ticketId, messageId, 'SENT');
    expect(await refusal(resend(messageId))).toBe('not_resendable');
    const asCustomer = test.as(id, (ctx) => resendDelivery(ctx, { messageId }));
    expect(await refusal(asCustomer)).toBe('forbidden');
    const [own] = await test.db('messages').where({ ticket_id: ticketId, side: 'CUSTOMER' });
    expect(await refusal(resend(own.id))).toBe('not_resendable');
  });
});

describe('retry_after', () => {
  let second: Telegram | null = null;
  afterAll(() => second?.stop());

  it('silences its chat in every process, the others a moment, and all when two chats met it', async () => {
    const [one, two, three] = await Promise.all([customer(), customer(), customer()]);
    // Another process with a queue of its own in mind; both draw from one database.
    second = await startTelegram(test.deps);
    const limit = (id: number, retryAfter: number) =>
      control().failNext({ kind: 'tooMany', retryAfter, chatId: id, method: 'sendMessage' });
    limit(one.id, 4);
    const began = Date.now();
    const late = await answer(one.ticketId, 'поздно');
    await until(async () => (await shown(one.ticketId, late))?.reason === 'rate_limited');
    const soon = await answer(two.ticketId, 'скоро');
    await becomes(two.ticketId, soon, 'SENT');
    expect(Date.now() - began).toBeLessThan(4_000);
    limit(three.id, 3);
    await answer(three.ticketId, 'тоже поздно');
    const bot = () => test.db('telegram_bots').where({ bot_id: 424242 }).first();
    const { paused_until: until3 } = await until(async () => {
      const row = await bot();
      return row.paused_until.getTime() > Date.now() + 1_500 && row;
    });
    const waiting = await answer(two.ticketId, 'подождёт');
    await becomes(two.ticketId, waiting, 'SENT');
    expect(Date.now()).toBeGreaterThanOrEqual(until3.getTime());
    await becomes(one.ticketId, late, 'SENT');
    const toOne = sendsTo(one.id, began).map(({ at }) => at - began);
    expect(toOne[1]).toBeGreaterThanOrEqual(4_000);
  }, 20_000);
});
