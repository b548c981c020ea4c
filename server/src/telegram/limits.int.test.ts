import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CUSTOMER_LIMITS } from '../domain/limits/customerLimits';
import { setUserStatus } from '../domain/people/setUserStatus';
import { changeTicket } from '../domain/tickets/changeTicket';
import { createTestDesk, staff, until, type TestDesk } from './testing/testDesk';

const HOUR = 3_600_000;
let test: TestDesk;
let nextId = 9_500;
let ahead = 0;
const clock = () => Date.now() + ahead;
/** Turns the clock to just after a full hour, so that no window ends in the middle of a test. */
function beginWindows(): void {
  ahead += HOUR - (clock() % HOUR) + 100;
}

beforeAll(async () => {
  beginWindows();
  test = await createTestDesk({ limitFactor: 1 }, () => new Date(clock()));
  control().start(staff.id);
  await until(async () => (await test.db('users').where({ telegram_id: staff.id })).length === 1);
});
afterAll(() => test.close());
beforeEach(beginWindows);

const control = () => test.server.sandbox.control;
function newcomer(languageCode = 'ru'): number {
  nextId += 1;
  control().addPerson({ id: nextId, firstName: 'Вера', languageCode, kind: 'customer' });
  return nextId;
}
const said = (id: number, text: RegExp) =>
  control()
    .messages(id)
    .filter(({ from, message }) => from === 'bot' && text.test(message.text ?? ''));
const hears = (id: number, text: RegExp) =>
  control().waitForMessage(
    id,
    ({ from, message }) => from === 'bot' && text.test(message.text ?? ''),
    15_000,
  );
/** All that the person wrote has been handled. */
const handled = (id: number) =>
  until(async () => {
    if (control().pendingUpdates() > 0) return false;
    const left = await test.db('telegram_updates').where({ chat_id: id }).whereNull('processed_at');
    return left.length === 0;
  }, 50_000);
const ticketsOf = async (id: number) => {
  const user = await test.db('users').where({ telegram_id: id }).first();
  return test.db('tickets').where({ customer_id: user.id }).orderBy('number');
};

