import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMessage } from '../domain/conversations/addMessage';
import { anna, ben } from '../sandbox/testKit';
import { telegramWebhook, type TelegramSettings } from './index';
import { createTestDesk, staff, until, type TestDesk } from './testing/testDesk';

/** The same bot, after @BotFather gave it another token. */
const NEW_TOKEN = `424242:${'B'.repeat(35)}`;
const OTHER_BOT = `777:${'C'.repeat(35)}`;

let test: TestDesk;
let http: Server;
let settings: TelegramSettings;

beforeAll(async () => {
  const app = express();
  app.use('/telegram', (request, response, next) =>
    telegramWebhook(test.deps, () => settings)(request, response, next),
  );
  app.use(((error, _request, response, _next) => {
    response.status(error.status ?? 500).end();
  }) as express.ErrorRequestHandler);
  http = createServer(app);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const publicUrl = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  test = await createTestDesk({ publicUrl });
  settings = test.deps.config;
  control().start(staff.id);
  control().sendText(anna.id, 'первое');
  await control().waitForMessage(anna.id, ({ message }) => /принято/.test(message.text ?? ''));
});
afterAll(async () => {
  await test.close();
  http.closeAllConnections();
  http.close();
});

const control = () => test.server.sandbox.control;
async function change(to: Partial<TelegramSettings>): Promise<void> {
  const next = { ...settings, ...to };
  await test.telegram.change(next);
  settings = next;
}
const stored = async () =>
  (await test.db('messages').where({ side: 'CUSTOMER' }).orderBy('position')).map(
    ({ content }) => content,
  );

it('from polling to the webhook and back, with a new token: every message arrives once', async () => {
  const sent = ['первое'];
  let going = true;
  const writing = (async () => {
    while (going) {
      sent.push(`раз ${sent.length}`);
      control().sendText(anna.id, sent.at(-1) ?? '');
      await pause(100);
    }
  })();
  const webhook = { mode: 'webhook', webhookSecret: 'a-secret-of-the-webhook' } as const;
  await change(webhook);
  await until(() => control().webhookUrl() !== null);
  await until(async () => (await stored()).length > 10);
  await change({ mode: 'polling', webhookSecret: null });
  await until(() => control().webhookUrl() === null);
  // @BotFather revokes the old token; until the desk has the new one nothing goes either way.
  control().changeToken(NEW_TOKEN);
  await until(async () => !(await test.telegram.health()));
  const answered = await test.as(staff.id, async (ctx) => {
    const [ticket] = await test.tickets();
    const content = 'ответ без токена';
    return addMessage(ctx, {
      ticketId: ticket?.id ?? '',
      content,
      format: 'plain',
      attachmentIds: [],
      internal: false,
    });
  });
  const delivery = () => test.db('deliveries').where({ message_id: answered.message.id }).first();
  await until(async () => {
    const bot = await test.db('telegram_bots').where({ bot_id: 424242 }).first();
    return bot.pause_reason === 'token_revoked';
  });
  // Another message may have met the refusal first, with this one under way to its own.
  await until(async () => (await delivery()).state === 'QUEUED');
  await change({ token: NEW_TOKEN });
  await until(async () => (await delivery()).state === 'SENT');
  await change({ ...webhook });
  going = false;
  await writing;
  await until(async () => (await stored()).length === sent.length, 15_000);
  expect(await stored()).toEqual(sent);
  expect(await test.telegram.health()).toBe(true);
  const calls = control().calls();
  const dropped = calls.filter(({ params }) => params.drop_pending_updates === true);
  expect(dropped).toEqual([]);
  expect(await test.db('telegram_updates').whereNull('processed_at')).toEqual([]);
  // Developers learn of the silence once it is over.
  await control().waitForMessage(staff.id, ({ message }) =>
    /снова принимает/.test(message.text ?? ''),
  );
}, 40_000);

it('to another bot: what came to the old one is handled, its own words are not repeated', async () => {
  await change({ mode: 'polling', webhookSecret: null });
  const row = {
    bot_id: 424242,
    chat_id: ben.id,
    received_at: new Date(),
    next_attempt_at: new Date(),
  };
  await test.telegram.stop();
  const from = { id: ben.id, is_bot: false, first_name: 'Ben', language_code: 'en' };
  await test
    .db('telegram_chats')
    .insert({ bot_id: 424242, chat_id: ben.id, next_send_at: new Date() });
  await test.db('telegram_updates').insert({
    ...row,
    update_id: 900_000_001,
    payload: JSON.stringify({
      update_id: 900_000_001,
      message: {
        message_id: 5_000,
        date: 1,
        from,
        chat: { id: ben.id, type: 'private', first_name: 'Ben' },
        text: 'written to the old bot',
      },
    }),
  });
  control().changeToken(OTHER_BOT);
  await change({ token: OTHER_BOT });
  await until(async () =>
    (await test.tickets()).some(({ description }) => description === 'written to the old bot'),
  );
  const ended = await until(async () => {
    const rows = await test.db('deliveries').where({ chat_id: ben.id, kind: 'CALL' });
    return rows.length > 0 && rows.every(({ state }) => state === 'FAILED') && rows;
  });
  expect(ended[0]).toMatchObject({ reason: 'other_bot' });
  // An update for the old bot is not taken for one of the new.
  const answer = await fetch(`${settings.publicUrl}/telegram/webhook/424242`, {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': 'anything' },
  });
  expect(answer.status).toBe(401);
}, 20_000);
