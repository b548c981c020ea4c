import { validate } from '@tma.js/init-data-node';
import { Api, GrammyError, InputFile, InputMediaBuilder } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandboxServer, type SandboxServer } from './standalone';
import { anna, ben, makePng } from './testKit';

const token = `424242:${'A'.repeat(35)}`;
let server: SandboxServer;
let api: Api;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 5, 1);
  server = await startSandboxServer({ botToken: token, people: [anna, ben], now: () => now });
  api = new Api(token, { apiRoot: server.apiRoot });
});
afterEach(() => server.close());

async function refused(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => 'accepted',
    (reason: unknown) => reason,
  );
  return error instanceof GrammyError ? `${error.error_code} ${error.description}` : String(error);
}
const call = async (method: string, body: object, own = token) => {
  const response = await fetch(`${server.apiRoot}/bot${own}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

describe('messages', () => {
  it('answers with proper messages whose ids rise', async () => {
    const { control } = server.sandbox;
    const first = control.sendText(anna.id, 'Здравствуйте');
    const sent = await api.sendMessage(anna.id, '<b>Да</b> &lt;3', {
      parse_mode: 'HTML',
      reply_parameters: { message_id: first.message_id },
      reply_markup: { inline_keyboard: [[{ text: 'Ок', callback_data: 'ok' }]] },
    });
    expect(sent).toMatchObject({
      message_id: first.message_id + 1,
      text: 'Да <3',
      entities: [{ type: 'bold', offset: 0, length: 2 }],
      chat: { id: anna.id, type: 'private', first_name: 'Анна' },
      from: { is_bot: true, username: 'tikethet_demo_bot' },
      reply_to_message: { text: 'Здравствуйте' },
    });
    const shown = await control.waitForMessage(anna.id, ({ from }) => from === 'bot');
    expect(shown.message.reply_markup?.inline_keyboard[0]?.[0]?.callback_data).toBe('ok');
  });

  it('refuses what Telegram refuses', async () => {
    const { control } = server.sandbox;
    const mine = control.sendText(anna.id, 'x');
    const send = (text: string, more: object = {}) => refused(api.sendMessage(anna.id, text, more));
    const button = (inline: object) => send('x', { reply_markup: { inline_keyboard: [[inline]] } });
    expect(await send('')).toBe('400 Bad Request: message text is empty');
    expect(await send('<b> </b>', { parse_mode: 'HTML' })).toBe(
      '400 Bad Request: message text is empty',
    );
    expect(await send('a'.repeat(4097))).toBe('400 Bad Request: message is too long');
    expect(await send(`<b>${'a'.repeat(4096)}</b>`, { parse_mode: 'HTML' })).toBe('accepted');
    expect(await send('<b>x', { parse_mode: 'HTML' })).toMatch(/400 .*can't parse entities/);
    expect(await button({ text: 'x', callback_data: 'я'.repeat(33) })).toBe(
      '400 Bad Request: BUTTON_DATA_INVALID',
    );
    expect(await button({ text: 'x', callback_data: 'я'.repeat(32) })).toBe('accepted');
    expect(await button({ text: 'x' })).toMatch(/^400 .*Text buttons are unallowed/);
    expect(await button({ text: 'x', web_app: { url: 'http://desk.example' } })).toMatch(
      /^400 .*Only HTTPS links are allowed/,
    );
    expect(await button({ text: 'x', web_app: { url: 'http://127.0.0.1:3000/app' } })).toBe(
      'accepted',
    );
    expect(await send('x', { reply_markup: { inline_keyboard: 'x' } })).toMatch(/^400 /);
    expect(await send('x', { reply_markup: [] })).toBe(
      '400 Bad Request: object expected as reply markup',
    );
    expect(await send('x', { reply_parameters: { message_id: 99 } })).toBe(
      '400 Bad Request: message to be replied not found',
    );
    expect(
      await send('x', { reply_parameters: { message_id: 99, allow_sending_without_reply: true } }),
    ).toBe('accepted');
    expect(await refused(api.sendMessage(777, 'x'))).toBe('400 Bad Request: chat not found');
    expect(await refused(api.sendMessage(ben.id, 'x'))).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    );
    expect(await refused(api.editMessageText(anna.id, mine.message_id, 'y'))).toBe(
      "400 Bad Request: message can't be edited",
    );
  });

  it('refuses plain http for Mini Apps when strict', async () => {
    const strict = await startSandboxServer({
      botToken: token,
      people: [anna],
      strictWebApps: true,
    });
    const own = new Api(token, { apiRoot: strict.apiRoot });
    strict.sandbox.control.start(anna.id);
    expect(
      await refused(
        own.setChatMenuButton({
          menu_button: { type: 'web_app', text: 'x', web_app: { url: 'http://127.0.0.1:3000' } },
        }),
      ),
    ).toMatch(/Only HTTPS links are allowed/);
    await strict.close();
  });

  it('answers 401, 404 and unknown methods as Telegram', async () => {
    expect(await call('getMe', {}, `1:${'B'.repeat(35)}`)).toEqual({
      status: 401,
      body: { ok: false, error_code: 401, description: 'Unauthorized' },
    });
    expect((await call('getMe', {}, 'nonsense')).status).toBe(404);
    expect((await call('sendNothing', {})).body).toEqual({
      ok: false,
      error_code: 404,
      description: 'Not Found: method not found',
    });
    expect((await call('GETME', {})).status).toBe(200);
    const broken = await fetch(`${server.apiRoot}/bot${token}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"chat_id":',
    });
    expect(broken.status).toBe(400);
  });

  it('edits, deletes, reacts, copies and forwards within the rules', async () => {
    const { control } = server.sandbox;
    control.start(anna.id);
    const sent = await api.sendMessage(anna.id, 'один');
    await api.editMessageText(anna.id, sent.message_id, 'два');
    expect(await refused(api.editMessageText(anna.id, sent.message_id, 'два'))).toMatch(
      /^400 Bad Request: message is not modified/,
    );
    expect(await refused(api.editMessageText(anna.id, 99, 'x'))).toBe(
      '400 Bad Request: message to edit not found',
    );
    expect(control.messages(anna.id).at(-1)?.message).toMatchObject({
      text: 'два',
      edit_date: now / 1000,
    });
    await api.setMessageReaction(anna.id, sent.message_id, [{ type: 'emoji', emoji: '👍' }]);
    expect(
      await refused(
        api.raw.setMessageReaction({
          chat_id: anna.id,
          message_id: sent.message_id,
          reaction: [{ type: 'emoji', emoji: '🧾' as '👍' }],
        }),
      ),
    ).toBe('400 Bad Request: REACTION_INVALID');
    const copy = await api.copyMessage(anna.id, anna.id, sent.message_id);
    expect(copy.message_id).toBe(sent.message_id + 1);
    const forward = await api.forwardMessage(anna.id, anna.id, sent.message_id);
    expect(forward.forward_origin?.type).toBe('user');
    await api.deleteMessage(anna.id, copy.message_id);
    expect(await refused(api.deleteMessage(anna.id, copy.message_id))).toBe(
      '400 Bad Request: message to delete not found',
    );
    now += 48 * 3600_000 + 1000;
    expect(await refused(api.deleteMessage(anna.id, sent.message_id))).toMatch(
      /^400 Bad Request: message can't be deleted/,
    );
  });

  it('keeps commands by scope and language and shows the narrowest', async () => {
    const { control } = server.sandbox;
    await api.setMyCommands([{ command: 'start', description: 'Start' }]);
    await api.setMyCommands([{ command: 'start', description: 'Начать' }], { language_code: 'ru' });
    await api.setMyCommands([{ command: 'queue', description: 'Queue' }], {
      scope: { type: 'chat', chat_id: ben.id },
    });
    expect(control.commandMenu(anna.id)[0]?.description).toBe('Начать');
    expect(control.commandMenu(ben.id)[0]?.command).toBe('queue');
    expect(await refused(api.setMyCommands([{ command: 'Start', description: 'x' }]))).toBe(
      '400 Bad Request: BOT_COMMAND_INVALID',
    );
    await api.deleteMyCommands({ scope: { type: 'chat', chat_id: ben.id } });
    expect(await api.getMyCommands({ scope: { type: 'chat', chat_id: ben.id } })).toEqual([]);
    await api.setChatMenuButton({
      chat_id: anna.id,
      menu_button: { type: 'web_app', text: 'Мои', web_app: { url: 'https://desk.example/app' } },
    });
    expect(control.menuButton(anna.id).text).toBe('Мои');
    expect(await api.getChatMenuButton()).toEqual({ type: 'default' });
  });
});

