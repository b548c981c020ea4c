import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../db/ids';
import { createUpload } from '../../domain/attachments/createUpload';
import { receiveUpload } from '../../domain/attachments/receiveFile';
import { addMessage } from '../../domain/conversations/addMessage';
import { deleteMessage } from '../../domain/conversations/deleteMessage';
import { editMessage } from '../../domain/conversations/editMessage';
import { makePng } from '../../sandbox/testKit';
import { createTestDesk, staff, until, type TestDesk } from '../testing/testDesk';

let test: TestDesk;
let nextId = 8_000;
beforeAll(async () => {
  test = await createTestDesk();
  control().start(staff.id);
  await said(staff.id, /Здравствуйте/);
});
afterAll(() => test.close());

const control = () => test.server.sandbox.control;
const said = (id: number, text: RegExp) =>
  control().waitForMessage(
    id,
    ({ from, message }) => from === 'bot' && text.test(message.text ?? message.caption ?? ''),
    10_000,
  );
const fromBot = (id: number) =>
  control()
    .messages(id)
    .filter(({ from, deleted }) => from === 'bot' && deleted !== true)
    .map(({ message }) => message);

/** A customer with a ticket, their chat quiet. */
async function customer(): Promise<{ id: number; ticketId: string }> {
  nextId += 1;
  const id = nextId;
  control().addPerson({ id, firstName: 'Вера', languageCode: 'ru', kind: 'customer' });
  control().sendText(id, 'помогите');
  await said(id, /принято/);
  const user = await test.db('users').where({ telegram_id: id }).first();
  const ticket = await test.db('tickets').where({ customer_id: user.id }).first();
  return { id, ticketId: ticket.id };
}

async function answer(
  ticketId: string,
  content: string,
  more: { format?: 'plain' | 'markdown'; files?: [string, Buffer][]; replyToId?: string } = {},
): Promise<string> {
  const attachmentIds: string[] = [];
  for (const [name, bytes] of more.files ?? []) {
    const staged = await test.storage.stage();
    await writeFile(staged, bytes);
    const stored = await receiveUpload(test.storage, staged, name);
    const { id } = await test.as(staff.id, (ctx) => createUpload(ctx, stored));
    attachmentIds.push(id);
  }
  const { message } = await test.as(staff.id, (ctx) =>
    addMessage(ctx, {
      ticketId,
      content,
      format: more.format ?? 'plain',
      attachmentIds,
      internal: false,
      ...(more.replyToId === undefined ? {} : { replyToId: more.replyToId }),
    }),
  );
  return message.id;
}

const deliveryOf = (messageId: string, kind = 'MESSAGE') =>
  test.db('deliveries').where({ message_id: messageId, kind }).orderBy('seq', 'desc').first();

async function settled(messageId: string, kind = 'MESSAGE') {
  return until(async () => {
    const row = await deliveryOf(messageId, kind);
    return ['SENT', 'FAILED', 'UNKNOWN'].includes(row?.state) && row;
  }, 12_000);
}

