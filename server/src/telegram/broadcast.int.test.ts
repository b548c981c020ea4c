import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BroadcastSegment } from '@tikethet/shared/broadcasts';
import { newId } from '../db/ids';
import { draftBroadcast } from '../domain/broadcasts/draftBroadcast';
import { Broadcast } from '../domain/broadcasts/broadcast';
import { showBroadcast } from '../domain/broadcasts/showBroadcast';
import { startBroadcast } from '../domain/broadcasts/startBroadcast';
import { stopBroadcast } from '../domain/broadcasts/stopBroadcast';
import { addMessage } from '../domain/conversations/addMessage';
import { startTelegram } from './index';
import { createTestDesk, staff, until, type TestDesk } from './testing/testDesk';

/** The desk's time runs so much faster: the pace of 25 a second becomes one of 200. */
const SPEED = 8;
const MANY = 2_000;
const FIRST_ID = 100_000;
/** Milliseconds: many messages on a busy machine. */
const PATIENCE = 20_000;

let test: TestDesk;
beforeAll(async () => {
  const since = Date.now();
  test = await createTestDesk({}, () => new Date(since + (Date.now() - since) * SPEED));
  control().start(staff.id);
  await said(staff.id, /Здравствуйте/);
  await addCustomers(FIRST_ID, MANY, 'ru');
});
afterAll(() => test.close());

const control = () => test.server.sandbox.control;
const said = (id: number, text: RegExp) =>
  control().waitForMessage(
    id,
    ({ from, message }) => from === 'bot' && text.test(message.text ?? message.caption ?? ''),
    10_000,
  );

/** Customers whom the bot may write to. */
async function addCustomers(firstId: number, count: number, language: string): Promise<void> {
  const people = Array.from({ length: count }, (_, index) => ({
    id: firstId + index,
    firstName: `Клиент ${index}`,
    languageCode: language,
    kind: 'customer' as const,
  }));
  control().addAcquaintances(people);
  const now = new Date(0);
  await test.db('users').insert(
    people.map(({ id, firstName }) => ({
      id: newId(),
      telegram_id: id,
      first_name: firstName,
      language,
      bot_started_at: now,
      created_at: now,
      last_seen_at: now,
    })),
  );
}

/** How many messages with this text each person got. */
function received(text: string): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { method, params, status } of control().calls()) {
    if (method !== 'sendMessage' || params['text'] !== text || status !== 200) continue;
    const id = Number(params['chat_id']);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

const draft = (content: string, segment: BroadcastSegment) =>
  test.as(staff.id, (ctx) => draftBroadcast(ctx, { segment, content, format: 'plain' }));
const start = (id: string) => test.as(staff.id, (ctx) => startBroadcast(ctx, { id }));
const now = async (id: string) =>
  showBroadcast(test.db, await Broadcast.query(test.db).findById(id).throwIfNotFound());

describe('a broadcast', () => {
  it('lets replies overtake, stops at once, goes into no ticket', async () => {
    control().sendText(FIRST_ID, 'у меня вопрос');
    await said(FIRST_ID, /принято/);
    const ticket = (await test.tickets())[0];
    const text = 'Сегодня ночью работы на сервере';
    const broadcast = await draft(text, { kind: 'customers' });
    expect(broadcast).toMatchObject({ state: 'DRAFT', recipients: MANY });
    expect(received(text).size).toBe(0);
    await start(broadcast.id);
    await until(() => received(text).size > 150, PATIENCE);
    const before = received(text).size;
    await test.as(staff.id, (ctx) =>
      addMessage(ctx, {
        ticketId: ticket?.id ?? '',
        content: 'отвечаю сразу',
        format: 'plain',
        attachmentIds: [],
        internal: false,
      }),
    );
    await said(FIRST_ID, /отвечаю сразу/);
    // Calls on their way cannot be overtaken: no more than one look of the sender.
    expect(received(text).size - before).toBeLessThan(60);
    const stopped = await test.as(staff.id, (ctx) => stopBroadcast(ctx, { id: broadcast.id }));
    expect(stopped.state).toBe('STOPPED');
    await until(async () => {
      const open = await test
        .db('deliveries')
        .where({ kind: 'BROADCAST' })
        .whereIn('state', ['QUEUED', 'SENDING']);
      return open.length === 0;
    });
    const left = received(text).size;
    expect(left).toBeLessThan(MANY / 2);
    const shown = await now(broadcast.id);
    expect(shown.counts).toMatchObject({ sent: left, waiting: MANY - left, unknown: 0 });
    expect([...received(text).values()].every((count) => count === 1)).toBe(true);
    // The sender has something else to do and still sends nothing more of it.
    control().sendText(FIRST_ID, '/help');
    await said(FIRST_ID, /Как это работает/);
    expect(received(text).size).toBe(left);
    const messages = await test.db('messages').where({ content: text });
    const known = await test.db('telegram_messages').where({ chat_id: FIRST_ID + 1 });
    expect([messages, known]).toEqual([[], []]);
  });

  it('goes on after a restart, to nobody twice, and tells who was not reached', async () => {
    const first = 300_000;
    await addCustomers(first, 150, 'en');
    const user = (index: number) => test.db('users').where({ telegram_id: first + index });
    await user(0).update({ preferences: { customerNotices: { news: false } } });
    await user(1).update({ bot_blocked_at: new Date() });
    await user(2).update({ is_active: false });
    control().failNext({
      kind: 'error',
      method: 'sendMessage',
      chatId: first + 3,
      code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    control().failNext({
      kind: 'error',
      method: 'sendMessage',
      chatId: first + 4,
      code: 400,
      description: 'Bad Request: chat not found',
    });
    const text = 'Maintenance tonight';
    const broadcast = await draft(text, { kind: 'language', language: 'en' });
    expect(broadcast.recipients).toBe(147);
    await start(broadcast.id);
    await until(() => received(text).size > 30, PATIENCE);
    await test.telegram.stop();
    const half = received(text).size;
    expect(half).toBeLessThan(145);
    const again = await startTelegram(test.deps);
    await until(async () => (await now(broadcast.id)).state === 'DONE', PATIENCE);
    await again.stop();
    const counts = received(text);
    expect([...counts.values()].every((count) => count === 1)).toBe(true);
    for (const index of [0, 1, 2, 3, 4]) expect(counts.has(first + index)).toBe(false);
    const shown = await now(broadcast.id);
    expect(shown.counts).toMatchObject({ sent: counts.size, blocked: 1, failed: 1, waiting: 0 });
    expect(shown.counts.sent + shown.counts.unknown).toBe(145);
    expect(shown.failures).toEqual([{ reason: 'chat_not_found', count: 1 }]);
    const news = await test
      .db('notifications')
      .where({ kind: 'NEWS' })
      .whereRaw(`data->>'text' = ?`, text);
    expect(news).toHaveLength(counts.size);
  });
});
