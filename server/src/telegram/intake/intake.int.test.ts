import express from 'express';
import request from 'supertest';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '@tikethet/shared/errors';
import { newId } from '../../db/ids';
import { anna, ben } from '../../sandbox/testKit';
import { telegramWebhook } from '../index';
import { createTestDesk, staff, until, type TestDesk } from '../testing/testDesk';

let test: TestDesk;
afterEach(() => test.close());

const control = () => test.server.sandbox.control;
const said = (id: number, text: RegExp) =>
  control().waitForMessage(
    id,
    ({ from, message }) => from === 'bot' && text.test(message.text ?? ''),
    10_000,
  );
const from = { id: anna.id, is_bot: false, first_name: 'Анна', language_code: 'ru' };
const textUpdate = (updateId: number, text: string) => ({
  update_id: updateId,
  message: {
    message_id: updateId,
    date: 1,
    from,
    chat: { id: anna.id, type: 'private', first_name: 'Анна' },
    text,
  },
});

describe('the webhook', () => {
  const secret = 'a-secret-of-the-webhook';
  const app = () => {
    const application = express();
    application.use(
      '/telegram',
      telegramWebhook(test.deps, () => test.deps.config),
    );
    application.use(((error, _request, response, _next) => {
      const status = error instanceof AppError ? error.status : (error.status ?? 500);
      response.status(status).json({ code: error.code ?? 'unknown' });
    }) as express.ErrorRequestHandler);
    return application;
  };
  const post = (body: object | string, header: string | null = secret) => {
    const call = request(app())
      .post('/telegram/webhook/424242')
      .set('content-type', 'application/json');
    if (header !== null) call.set('x-telegram-bot-api-secret-token', header);
    return call.send(body);
  };

  it('stores an update before it answers, takes a repeat once, and knows its caller', async () => {
    test = await createTestDesk({ mode: 'webhook', webhookSecret: secret });
    control().addPerson(anna);
    control().start(anna.id);
    for (const header of [null, '', 'wrong', `${secret}x`]) {
      const refused = await post(textUpdate(1, 'x'), header);
      expect([refused.status, refused.body.code]).toEqual([401, 'invalid_webhook_secret']);
    }
    expect(await test.db('telegram_updates')).toEqual([]);
    expect((await post(textUpdate(5, 'раз'))).status).toBe(200);
    expect((await post(textUpdate(5, 'раз'))).status).toBe(200);
    expect(await test.db('telegram_updates')).toHaveLength(1);
    await said(anna.id, /принято/);
    expect((await post({ nonsense: true })).status).toBe(422);
    expect((await post('{"update_id":')).status).toBe(400);
    const messages = await test.db('messages');
    expect(messages).toHaveLength(1);
    const registered = control()
      .calls()
      .find(({ method }) => method === 'setWebhook');
    expect(registered?.params).toMatchObject({
      url: 'https://desk.example/telegram/webhook/424242',
      secret_token: secret,
    });
  });

  it('explains itself to a group once and then keeps silent', async () => {
    test = await createTestDesk({ mode: 'webhook', webhookSecret: secret });
    const chat = { id: -100_500, type: 'supergroup', title: 'Группа' };
    for (const updateId of [1, 2, 3]) {
      const { message } = textUpdate(updateId, '/start');
      await post({ update_id: updateId, message: { ...message, chat } });
    }
    await until(async () => {
      const done = await test.db('telegram_updates').whereNotNull('processed_at');
      return done.length === 3;
    });
    expect(await test.db('deliveries').where({ chat_id: chat.id })).toHaveLength(1);
    expect(await test.db('users').where({ telegram_id: anna.id })).toEqual([]);
    expect(await test.db('messages')).toEqual([]);
  });

  it('without a secret lets nobody in', async () => {
    test = await createTestDesk();
    expect((await post(textUpdate(1, 'x'), 'null')).status).toBe(401);
  });
});