describe('a flood', () => {
  it('of messages is one ticket with all of them, one word of the bot, few notices', async () => {
    const id = newcomer();
    const texts = Array.from({ length: 40 }, (_, index) => `сообщение ${index}`);
    for (const text of texts) control().sendText(id, text);
    await handled(id);
    const tickets = await ticketsOf(id);
    expect(tickets).toHaveLength(1);
    const messages = await test
      .db('messages')
      .where({ ticket_id: tickets[0].id })
      .orderBy('position');
    expect(messages.map(({ content }) => content)).toEqual(texts);
    await hears(id, /очень быстро. Ничего не потеряется/);
    await until(async () => {
      const waiting = await test.db('deliveries').where({ state: 'QUEUED' });
      return waiting.length === 0;
    }, 15_000);
    expect(said(id, /очень быстро/)).toHaveLength(1);
    // A greeting, the ticket's number, and that word.
    expect(said(id, /./).length).toBeLessThanOrEqual(3);
    const notices = control()
      .messages(staff.id)
      .filter(({ message }) => message.text?.includes('сообщение'));
    expect(notices.length).toBeLessThanOrEqual(3);
  }, 90_000);

  it('of new tickets goes to the newest from the sixth on, and says so once', async () => {
    const id = newcomer('en');
    for (let index = 1; index <= 7; index += 1) {
      control().sendText(id, '/new');
      control().sendText(id, `problem ${index}`);
    }
    await handled(id);
    const tickets = await ticketsOf(id);
    const most = CUSTOMER_LIMITS.ticketsPerHour.most;
    expect(tickets).toHaveLength(most);
    const rest = await test.db('messages').where({ ticket_id: tickets[most - 1].id });
    expect(rest.map(({ content }) => content)).toEqual(['problem 5', 'problem 6', 'problem 7']);
    await hears(id, /many tickets in a short time/);
    await test.as(id, (ctx) =>
      changeTicket(ctx, { id: tickets[most - 1].id, changes: { status: 'CLOSED' } }),
    );
    expect(said(id, /many tickets in a short time/)).toHaveLength(1);
  }, 90_000);

  it('of presses and commands gets one answer, and messages still arrive', async () => {
    const id = newcomer();
    control().sendText(id, 'вопрос');
    const asked = await hears(id, /принято/);
    const data = asked.message.reply_markup?.inline_keyboard.flat()[0]?.callback_data ?? '';
    const { most } = CUSTOMER_LIMITS.presses;
    const presses = Array.from({ length: most + 10 }, () =>
      control().pressButton(id, asked.message.message_id, data),
    );
    await handled(id);
    const first = await control().waitForAnswer(presses[most]?.id ?? '', 15_000);
    expect(first.text).toMatch(/Слишком быстро/);
    beginWindows();
    const more = CUSTOMER_LIMITS.commands.most + 10;
    for (let index = 0; index < more; index += 1) control().sendText(id, '/help');
    control().sendText(id, 'вы тут?');
    await handled(id);
    const answers = await test
      .db('deliveries')
      .where({ chat_id: id, kind: 'CALL' })
      .whereRaw(`payload->>'method' = 'answerCallbackQuery'`);
    expect(answers).toHaveLength(most + 1);
    const words = await test
      .db('deliveries')
      .where({ chat_id: id })
      .whereRaw(`payload->'params'->>'text' like 'Слишком много команд%'`);
    expect(words).toHaveLength(1);
    const tickets = await ticketsOf(id);
    const messages = await test.db('messages').where({ ticket_id: tickets[0].id });
    expect(messages.map(({ content }) => content)).toContain('вы тут?');
  }, 90_000);

  it('of files is kept whole, and what is too much is fetched later', async () => {
    const id = newcomer();
    const user = await test.db('users').where({ telegram_id: id }).first();
    expect(user).toBeUndefined();
    control().sendText(id, 'вот файлы');
    await hears(id, /принято/);
    const { id: userId } = await test.db('users').where({ telegram_id: id }).first();
    const { most } = CUSTOMER_LIMITS.files;
    const start = new Date(Math.floor(test.desk.clock().getTime() / HOUR) * HOUR);
    await test
      .db('usage_counters')
      .insert({ user_id: userId, kind: 'files', window_start: start, amount: most - 1 });
    for (const name of ['a', 'b', 'c']) {
      control().sendDocument(id, Buffer.from(`файл ${name}`), { fileName: `${name}.txt` });
    }
    await handled(id);
    await hears(id, /много файлов/);
    const files = () => test.db('attachments').where({ uploader_id: userId }).orderBy('file_name');
    await until(async () => (await files())[0].state === 'READY');
    const [, second, third] = await files();
    expect([second.state, third.state]).toEqual(['FETCHING', 'FETCHING']);
    expect(second.fetch_after.getTime()).toBeLessThanOrEqual(start.getTime() + HOUR + 1_000);
    await test
      .db('attachments')
      .where({ id: second.id })
      .update({ fetch_after: new Date(0) });
    await until(async () => (await files())[1].state === 'READY');
  }, 60_000);
});

describe('the block list', () => {
  it('answers once, keeps what is written in the ledger, and opens nothing', async () => {
    const id = newcomer();
    control().sendText(id, 'спам');
    await hears(id, /принято/);
    const user = await test.db('users').where({ telegram_id: id }).first();
    await test.as(staff.id, (ctx) => setUserStatus(ctx, { id: user.id, isActive: false }));
    for (const text of ['ещё', 'и ещё', '/new', 'и снова']) control().sendText(id, text);
    await handled(id);
    await hears(id, /доступ закрыт/);
    expect(await ticketsOf(id)).toHaveLength(1);
    expect(await test.db('messages').where({ author_id: user.id })).toHaveLength(1);
    const kept = await test.db('telegram_updates').where({ chat_id: id });
    expect(kept.map(({ payload }) => payload.message?.text)).toContain('и снова');
    await test.as(staff.id, (ctx) => setUserStatus(ctx, { id: user.id, isActive: true }));
    control().sendText(id, 'я исправился');
    await handled(id);
    expect(await test.db('messages').where({ author_id: user.id })).toHaveLength(2);
    expect(said(id, /доступ закрыт/)).toHaveLength(1);
  }, 60_000);
});
