import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { mkdtempSync, rmSync, appendFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api, GrammyError } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandboxServer, type SandboxServer } from './standalone';
import { anna, ben, makePng } from './testKit';
import type { TgUpdate } from './types';

const token = `424242:${'A'.repeat(35)}`;
const options = { botToken: token, people: [anna, ben], webhookRetryMs: 20 };
let server: SandboxServer;
let api: Api;

beforeEach(async () => {
  server = await startSandboxServer(options);
  api = new Api(token, { apiRoot: server.apiRoot });
});
afterEach(() => server.close());

const conflict = (call: Promise<unknown>) =>
  call.then(
    () => 'accepted',
    (error: unknown) => (error instanceof GrammyError ? error.description : String(error)),
  );

describe('long polling', () => {
  it('redelivers until confirmed and forgets below the offset', async () => {
    const { control } = server.sandbox;
    for (const text of ['1', '2', '3']) control.sendText(anna.id, text);
    const first = await api.getUpdates();
    expect(first.map((update) => update.message?.text)).toEqual(['1', '2', '3']);
    expect(await api.getUpdates()).toEqual(first);
    const second = first[1]?.update_id ?? 0;
    expect((await api.getUpdates({ offset: second, limit: 1 }))[0]?.message?.text).toBe('2');
    expect(await api.getUpdates({ offset: second + 1 })).toHaveLength(1);
    expect(await api.getUpdates({ offset: 0 })).toHaveLength(1);
    control.sendText(anna.id, '4');
    expect((await api.getUpdates({ offset: -1 })).map((one) => one.message?.text)).toEqual(['4']);
    expect(control.pendingUpdates()).toBe(1);
  });

  it('waits for an update, and answers empty when the time is up', async () => {
    const waiting = api.getUpdates({ timeout: 5 });
    setTimeout(() => server.sandbox.control.sendPhoto(anna.id, [makePng(), makePng()]), 50);
    expect(await waiting).toHaveLength(2);
    const last = server.sandbox.control.messages(anna.id).length;
    expect(last).toBe(2);
    const ids = (await api.getUpdates()).map((update) => update.update_id);
    const started = Date.now();
    expect(await api.getUpdates({ offset: (ids[1] ?? 0) + 1, timeout: 1 })).toEqual([]);
    expect(Date.now() - started).toBeGreaterThan(900);
  });

  it('lets a newer poll end the older with 409, and a webhook end both', async () => {
    const older = conflict(api.getUpdates({ timeout: 20 }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const newer = conflict(api.getUpdates({ timeout: 20 }));
    expect(await older).toMatch(/^Conflict: terminated by other getUpdates request/);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await api.setWebhook('https://desk.example/telegram/webhook');
    expect(await newer).toMatch(/^Conflict: terminated by setWebhook/);
    expect(await conflict(api.getUpdates())).toMatch(/^Conflict: can't use getUpdates method/);
    await api.deleteWebhook();
    expect(await api.getUpdates()).toEqual([]);
  });

  it('sends reactions only when asked for, and buttons with their message', async () => {
    const { control } = server.sandbox;
    control.start(anna.id);
    const sent = await api.sendMessage(anna.id, 'x', {
      reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'act:1' }]] },
    });
    control.react(anna.id, sent.message_id, '❤');
    await api.getUpdates({ allowed_updates: ['message', 'callback_query', 'message_reaction'] });
    control.react(anna.id, sent.message_id, '👍');
    const query = control.pressButton(anna.id, sent.message_id, 'act:1');
    expect(() => control.pressButton(anna.id, sent.message_id, 'other')).toThrow();
    control.block(anna.id);
    const updates = await api.getUpdates();
    expect(updates.slice(1)).toMatchObject([
      { message_reaction: { old_reaction: [{ emoji: '❤' }], new_reaction: [{ emoji: '👍' }] } },
      { callback_query: { id: query.id, data: 'act:1', message: { text: 'x' } } },
    ]);
    expect(updates).toHaveLength(3);
    await api.answerCallbackQuery(query.id, { text: 'Готово', show_alert: true });
    expect(await control.waitForAnswer(query.id)).toMatchObject({
      text: 'Готово',
      showAlert: true,
    });
    expect(await conflict(api.answerCallbackQuery('1'))).toMatch(/query is too old/);
  });

  it('tells of edits', async () => {
    const { control } = server.sandbox;
    const sent = control.sendText(anna.id, 'оно');
    control.editText(anna.id, sent.message_id, 'она');
    const [, edited] = await api.getUpdates();
    expect(edited?.edited_message).toMatchObject({ message_id: sent.message_id, text: 'она' });
    expect(edited?.edited_message?.edit_date).toBeGreaterThan(0);
  });
});