describe('the ledger', () => {
  it('puts a poisoned update aside and goes on, and nobody else waits', async () => {
    test = await createTestDesk();
    control().start(anna.id);
    await said(anna.id, /Здравствуйте/);
    const row = {
      bot_id: 424242,
      chat_id: anna.id,
      received_at: new Date(),
      next_attempt_at: new Date(),
    };
    // A message without what every message has: handling it throws.
    const poison = {
      update_id: 900_001,
      message: { chat: { id: anna.id, type: 'private' }, from },
    };
    await test.db('telegram_updates').insert([
      {
        ...row,
        update_id: 900_001,
        payload: JSON.stringify({ ...poison, message: { ...poison.message, photo: 5 } }),
      },
      { ...row, update_id: 900_002, payload: JSON.stringify(textUpdate(900_002, 'после')) },
    ]);
    control().sendText(ben.id, 'hello');
    await said(ben.id, /is open/);
    const parked = await until(async () => {
      const found = await test.db('telegram_updates').where({ update_id: 900_001 }).first();
      return found.parked_at !== null && found;
    }, 20_000);
    expect(parked).toMatchObject({ attempts: 5, processed_at: null });
    expect(parked.error).toMatch(/Error/);
    await said(anna.id, /принято/);
  }, 40_000);
});

describe('signing in a device', () => {
  const grant = async (userCode: string, expiresIn = 600_000) => {
    const now = new Date();
    await test.db('device_grants').insert({
      id: newId(),
      device_code_hash: newId(),
      user_code: userCode,
      device_name: 'Рабочий <ноутбук>',
      ip: '203.0.113.7',
      status: 'PENDING',
      poll_interval: 5,
      created_at: now,
      expires_at: new Date(now.getTime() + expiresIn),
    });
  };
  const statusOf = async (userCode: string) =>
    (await test.db('device_grants').where({ user_code: userCode }).first()).status;

  it('shows device and address and does as the person decides', async () => {
    test = await createTestDesk();
    await grant('ABCD-EFGH');
    await grant('JKLM-NPQR');
    await grant('OLDO-LDOL', -1_000);
    control().start(staff.id, 'login_ABCDEFGH');
    const asked = await said(staff.id, /Рабочий <ноутбук>\nАдрес: 203\.0\.113\.7/);
    const buttons = asked.message.reply_markup?.inline_keyboard.flat() ?? [];
    expect(buttons.map(({ text }) => text)).toEqual(['Подтвердить', 'Отклонить']);
    const query = control().pressButton(
      staff.id,
      asked.message.message_id,
      buttons[0]?.callback_data ?? '',
    );
    await control().waitForAnswer(query.id);
    expect(await statusOf('ABCD-EFGH')).toBe('APPROVED');
    await said(staff.id, /выполнен/);
    control().sendText(staff.id, '/login jklm nPQr');
    await until(
      () =>
        control()
          .messages(staff.id)
          .filter(({ message }) => /203\.0/.test(message.text ?? '')).length === 1,
    );
    const second = await said(staff.id, /Войти в консоль/);
    const deny = second.message.reply_markup?.inline_keyboard.flat()[1]?.callback_data ?? '';
    await control().waitForAnswer(
      control().pressButton(staff.id, second.message.message_id, deny).id,
    );
    expect(await statusOf('JKLM-NPQR')).toBe('DENIED');
    control().sendText(staff.id, '/login OLDOLDOL');
    await said(staff.id, /больше не действует/);
    control().sendText(staff.id, '/login ZZZZ-ZZZZ');
    await said(staff.id, /Такого кода нет/);
    control().start(anna.id, 'login_ABCDEFGH');
    await said(anna.id, /Консоль — для команды/);
  });
});

describe('the furniture', () => {
  it('sets the menu by language and role, and the button of the Mini App', async () => {
    test = await createTestDesk();
    await until(() => control().menuButton(anna.id).type === 'web_app');
    expect(
      control()
        .commandMenu(anna.id)
        .map(({ command }) => command),
    ).not.toContain('login');
    expect(control().commandMenu(anna.id)[0]?.description).toBe('Мои обращения');
    expect(control().commandMenu(ben.id)[0]?.description).toBe('My tickets');
    control().start(staff.id);
    await until(() =>
      control()
        .commandMenu(staff.id)
        .some(({ command }) => command === 'login'),
    );
  });

  it('offers the conversation only where Telegram would refuse the address', async () => {
    test = await createTestDesk({ miniAppUrl: 'http://127.0.0.1:3000/app/' });
    await until(() => control().menuButton(anna.id).type === 'commands');
    control().sendText(anna.id, '/tickets');
    const list = await said(anna.id, /пока нет/);
    expect(list.message.reply_markup).toBeUndefined();
  });
});
