import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteMessage } from '../domain/conversations/deleteMessage';
import { editMessage } from '../domain/conversations/editMessage';
import { listMessages } from '../domain/conversations/listMessages';
import { reactToMessage } from '../domain/conversations/reactToMessage';
import type { TgMessage } from '../sandbox';
import { makePng } from '../sandbox/testKit';
import { answer, filesOf, inChat, quietCustomer, settled, writtenBy } from './testing/deskSide';
import { createTestDesk, staff, until, type TestDesk } from './testing/testDesk';

/** Each refusal of Telegram that is about what is in a message, and what people see then. */

let desk: TestDesk;
const control = () => desk.server.sandbox.control;

beforeAll(async () => {
  desk = await createTestDesk();
  control().start(staff.id);
  await until(() => desk.db('users').where({ telegram_id: staff.id }).first());
});
afterAll(() => desk.close());

/** Telegram refuses the next call of a method in this chat. */
function refuse(chatId: number, method: string, description: string, code = 400): void {
  control().failNext({ kind: 'error', code, description, method, chatId });
}

async function seen(ticketId: string, messageId: string) {
  const { items } = await desk.as(staff.id, (ctx) =>
    listMessages(ctx, { ticketId, order: 'asc', limit: 100 }),
  );
  return items.find(({ id }) => id === messageId);
}

type Way = [
  refusal: string,
  method: string,
  more: Parameters<typeof answer>[3],
  expected: Partial<Record<keyof TgMessage, unknown>>[],
];
const png: [string, Buffer][] = [['a.png', makePng(9, 9)]];
const two: [string, Buffer][] = [...png, ['b.png', makePng(8, 8)]];
const file = (name: string) => expect.objectContaining({ file_name: name });
/** The head of an Ogg file with Opus in it. */
const OGG = Buffer.concat([
  Buffer.from('4f676753000200000000000000000100000000000000000000000113', 'hex'),
  Buffer.from('OpusHead'),
  Buffer.alloc(64),
]);
const words = expect.stringMatching(/ответ$/);
/** Telegram refuses one way, the message arrives in another. */
const OTHER_WAYS: Way[] = [
  [
    'PHOTO_INVALID_DIMENSIONS',
    'sendPhoto',
    { files: png },
    [{ document: file('a.png'), caption: words }],
  ],
  [
    'IMAGE_PROCESS_FAILED',
    'sendMediaGroup',
    { files: two },
    [{ document: file('a.png') }, { document: file('b.png') }, { text: words }],
  ],
  [
    'wrong file identifier/HTTP URL specified',
    'sendPhoto',
    { files: png, kind: 'PHOTO', telegramFileId: 'of-another-bot' },
    [{ photo: expect.anything(), caption: words }],
  ],
  [
    'VOICE_MESSAGES_FORBIDDEN',
    'sendVoice',
    { files: [['v.ogg', OGG]], kind: 'VOICE', telegramFileId: 'x' },
    [{ document: file('v.ogg'), caption: words }],
  ],
  [
    "can't parse entities: this must never happen",
    'sendMessage',
    { format: 'markdown' },
    [{ text: words }],
  ],
  [
    "can't parse entities: this must never happen",
    'sendPhoto',
    { files: png },
    [{ photo: expect.anything(), caption: words }],
  ],
  ['BUTTON_TYPE_INVALID', 'sendMessage', {}, [{ text: words }]],
];

