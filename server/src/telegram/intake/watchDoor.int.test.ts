import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anna } from '../../sandbox/testKit';
import { telegramWebhook } from '../index';
import { createTestDesk, staff, until, type TestDesk } from '../testing/testDesk';

let test: TestDesk;
let http: Server;
let broken = false;
let door: string;

beforeAll(async () => {
  const app = express();
  app.use('/telegram', (request, response, next) => {
    if (broken) response.status(403).end();
    else telegramWebhook(test.deps, () => test.deps.config)(request, response, next);
  });
  http = createServer(app);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const publicUrl = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  door = `${publicUrl}/telegram/webhook/424242`;
  test = await createTestDesk(
    { mode: 'webhook', webhookSecret: 'a-secret-of-the-webhook', publicUrl },
    undefined,
    { watchEvery: 100 },
  );
  await until(() => control().webhookUrl() === door);
  control().start(staff.id);
  await until(async () => (await test.db('users').where({ telegram_id: staff.id })).length === 1);
});
afterAll(async () => {
  await test.close();
  http.closeAllConnections();
  http.close();
});

const control = () => test.server.sandbox.control;
const alerts = () =>
  control()
    .messages(staff.id)
    .filter(({ from, message }) => from === 'bot' && /^[⚠✅]/u.test(message.text ?? ''))
    .map(({ message }) => message.text ?? '');
/** What was told before is long ago. */
const forget = () =>
  test
    .db('telegram_incidents')
    .update({ closed_at: new Date(Date.now() - 3_600_000), opened_at: new Date(0) });

it('registers a lost, a changed and a narrowed webhook again, and tells developers once', async () => {
  control().tamperWebhook(null);
  await until(() => control().webhookUrl() === door);
  await until(() => alerts().length === 2);
  expect(alerts()[0]).toMatch(/no webhook is registered/);
  expect(alerts()[1]).toMatch(/снова приходят/);
  // The same trouble a moment later is no news.
  control().tamperWebhook('https://somebody.example/else');
  await until(() => control().webhookUrl() === door);
  control().tamperWebhook(door, ['message']);
  await until(async () => {
    const calls = control()
      .calls()
      .filter(({ method }) => method === 'setWebhook');
    return calls.length >= 4;
  });
  await until(() => test.telegram.health());
  expect(alerts()).toHaveLength(2);
  control().sendText(anna.id, 'дошло?');
  await control().waitForMessage(anna.id, ({ message }) => /принято/.test(message.text ?? ''));
});

it('says so when updates do not get through, and when they do again', async () => {
  await forget();
  broken = true;
  control().sendText(anna.id, 'а это?');
  await until(async () => !(await test.telegram.health()));
  await until(() => alerts().length === 3);
  expect(alerts()[2]).toMatch(/403 Forbidden/);
  broken = false;
  await until(async () => (await test.db('messages')).length === 2, 10_000);
  await until(() => alerts().length === 4, 10_000);
  expect(await test.telegram.health()).toBe(true);
  const incidents = await test.db('telegram_incidents');
  expect(incidents.every(({ closed_at: closed }) => closed !== null)).toBe(true);
}, 25_000);
