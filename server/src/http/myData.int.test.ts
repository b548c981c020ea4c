import { createApiClient } from '@tikethet/shared/client';
import type { Category, Ticket } from '@tikethet/shared/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanUnusedUploads } from '../domain/attachments/cleanUnusedUploads';
import { forgetErased } from '../domain/myData/forgetErased';
import { createInitData } from '../sandbox/initData';
import { photo } from '../testing/fileSamples';
import { startTestApi, TEST_BOT_TOKEN, type ApiPerson, type TestApi } from '../testing/testApi';
import { download, refusal, storedFiles, upload } from '../testing/uploads';

interface Exported {
  profile: { id: string; firstName: string };
  sessions: unknown[];
  notifications: unknown[];
  tickets: {
    title: string;
    category: string;
    messages: { from: string; text: string; files?: { name: string; link: string }[] }[];
  }[];
}

let desk: TestApi;
let category: Category;
let helper: ApiPerson;
beforeAll(async () => {
  desk = await startTestApi();
  helper = await desk.person('HELPER');
  category = (await helper.api('GET /categories', {})).items[0] as Category;
});
afterAll(() => desk.close());

/** A ticket with a file, an answer, a note, an edit and a deleted message. */
async function lived(person: ApiPerson, title: string): Promise<Ticket> {
  const picture = await upload(person, await photo(), `${title}.jpg`);
  const ticket = await person.api('POST /tickets', {
    title,
    description: `${title}: тайна`,
    categoryId: category.id,
    attachmentIds: [picture.id],
  });
  const say = (who: ApiPerson, content: string, internal = false) =>
    who.api('POST /tickets/{id}/messages', { id: ticket.id, content, internal });
  await say(helper, 'заметка для своих', true);
  await say(helper, 'ответ');
  const edited = await say(person, `${title}: с ошипкой`);
  await person.api('PUT /messages/{id}', { id: edited.id, content: `${title}: с ошибкой` });
  return ticket;
}

async function exported(person: ApiPerson): Promise<Exported> {
  const { url, fileName } = await person.api('POST /me/export', {});
  expect(fileName).toMatch(/^tikethet-\d{4}-\d\d-\d\d\.json$/);
  const { response, body } = await download(desk, url);
  expect(response.headers.get('content-disposition')).toContain(fileName);
  return JSON.parse(body.toString()) as Exported;
}

describe('export', () => {
  it('holds what the person may see, with files that can be fetched, and nothing else', async () => {
    const [anna, ben] = [await desk.person(), await desk.person()];
    await lived(anna, 'Первое');
    await lived(anna, 'Второе');
    await lived(ben, 'Чужое');
    const all = await exported(anna);
    expect(all.profile.id).toBe(anna.id);
    expect([all.sessions.length, all.notifications.length]).toEqual([1, 2]);
    expect(all.tickets.map((one) => one.title)).toEqual(['Первое', 'Второе']);
    expect(all.tickets[0]?.category).toBe(category.name);
    expect(all.tickets[0]?.messages.map(({ from, text }) => `${from}: ${text}`)).toEqual([
      'you: Первое: тайна',
      'HELPER: ответ',
      'you: Первое: с ошибкой',
    ]);
    const file = all.tickets[0]?.messages[0]?.files?.[0];
    expect(file?.name).toBe('Первое.jpg');
    expect((await fetch(file?.link ?? '')).status).toBe(200);
    expect(JSON.stringify(all)).not.toMatch(/заметка|Чужое|ошипкой/);
    expect(await desk.person().then(exported)).toMatchObject({ tickets: [] });
  });

  it('is read page by page, however much there is', async () => {
    const anna = await desk.person();
    const ticket = await lived(anna, 'Длинное');
    await desk.db.raw(
      `insert into messages (id, ticket_id, position, author_id, side, kind, content, created_at)
       select gen_random_uuid(), ?, at, ?, 'CUSTOMER', 'TEXT', 'строка ' || at, now()
       from generate_series(10, 509) at`,
      [ticket.id, anna.id],
    );
    const [only] = (await exported(anna)).tickets;
    expect(only?.messages).toHaveLength(503);
    expect(only?.messages.at(-1)?.text).toBe('строка 509');
  });

  it('opens by its address for minutes only, and for nobody else', async () => {
    const anna = await desk.person();
    const { url } = await anna.api('POST /me/export', {});
    const other = url.replace(anna.id, helper.id);
    expect(await refusal(await fetch(desk.url + other))).toBe('401 invalid_signature');
    expect(await refusal(await fetch(desk.url + (url.split('?')[0] ?? '')))).toBe(
      '401 invalid_signature',
    );
    desk.advance(16 * 60);
    expect(await refusal(await fetch(desk.url + url))).toBe('401 invalid_signature');
  });
});