describe('files', () => {
  it('sends pictures and documents both ways', async () => {
    const { control } = server.sandbox;
    const picture = makePng(800, 400);
    const [photo] = control.sendPhoto(anna.id, [picture], { caption: 'вот' });
    expect(photo?.photo?.map(({ width, height }) => [width, height])).toEqual([
      [90, 45],
      [320, 160],
      [800, 400],
    ]);
    const file = await api.getFile(photo?.photo?.at(-1)?.file_id ?? '');
    const root = server.apiRoot;
    const body = await fetch(`${root}/file/bot${token}/${file.file_path}`);
    expect(Buffer.from(await body.arrayBuffer()).equals(picture)).toBe(true);
    expect((await fetch(`${root}/file/bot${token}/photos/../journal.jsonl`)).status).toBe(404);

    const report = await api.sendDocument(
      anna.id,
      new InputFile(Buffer.from('данные'), 'отчёт за май.pdf'),
      { caption: 'готово' },
    );
    expect(report.document).toMatchObject({
      file_name: 'отчёт за май.pdf',
      mime_type: 'application/pdf',
      file_size: 12,
    });
    const again = await api.sendDocument(anna.id, report.document.file_id);
    expect(again.document.file_unique_id).toBe(report.document.file_unique_id);
    expect(await refused(api.sendPhoto(anna.id, new InputFile(Buffer.from('zip'), 'a.png')))).toBe(
      '400 Bad Request: IMAGE_PROCESS_FAILED',
    );
    expect(await refused(api.sendPhoto(anna.id, 'nonsense'))).toMatch(/wrong file identifier/);
    expect(
      await refused(
        api.sendPhoto(anna.id, new InputFile(picture, 'a.png'), { caption: 'a'.repeat(1025) }),
      ),
    ).toBe('400 Bad Request: message caption is too long');
  });

  it('keeps albums together and refuses wrong sizes', async () => {
    const { control } = server.sandbox;
    const album = control.sendPhoto(anna.id, [makePng(), makePng(9, 9)]);
    expect(new Set(album.map((message) => message.media_group_id)).size).toBe(1);
    const media = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        InputMediaBuilder.photo(new InputFile(makePng(index + 2, 3), `${index}.png`), {
          caption: index === 0 ? '<b>раз</b>' : undefined,
          parse_mode: 'HTML',
        }),
      );
    const sent = await api.sendMediaGroup(anna.id, media(3));
    expect(sent).toHaveLength(3);
    expect(sent[0]?.caption).toBe('раз');
    expect(
      new Set(sent.map((one) => (one as { media_group_id?: string }).media_group_id)).size,
    ).toBe(1);
    const before = control.messages(anna.id).length;
    expect(await refused(api.sendMediaGroup(anna.id, media(1)))).toMatch(/^400 /);
    expect(await refused(api.sendMediaGroup(anna.id, media(11)))).toMatch(/^400 /);
    expect(control.messages(anna.id)).toHaveLength(before);
  });

  it('obeys the limits of 20, 50 and 10 MB', async () => {
    const { control } = server.sandbox;
    const mega = 1024 * 1024;
    const big = control.sendDocument(anna.id, Buffer.alloc(20 * mega + 1), { fileName: 'a.zip' });
    expect(await refused(api.getFile(big.document?.file_id ?? ''))).toBe(
      '400 Bad Request: file is too big',
    );
    const huge = new InputFile(Buffer.alloc(51 * mega), 'b.zip');
    expect(await refused(api.sendDocument(anna.id, huge))).toBe('413 Request Entity Too Large');
    const picture = new InputFile(Buffer.concat([makePng(), Buffer.alloc(10 * mega)]), 'c.png');
    expect(await refused(api.sendPhoto(anna.id, picture))).toMatch(/^400 .*too big for a photo/);
  });

  it('knows voice, video, stickers, locations and contacts', () => {
    const { control } = server.sandbox;
    const body = Buffer.from('OggS');
    expect(control.sendVoice(anna.id, body, { duration: 7 }).voice).toMatchObject({
      duration: 7,
      mime_type: 'audio/ogg',
    });
    expect(control.sendVideo(anna.id, body).video?.mime_type).toBe('video/mp4');
    expect(control.sendVideoNote(anna.id, body).video_note?.length).toBe(384);
    expect(control.sendSticker(anna.id, body, { emoji: '😺' }).sticker?.emoji).toBe('😺');
    expect(control.sendLocation(anna.id, 55.7, 37.6).location?.latitude).toBe(55.7);
    expect(control.sendContact(anna.id).contact?.user_id).toBe(anna.id);
  });
});