describe('webhook', () => {
  let hook: Server;
  let hookUrl: string;
  let received: { headers: IncomingHttpHeaders; update: TgUpdate }[];
  let answer: (update: TgUpdate) => number;

  beforeEach(async () => {
    received = [];
    answer = () => 200;
    hook = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        const update = JSON.parse(body) as TgUpdate;
        received.push({ headers: request.headers, update });
        response.writeHead(answer(update)).end();
      });
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    hookUrl = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`;
  });
  afterEach(() => {
    hook.closeAllConnections();
    hook.close();
  });

  const until = async (test: () => boolean) => {
    for (let turn = 0; !test() && turn < 300; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(test()).toBe(true);
  };

  it('delivers with the secret, what was pending too', async () => {
    server.sandbox.control.sendText(anna.id, 'до');
    await api.setWebhook(hookUrl, { secret_token: 'tellme' });
    server.sandbox.control.sendText(anna.id, 'после');
    await until(() => received.length === 2);
    expect(received.map(({ update }) => update.message?.text)).toEqual(['до', 'после']);
    expect(received[0]?.headers['x-telegram-bot-api-secret-token']).toBe('tellme');
    await until(() => server.sandbox.control.pendingUpdates() === 0);
  });

  it('repeats until 2xx, in order per chat, without holding up other chats', async () => {
    let failures = 3;
    answer = (update) => (update.message?.chat.id === anna.id && failures-- > 0 ? 500 : 200);
    await api.setWebhook(hookUrl);
    server.sandbox.control.sendText(anna.id, 'a1');
    server.sandbox.control.sendText(anna.id, 'a2');
    server.sandbox.control.sendText(ben.id, 'b1');
    await until(() => server.sandbox.control.pendingUpdates() === 0);
    const texts = received.map(({ update }) => update.message?.text);
    expect(texts.filter((text) => text !== 'b1')).toEqual(['a1', 'a1', 'a1', 'a1', 'a2']);
    expect(texts.indexOf('b1')).toBeLessThan(3);
    expect(await api.getWebhookInfo()).toMatchObject({
      url: hookUrl,
      pending_update_count: 0,
      last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
    });
  });

  it('drops pending updates when asked and refuses bad addresses', async () => {
    server.sandbox.control.sendText(anna.id, 'x');
    await api.setWebhook(hookUrl, { drop_pending_updates: true });
    expect((await api.getWebhookInfo()).pending_update_count).toBe(0);
    expect(await conflict(api.setWebhook('http://desk.example/x'))).toMatch(/HTTPS URL/);
    expect(await conflict(api.setWebhook('nonsense'))).toMatch(/bad webhook/);
  });
});

describe('journal', () => {
  it('goes on where it was after being cut off, a torn line included', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'sandbox-'));
    const first = await startSandboxServer({ ...options, dir });
    const own = new Api(token, { apiRoot: first.apiRoot });
    const picture = makePng(5, 5);
    const [photo] = first.sandbox.control.sendPhoto(anna.id, [picture]);
    const sent = await own.sendMessage(anna.id, 'ответ');
    await own.deleteMessage(anna.id, sent.message_id);
    const [pending] = await own.getUpdates();
    // No close of the journal: the copy of its file is what a killed process leaves.
    appendFileSync(join(dir, 'journal.jsonl'), '[{"k":"message","v":{"pers');
    const second = await startSandboxServer({ ...options, dir });
    const next = new Api(token, { apiRoot: second.apiRoot });
    expect(await next.getUpdates()).toEqual([pending]);
    expect(second.sandbox.control.messages(anna.id)).toEqual(
      first.sandbox.control.messages(anna.id),
    );
    expect((await next.sendMessage(anna.id, 'дальше')).message_id).toBe(sent.message_id + 1);
    const file = await next.getFile(photo?.photo?.at(-1)?.file_id ?? '');
    const body = await fetch(`${second.apiRoot}/file/bot${token}/${file.file_path}`);
    expect(Buffer.from(await body.arrayBuffer()).equals(picture)).toBe(true);
    await next.getUpdates({ offset: (pending?.update_id ?? 0) + 1 });
    second.sandbox.control.sendText(anna.id, 'ещё');
    const third = await startSandboxServer({ ...options, dir });
    const updates = await new Api(token, { apiRoot: third.apiRoot }).getUpdates();
    expect(updates.map((update) => update.message?.text)).toEqual(['ещё']);
    expect(updates[0]?.update_id).toBeGreaterThan(pending?.update_id ?? 0);
    await Promise.all([first.close(), second.close(), third.close()]);
    rmSync(dir, { recursive: true });
  });
});