describe.concurrent('sent another way', () => {
  it.each(OTHER_WAYS)(
    '%s of %s',
    async (refusal, method, more, expected) => {
      const { id, ticket } = await quietCustomer(desk);
      refuse(id, method, `Bad Request: ${refusal}`);
      const messageId = await answer(desk, ticket.id, 'ответ', more);
      expect(await settled(desk, messageId)).toMatchObject({ state: 'SENT', reason: null });
      const shown = await inChat(desk, id, messageId);
      expect(shown).toHaveLength(expected.length);
      expect(shown).toMatchObject(expected);
      const buttons = shown.at(-1)?.reply_markup !== undefined;
      expect(buttons).toBe(!refusal.startsWith('BUTTON'));
    },
    40_000,
  );

  it('a part that is quoted wrongly, a message that is gone', async () => {
    const { id, userId, ticket } = await quietCustomer(desk);
    const [first] = await writtenBy(desk, userId);
    const reply = { replyToId: first?.id ?? '', quote: 'помог' };
    refuse(id, 'sendMessage', 'Bad Request: QUOTE_TEXT_INVALID');
    const quoting = await answer(desk, ticket.id, 'ответ', reply);
    expect(await settled(desk, quoting)).toMatchObject({ state: 'SENT' });
    const [shown] = await inChat(desk, id, quoting);
    expect(shown).toMatchObject({ text: words, reply_to_message: { text: 'помогите' } });
    expect(shown?.quote).toBeUndefined();
    await desk
      .db('telegram_messages')
      .where({ message_id: first?.id })
      .update({ telegram_message_id: 99_999 });
    const lost = await answer(desk, ticket.id, 'ответ', reply);
    expect(await settled(desk, lost)).toMatchObject({ state: 'SENT' });
    const [alone] = await inChat(desk, id, lost);
    expect(alone?.reply_to_message).toBeUndefined();
  }, 40_000);
});

describe.concurrent('told to staff', () => {
  it.each([
    ['message is too long', 400, 'sendMessage', {}, 'too_long'],
    ['MEDIA_CAPTION_TOO_LONG', 400, 'sendPhoto', { files: png }, 'too_long'],
    [
      'Request Entity Too Large',
      413,
      'sendDocument',
      { files: [['a.txt', Buffer.from('x')]] },
      'too_large',
    ],
    [
      'file must be non-empty',
      400,
      'sendDocument',
      { files: [['a.txt', Buffer.from('x')]] },
      'bad_file',
    ],
    ['TOPIC_DELETED', 400, 'sendMessage', {}, 'other'],
  ] as [string, number, string, Parameters<typeof answer>[3], string][])(
    '%s: not delivered, and why',
    async (refusal, code, method, more, reason) => {
      const { id, ticket } = await quietCustomer(desk);
      refuse(id, method, `Bad Request: ${refusal}`, code);
      const messageId = await answer(desk, ticket.id, 'ответ', more);
      await settled(desk, messageId);
      expect((await seen(ticket.id, messageId))?.delivery).toMatchObject({
        state: 'FAILED',
        reason,
      });
      expect((await seen(ticket.id, messageId))?.delivery?.detail).toContain(refusal);
    },
    40_000,
  );

  it.each([
    ['message to edit not found', 'FAILED', 'edit_refused'],
    ["message can't be edited", 'FAILED', 'edit_refused'],
    ['message is not modified: exactly the same', 'SENT', null],
  ])(
    '%s',
    async (refusal, state, reason) => {
      const { id, ticket } = await quietCustomer(desk);
      const messageId = await answer(desk, ticket.id, 'ответ');
      await settled(desk, messageId);
      refuse(id, 'editMessageText', `Bad Request: ${refusal}`);
      await desk.as(staff.id, (ctx) => editMessage(ctx, { messageId, content: 'новый' }));
      await settled(desk, messageId, 'MESSAGE_EDIT');
      expect(await seen(ticket.id, messageId)).toMatchObject({
        content: 'новый',
        delivery: { state: 'SENT' },
        chatChange: { kind: 'EDIT', state, reason },
      });
    },
    40_000,
  );

  it("message can't be deleted, message to delete not found, REACTION_INVALID", async () => {
    const { id, userId, ticket } = await quietCustomer(desk);
    const [kept, gone] = [
      await answer(desk, ticket.id, 'раз'),
      await answer(desk, ticket.id, 'два'),
    ];
    await settled(desk, kept);
    await settled(desk, gone);
    const remove = async (messageId: string, refusal: string) => {
      refuse(id, 'deleteMessages', `Bad Request: ${refusal}`);
      await desk.as(staff.id, (ctx) => deleteMessage(ctx, { messageId }));
      await settled(desk, messageId, 'MESSAGE_DELETE');
      return (await seen(ticket.id, messageId))?.chatChange;
    };
    const failed = { kind: 'DELETE', state: 'FAILED', reason: 'edit_refused' };
    expect(await remove(kept, "message can't be deleted for everyone")).toMatchObject(failed);
    expect(await remove(gone, 'message to delete not found')).toMatchObject({ state: 'SENT' });
    const [first] = await writtenBy(desk, userId);
    const messageId = first?.id ?? '';
    refuse(id, 'setMessageReaction', 'Bad Request: REACTION_INVALID');
    await desk.as(staff.id, (ctx) => reactToMessage(ctx, { messageId, emoji: ['👍'] }));
    expect(await settled(desk, messageId, 'REACTION')).toMatchObject({ state: 'FAILED' });
    expect((await seen(ticket.id, messageId))?.reactions).toMatchObject([{ emoji: '👍' }]);
  }, 40_000);
});