describe('misbehaviour', () => {
  it('refuses with retry_after when told, per chat and by count', async () => {
    const { control } = server.sandbox;
    control.start(anna.id);
    control.start(ben.id);
    control.failNext({ kind: 'tooMany', retryAfter: 3, chatId: anna.id, times: 2 });
    await api.sendMessage(ben.id, 'x');
    const answer = await call('sendMessage', { chat_id: anna.id, text: 'x' });
    expect(answer).toEqual({
      status: 429,
      body: {
        ok: false,
        error_code: 429,
        description: 'Too Many Requests: retry after 3',
        parameters: { retry_after: 3 },
      },
    });
    expect(await refused(api.sendMessage(anna.id, 'x'))).toMatch(/^429/);
    await api.sendMessage(anna.id, 'x');
    expect(control.calls().map(({ status }) => status)).toEqual([200, 429, 429, 200]);
  });

  it('cuts, stays silent, goes down and comes back', async () => {
    const { control } = server.sandbox;
    control.start(anna.id);
    const count = () => control.messages(anna.id).length;
    control.failNext({ kind: 'dropBefore' });
    await expect(call('sendMessage', { chat_id: anna.id, text: 'a' })).rejects.toThrow();
    expect(count()).toBe(1);
    control.failNext({ kind: 'dropAfter' });
    await expect(call('sendMessage', { chat_id: anna.id, text: 'b' })).rejects.toThrow();
    expect(count()).toBe(2);
    control.failNext({ kind: 'silent' });
    const silent = fetch(`${server.apiRoot}/bot${token}/sendMessage?chat_id=501&text=c`, {
      signal: AbortSignal.timeout(300),
    });
    await expect(silent).rejects.toThrow();
    expect(count()).toBe(3);
    control.setOutage('badGateway');
    expect((await call('getMe', {})).status).toBe(502);
    control.setOutage('refuse');
    await expect(call('getMe', {})).rejects.toThrow();
    control.clearFaults();
    await server.goDown();
    await expect(call('getMe', {})).rejects.toThrow();
    await server.comeUp();
    expect((await call('getMe', {})).status).toBe(200);
  });

  it('reports blocking and refuses to write to who blocked', async () => {
    const { control } = server.sandbox;
    control.start(anna.id);
    control.block(anna.id);
    expect(await refused(api.sendMessage(anna.id, 'x'))).toBe(
      '403 Forbidden: bot was blocked by the user',
    );
    expect(() => control.sendText(anna.id, 'x')).toThrow(/blocked/);
    control.start(anna.id, 't1042');
    const updates = await api.getUpdates();
    expect(updates.map((update) => update.my_chat_member?.new_chat_member.status)).toEqual([
      undefined,
      'kicked',
      'member',
      undefined,
    ]);
    expect(updates.at(-1)?.message).toMatchObject({
      text: '/start t1042',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
      from: { language_code: 'ru' },
    });
    await api.sendMessage(anna.id, 'x');
  });
});

describe('launch data', () => {
  it('passes the check that products use, and fails it when forged', () => {
    const { control } = server.sandbox;
    const good = control.createInitData(anna.id, { startParam: 't1' });
    expect(() => validate(good, token, { expiresIn: 0 })).not.toThrow();
    expect(() => validate(good.replace('501', '502'), token, { expiresIn: 0 })).toThrow();
    expect(new URLSearchParams(good).get('start_param')).toBe('t1');
  });
});