it('sums up what a person has at the desk', async () => {
  const anna = await desk.person();
  const ticket = await lived(anna, 'Оценка');
  await lived(anna, 'Ещё');
  await helper.api('PUT /tickets/{id}/status', { id: ticket.id, status: 'RESOLVED' });
  await anna.api('PUT /tickets/{id}/rating', { id: ticket.id, rating: 4 });
  expect(await anna.api('GET /me/summary', {})).toEqual({
    avatarUrl: null,
    openTickets: 1,
    finishedTickets: 1,
    ratings: 1,
    averageRating: 4,
  });
});

describe('erasure', () => {
  it('asks for the word, and refuses staff', async () => {
    const anna = await desk.person();
    await expect(anna.api('POST /me/erase', { confirmation: 'да' })).rejects.toMatchObject({
      code: 'validation_failed',
    });
    await expect(helper.api('POST /me/erase', { confirmation: 'DELETE' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await anna.api('GET /auth/me', {})).toMatchObject({ id: anna.id });
  });

  it('leaves numbers and nothing that says who they were or what they wrote', async () => {
    const telegramId = 5_550_001;
    const person = { id: telegramId, firstName: 'Забава', languageCode: 'ru', kind: 'customer' };
    const launch = () => createInitData(TEST_BOT_TOKEN, person as never, desk.now().getTime());
    const before = await desk.anonymous('POST /auth/telegram', { initData: launch() });
    const oldLaunch = launch();
    await desk.db('users').where({ id: before.user.id }).update({ bot_started_at: desk.now() });
    const anna: ApiPerson = {
      ...(await desk.person()),
      id: before.user.id,
      request: (path, init = {}) => {
        const headers = new Headers(init.headers);
        headers.set('authorization', `Bearer ${before.accessToken}`);
        return fetch(desk.url + path, { ...init, headers });
      },
    };
    anna.api = createApiClient({ baseUrl: `${desk.url}/api/v1`, token: () => before.accessToken });

    const active = await lived(anna, 'Секрет');
    const done = await lived(anna, 'Решённое');
    await helper.api('PUT /tickets/{id}/status', { id: done.id, status: 'RESOLVED' });
    await anna.api('PUT /tickets/{id}/rating', { id: done.id, rating: 5, comment: 'тайна' });
    const rated = await helper.api('PUT /tickets/{id}/status', { id: done.id, status: 'CLOSED' });
    await desk.db('telegram_chats').insert({
      bot_id: 1,
      chat_id: telegramId,
      user_id: anna.id,
      next_send_at: desk.now(),
    });
    await desk.db('telegram_updates').insert({
      bot_id: 1,
      update_id: 1,
      chat_id: telegramId,
      payload: '{"text":"тайна"}',
      received_at: desk.now(),
      next_attempt_at: desk.now(),
    });
    const admin = await desk.person('ADMIN');
    await desk.db('users').where({ id: anna.id }).update({ username: 'Zabava_5550001' });
    const named = { role: 'HELPER', username: '@zabava_5550001' } as const;
    const { invitation } = await admin.api('POST /invitations', named);
    const files = storedFiles(desk).length;
    const head = await desk.db('event_log').max('seq as seq').first();
    desk.advance(2);
    await anna.api('POST /me/erase', { confirmation: ' удалить ' });

    // Signed out everywhere; an app left open with the old launch does not bring them back.
    await expect(anna.api('GET /auth/me', {})).rejects.toMatchObject({ status: 403 });
    await expect(
      desk.anonymous('POST /auth/telegram', { initData: oldLaunch }),
    ).rejects.toMatchObject({ code: 'expired_init_data' });

    // Staff see a closed ticket without words, with its number, times and rating.
    const moderator = await desk.person('MODERATOR');
    const seen = await moderator.api('GET /tickets/{id}', { id: active.id });
    expect(seen).toMatchObject({
      number: active.number,
      status: 'CLOSED',
      title: 'Удалено по просьбе клиента',
      description: '',
      customer: { displayName: 'Удалённый клиент', username: null },
    });
    expect(await moderator.api('GET /tickets/{id}', { id: done.id })).toMatchObject({
      status: 'CLOSED',
      rating: 5,
      ratingComment: null,
      updatedAt: rated.updatedAt,
    });
    const { items } = await moderator.api('GET /tickets/{id}/messages', { id: active.id });
    expect(items.every((one) => one.deletedAt !== null && one.content === '')).toBe(true);
    expect(items.flatMap((one) => one.attachments)).toEqual([]);

    // Consoles learn it: the tickets as they are now, each message gone, the person renamed.
    const events = await desk.db('event_log').where('seq', '>', head?.seq).orderBy('seq');
    expect(events.map((event) => event.type)).toEqual(
      expect.arrayContaining(['ticket.status_changed', 'ticket.updated', 'user.changed']),
    );
    expect(events.filter((event) => event.type === 'message.deleted')).toHaveLength(8);
    expect(JSON.stringify(events)).not.toMatch(/Секрет|тайна|Забава|ошибк/);

    // The audit log knows that it happened, not what was there; the bot says goodbye.
    const audit = await desk.db('audit_log').where({ target_id: anna.id });
    expect(audit).toMatchObject([{ action: 'user.erased', before: null }]);
    const waiting = await desk.db('deliveries').where({ chat_id: telegramId, state: 'QUEUED' });
    expect(waiting).toHaveLength(1);
    expect(waiting[0].payload.params.text).toMatch(/^Ваши данные удалены/);

    // An invitation that carried their name is worth nothing, to anybody.
    expect((await admin.api('GET /invitations', {})).items).toMatchObject([
      { id: invitation.id, username: null, state: 'REVOKED' },
    ]);

    // Files go with the next cleaning, the feed's old entries and the chat with the nightly one.
    expect(await cleanUnusedUploads(desk.desk, desk.storage)).toBe(2);
    expect(storedFiles(desk)).toHaveLength(files - 4);
    await desk.db('deliveries').where({ chat_id: telegramId }).update({ state: 'SENT' });
    await forgetErased(desk.db, desk.now());
    const left: string[] = [];
    const tables = await desk
      .db('information_schema.tables')
      .where({ table_schema: 'public', table_type: 'BASE TABLE' })
      .pluck<string[]>('table_name');
    for (const table of tables) {
      const { rows } = await desk.db.raw<{ rows: { row: string }[] }>(
        `select one::text as row from ?? one
         where one::text ~ 'Секрет|Забава|Решённое|5550001'`,
        [table],
      );
      left.push(...rows.map(({ row }) => `${table}: ${row}`));
    }
    // What the helper's own requests answered is kept for repeats, thirty days.
    expect(left.filter((row) => !row.startsWith('idempotency_keys'))).toEqual([]);

    // Whoever comes from that account later is somebody new.
    desk.advance(60);
    const after = await desk.anonymous('POST /auth/telegram', { initData: launch() });
    expect(after.user.id).not.toBe(before.user.id);
  });
});
