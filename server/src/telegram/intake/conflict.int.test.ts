import { afterAll, beforeAll, expect, it } from 'vitest';
import { anna } from '../../sandbox/testKit';
import { createTestDesk, staff, TOKEN, until, type TestDesk } from '../testing/testDesk';

let test: TestDesk;
let ahead = 0;
beforeAll(async () => {
  test = await createTestDesk({}, () => new Date(Date.now() + ahead));
  control().start(staff.id);
  await until(async () => (await test.db('users').where({ telegram_id: staff.id })).length === 1);
});
afterAll(() => test.close());

const control = () => test.server.sandbox.control;
const told = (text: RegExp) =>
  control()
    .messages(staff.id)
    .filter(({ from, message }) => from === 'bot' && text.test(message.text ?? ''));

it('another program that asks for the updates is named to developers, and its end too', async () => {
  const other = new AbortController();
  const stealing = (async () => {
    while (!other.signal.aborted) {
      const address = `${test.server.apiRoot}/bot${TOKEN}/getUpdates?timeout=20&offset=0`;
      await fetch(address, { signal: other.signal }).catch(() => undefined);
    }
  })();
  await until(() => told(/Две программы у одного бота/).length === 1, 15_000);
  expect(told(/another program asks Telegram/)).toHaveLength(1);
  expect(await test.telegram.health()).toBe(false);
  other.abort();
  await stealing;
  control().sendText(anna.id, 'я здесь');
  await until(async () => (await test.db('messages')).length === 1, 15_000);
  // A minute without a conflict, and the next answer of Telegram says that it is over.
  ahead = 61_000;
  control().sendText(anna.id, 'и ещё');
  await until(() => told(/только эта служба/).length === 1, 15_000);
  expect(await test.telegram.health()).toBe(true);
  expect(told(/Две программы/)).toHaveLength(1);
}, 40_000);

it('a webhook that somebody registered while polling is taken away again', async () => {
  control().tamperWebhook('https://somebody.example/hook');
  control().sendText(anna.id, 'мимо?');
  await until(() => control().webhookUrl() === null, 15_000);
  await until(async () => (await test.db('messages')).length === 3, 15_000);
  await until(() => told(/Обновления из Telegram/).length === 1, 15_000);
}, 20_000);