describe('told to the customer', () => {
  it.each([
    ['file is too big', 'ru', /больше 20 МБ[^]*до 50 МБ/, 'TOO_LARGE', /Загрузить в приложении/],
    [
      'wrong file_id or the file is temporarily unavailable',
      'en',
      /could not take the file “log.txt”/,
      'FAILED',
      null,
    ],
  ] as const)(
    '%s',
    async (refusal, language, text, state, button) => {
      const { id, userId } = await quietCustomer(desk, language);
      control().failNext({
        kind: 'error',
        code: 400,
        description: `Bad Request: ${refusal}`,
        method: 'getFile',
      });
      control().sendDocument(id, Buffer.from('лог'), { fileName: 'log.txt' });
      const told = await control().waitForMessage(
        id,
        ({ message }) => text.test(message.text ?? ''),
        25_000,
      );
      const labels = told.message.reply_markup?.inline_keyboard.flat().map((one) => one.text) ?? [];
      if (button !== null) expect(labels).toEqual([expect.stringMatching(button)]);
      const [, message] = await writtenBy(desk, userId);
      expect(await filesOf(desk, message?.id ?? '')).toMatchObject([{ state }]);
    },
    40_000,
  );

  it('several files over 20 MB are one piece of news with the way to the ticket; over 50 MB there is none', async () => {
    const { id, ticket } = await quietCustomer(desk);
    const big = Buffer.alloc(20 * 1024 * 1024 + 1);
    for (const name of ['a.zip', 'b.zip']) control().sendDocument(id, big, { fileName: name });
    const told = await control().waitForMessage(
      id,
      ({ message }) => /больше 20 МБ/.test(message.text ?? ''),
      25_000,
    );
    const [open] = told.message.reply_markup?.inline_keyboard.flat() ?? [];
    expect(open?.web_app?.url).toContain(`t${ticket.number}`);
    const stored = await until(async () => {
      const rows = await desk.db('attachments').where({ state: 'TOO_LARGE', file_name: 'b.zip' });
      return rows.length > 0 && rows;
    }, 25_000);
    expect(stored).toHaveLength(1);
    const all = control()
      .messages(id)
      .filter(({ message }) => /больше 20 МБ/.test(message.text ?? ''));
    expect(all).toHaveLength(1);
    const other = await quietCustomer(desk, 'en');
    control().sendContent(other.id, {
      document: { file_id: 'far', file_unique_id: 'far', file_size: 60 * 1024 * 1024 },
    });
    const far = await control().waitForMessage(
      other.id,
      ({ message }) => /over 50 MB/.test(message.text ?? ''),
      25_000,
    );
    expect(far.message.reply_markup).toBeUndefined();
  }, 60_000);
});