describe('what arrives', () => {
  it('a picture with its words in one message, with buttons', async () => {
    const { id, ticketId } = await customer();
    await settled(await answer(ticketId, 'вот так', { files: [['a.png', makePng(50, 40)]] }));
    const message = await said(id, /вот так/);
    expect(message.message.photo).toBeDefined();
    expect(message.message.caption).toMatch(/^#\d+ · Олег\nвот так$/);
    expect(message.message.reply_markup?.inline_keyboard.flat()).toHaveLength(2);
  });

  it('an album and a file, then the words', async () => {
    const { id, ticketId } = await customer();
    const files: [string, Buffer][] = [
      ['a.png', makePng(5, 5)],
      ['b.png', makePng(6, 6)],
      ['c.txt', Buffer.from('журнал')],
    ];
    const messageId = await answer(ticketId, 'смотрите', { files });
    expect(await settled(messageId)).toMatchObject({ state: 'SENT', parts_sent: 3 });
    const shown = fromBot(id).slice(-4);
    expect(
      shown.map(({ photo, document, text }) => [!!photo, !!document, text?.slice(-8)]),
    ).toEqual([
      [true, false, undefined],
      [true, false, undefined],
      [false, true, undefined],
      [false, false, 'смотрите'],
    ]);
    expect(shown[0]?.media_group_id).toBe(shown[1]?.media_group_id);
    await test.as(staff.id, (ctx) => editMessage(ctx, { messageId, content: 'гляньте' }));
    await settled(messageId, 'MESSAGE_EDIT');
    expect(fromBot(id).at(-1)?.text).toMatch(/гляньте$/);
  });

  it('a long text in parts, changed and deleted in the chat', async () => {
    const { id, ticketId } = await customer();
    const words = Array.from({ length: 1_500 }, (_, index) => `слово${index}`).join(' ');
    const messageId = await answer(ticketId, words);
    const { parts_sent: parts } = await settled(messageId);
    expect(parts).toBeGreaterThan(2);
    const shown = fromBot(id).slice(-parts);
    const together = shown.map(({ text }) => text).join(' ');
    expect(together.replace(/^#\d+ · Олег\s/, '')).toBe(words);
    expect(shown.map(({ reply_markup: markup }) => markup !== undefined)).toEqual([
      ...Array.from({ length: parts - 1 }, () => false),
      true,
    ]);
    await test.as(staff.id, (ctx) => editMessage(ctx, { messageId, content: 'короче' }));
    expect(await settled(messageId, 'MESSAGE_EDIT')).toMatchObject({ state: 'SENT' });
    expect(fromBot(id).at(-1)?.text).toMatch(/^#\d+ · Олег\nкороче$/);
    expect(fromBot(id).at(-1)?.reply_markup).toBeDefined();
    const longer = words.slice(0, 6_000);
    await test.as(staff.id, (ctx) => editMessage(ctx, { messageId, content: longer }));
    await settled(messageId, 'MESSAGE_EDIT');
    await until(() => fromBot(id).filter(({ text }) => /слово\d/.test(text ?? '')).length === 2);
    await test.as(staff.id, (ctx) => deleteMessage(ctx, { messageId }));
    await settled(messageId, 'MESSAGE_DELETE');
    expect(fromBot(id).some(({ text }) => /слово\d/.test(text ?? ''))).toBe(false);
  });

  it('plain text as it is, Markdown as formatting, a quote as a quote', async () => {
    const { id, ticketId } = await customer();
    const user = await test.db('messages').where({ ticket_id: ticketId }).first();
    await answer(ticketId, '<b>&amp; **x**', { replyToId: user.id });
    const plain = await said(id, /\n<b>&amp; \*\*x\*\*$/);
    expect(plain.message.reply_to_message?.text).toBe('помогите');
    await answer(ticketId, '**ж** `<i>` [тут](https://a.b/?x=1&y="2")\n> цитата', {
      format: 'markdown',
    });
    const formatted = await said(id, /ж <i> тут/);
    expect(formatted.message.entities?.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['bold', 'code', 'text_link', 'blockquote']),
    );
  });
});

describe('what does not arrive', () => {
  it('says so when the customer has blocked the bot', async () => {
    const { id, ticketId } = await customer();
    control().block(id);
    const messageId = await answer(ticketId, 'вы здесь?');
    expect(await settled(messageId)).toMatchObject({ state: 'FAILED', reason: 'blocked_by_user' });
    const user = await test.db('users').where({ telegram_id: id }).first();
    expect(user.bot_blocked_at).not.toBeNull();
    const event = await test
      .db('event_log')
      .where({ type: 'delivery.changed', ticket_id: ticketId })
      .first();
    expect(event.data).toEqual({
      messageId,
      delivery: {
        state: 'FAILED',
        reason: 'blocked_by_user',
        detail: expect.any(String),
      },
    });
    expect(event.customer_audience).toEqual([]);
  });

  it('says what Telegram said', async () => {
    const { id, ticketId } = await customer();
    control().failNext({
      kind: 'error',
      code: 400,
      description: 'Bad Request: chat not found',
      method: 'sendMessage',
      chatId: id,
    });
    expect(await settled(await answer(ticketId, 'x'))).toMatchObject({
      state: 'FAILED',
      reason: 'chat_not_found',
      detail: 'Bad Request: chat not found',
    });
  });

  it('waits as long as Telegram wants', async () => {
    const { id, ticketId } = await customer();
    control().failNext({ kind: 'tooMany', retryAfter: 2, chatId: id, method: 'sendMessage' });
    const began = Date.now();
    const delivery = await settled(await answer(ticketId, 'терпение'));
    expect(delivery.state).toBe('SENT');
    expect(Date.now() - began).toBeGreaterThanOrEqual(2_000);
    expect(fromBot(id).filter(({ text }) => /терпение/.test(text ?? ''))).toHaveLength(1);
  });

  it('tries again when Telegram certainly did nothing, in order', async () => {
    const { id, ticketId } = await customer();
    control().failNext({ kind: 'error', code: 502, chatId: id, method: 'sendMessage', times: 2 });
    const first = await answer(ticketId, 'сначала это');
    await answer(ticketId, 'потом то');
    expect((await settled(first)).state).toBe('SENT');
    await said(id, /потом то/);
    const texts = fromBot(id).map(({ text }) => text ?? '');
    const at = (part: RegExp) => texts.findIndex((text) => part.test(text));
    expect(at(/сначала это/)).toBeLessThan(at(/потом то/));
  });

  it('goes on after an outage', async () => {
    const { id, ticketId } = await customer();
    await test.server.goDown();
    const messageId = await answer(ticketId, 'после тишины');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await deliveryOf(messageId)).state).not.toBe('FAILED');
    await test.server.comeUp();
    expect((await settled(messageId)).state).toBe('SENT');
    expect(fromBot(id).filter(({ text }) => /после тишины/.test(text ?? ''))).toHaveLength(1);
  });

  it('does not repeat what may have arrived', async () => {
    const { id, ticketId } = await customer();
    control().failNext({ kind: 'dropAfter', chatId: id, method: 'sendMessage' });
    const messageId = await answer(ticketId, 'один раз');
    expect(await settled(messageId)).toMatchObject({ state: 'UNKNOWN' });
    await answer(ticketId, 'дальше');
    await said(id, /дальше/);
    expect(fromBot(id).filter(({ text }) => /один раз/.test(text ?? ''))).toHaveLength(1);
  });

  it('calls a claim of a dead process unknown', async () => {
    const { id, ticketId } = await customer();
    const messageId = newId();
    await test.as(staff.id, async ({ trx, now }) => {
      const user = await trx('users').where({ telegram_id: id }).first();
      const [template] = await trx('messages').where({ ticket_id: ticketId });
      const { search: _, ...row } = template;
      await trx('messages').insert({ ...row, id: messageId, position: 99 });
      await trx('deliveries').insert({
        id: newId(),
        chat_id: id,
        user_id: user.id,
        ticket_id: ticketId,
        message_id: messageId,
        kind: 'MESSAGE',
        lane: 0,
        payload: '{}',
        state: 'SENDING',
        next_attempt_at: now,
        lease_until: new Date(now.getTime() - 1_000),
        created_at: now,
      });
    });
    expect(await settled(messageId)).toMatchObject({ state: 'UNKNOWN', reason: 'no_answer' });
  });
});

describe('pace', () => {
  it('answers a pressed button before what waits for the chat’s pace', async () => {
    const { id, ticketId } = await customer();
    const [offer] = fromBot(id).filter(({ reply_markup }) => reply_markup !== undefined);
    const data = offer?.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? '';
    for (let turn = 0; turn < 10; turn += 1) await answer(ticketId, `часть ${turn}`);
    const query = control().pressButton(id, offer?.message_id ?? 0, data);
    await control().waitForAnswer(query.id);
    expect(fromBot(id).filter(({ text }) => text?.startsWith('часть')).length).toBeLessThan(9);
  });

  it('lets a few go at once and then one a second', async () => {
    const { id, ticketId } = await customer();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const began = Date.now();
    for (let index = 0; index < 6; index += 1) await answer(ticketId, `раз ${index}`);
    await said(id, /раз 5/);
    const times = control()
      .calls()
      .filter(
        ({ method, params, at }) =>
          method === 'sendMessage' && at >= began && String(params.chat_id) === String(id),
      )
      .map(({ at }) => at - began);
    expect(times).toHaveLength(6);
    expect(times[2]).toBeLessThan(1_500);
    expect((times[5] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(2_900);
  });
});
