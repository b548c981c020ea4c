import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../db/ids';
import type { Message } from '../domain/conversations/message';
import { makePng } from '../sandbox/testKit';
import type { TgMessage } from '../sandbox';
import { answer, filesOf, inChat, openCustomer, settled, writtenBy } from './testing/deskSide';
import { createTestDesk, staff, until, type TestDesk } from './testing/testDesk';

/** Every content kind of product.md, from the customer into the desk and from staff into the chat. */

let desk: TestDesk;
const control = () => desk.server.sandbox.control;
const OGG = Buffer.from('OggS kind of');
const MP4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom0000isomiso2mp41')]);

type Send = (id: number) => void;
type Row = [name: string, send: Send, expected: object, files: object[]];

const IN: Row[] = [
  [
    'text',
    (id) => control().sendText(id, 'тук 👩‍👩‍👧'),
    { kind: 'TEXT', content: 'тук 👩‍👩‍👧', format: 'plain' },
    [],
  ],
  [
    'formatted text',
    (id) =>
      control().sendText(id, 'см. правила', {
        entities: [
          { type: 'bold', offset: 0, length: 3 },
          { type: 'text_link', offset: 4, length: 7, url: 'https://a.example/x' },
        ],
      }),
    { kind: 'TEXT', content: '**см.** [правила](https://a.example/x)', format: 'markdown' },
    [],
  ],
  [
    'a photo',
    (id) => control().sendPhoto(id, [makePng(40, 30)], { caption: 'вот' }),
    { kind: 'PHOTO', content: 'вот' },
    [{ kind: 'IMAGE', width: 40, height: 30 }],
  ],
  [
    'an album of photos',
    (id) =>
      control().sendPhoto(id, [makePng(4, 4), makePng(5, 5), makePng(6, 6)], { caption: 'трое' }),
    { kind: 'PHOTO', content: 'трое' },
    [{ width: 4 }, { width: 5 }, { width: 6 }],
  ],
  [
    'a mixed album, each part with its words',
    (id) =>
      control().sendAlbum(id, [
        { kind: 'photo', bytes: makePng(7, 7), caption: 'раз *1*' },
        { kind: 'video', bytes: MP4 },
        { kind: 'photo', bytes: makePng(8, 8), caption: 'два' },
      ]),
    { kind: 'PHOTO', content: 'раз *1*\n\nдва' },
    [{ kind: 'IMAGE' }, { kind: 'VIDEO' }, { kind: 'IMAGE' }],
  ],
  [
    'an album of documents',
    (id) =>
      control().sendFiles(id, 'document', [
        { body: Buffer.from('один'), name: '1.txt' },
        { body: Buffer.from('два'), name: '2.txt' },
      ]),
    { kind: 'DOCUMENT', content: '' },
    [{ fileName: '1.txt' }, { fileName: '2.txt' }],
  ],
  [
    'a document',
    (id) =>
      control().sendDocument(id, Buffer.from('лог'), { fileName: 'a/b\\лог.txt', caption: 'вот' }),
    { kind: 'DOCUMENT', content: 'вот' },
    [{ contentType: 'text/plain' }],
  ],
  [
    'a voice message',
    (id) => control().sendVoice(id, OGG),
    { kind: 'VOICE' },
    [{ telegramFileId: expect.any(String) }],
  ],
  [
    'a video',
    (id) => control().sendVideo(id, MP4, { caption: 'кино' }),
    { kind: 'VIDEO', content: 'кино' },
    [{ kind: 'VIDEO' }],
  ],
  [
    'a video note',
    (id) => control().sendVideoNote(id, MP4),
    { kind: 'VIDEO_NOTE' },
    [{ kind: 'VIDEO' }],
  ],
  [
    'an animation',
    (id) => control().sendAnimation(id, MP4),
    { kind: 'ANIMATION' },
    [{ kind: 'VIDEO' }],
  ],
  [
    'music',
    (id) => control().sendAudio(id, Buffer.from('ID3 sound'), { fileName: 'песня.mp3' }),
    { kind: 'AUDIO' },
    [{ fileName: 'песня.mp3' }],
  ],
  [
    'a sticker',
    (id) => control().sendSticker(id, makePng(), { emoji: '😺' }),
    { kind: 'STICKER', extra: { emoji: '😺' } },
    [{}],
  ],
  [
    'a location',
    (id) => control().sendLocation(id, 55.75, 37.61),
    { kind: 'LOCATION', content: '', extra: { latitude: 55.75, longitude: 37.61 } },
    [],
  ],
  [
    'a venue',
    (id) => {
      const location = { latitude: 1, longitude: 2 };
      control().sendContent(id, { location, venue: { title: 'Кафе', address: 'ул. 1', location } });
    },
    { kind: 'LOCATION', content: 'Кафе\nул. 1' },
    [],
  ],
  [
    'a contact',
    (id) => control().sendContact(id, { phone_number: '+7900', first_name: 'Ян' }),
    { kind: 'CONTACT', extra: { phoneNumber: '+7900', contactName: 'Ян' } },
    [],
  ],
  [
    'a die',
    (id) => control().sendContent(id, { dice: { emoji: '🎲', value: 4 } }),
    { kind: 'OTHER', content: '🎲 4', extra: { other: 'DICE', emoji: '🎲' } },
    [],
  ],
  [
    'a poll',
    (id) =>
      control().sendContent(id, {
        poll: { id: '1', question: 'Да?', options: [{ text: 'да', voter_count: 0 }] },
      }),
    { kind: 'OTHER', content: 'Да?\n• да', extra: { other: 'POLL' } },
    [],
  ],
  [
    'a story',
    (id) =>
      control().sendContent(id, { story: { id: 5, chat: { id: 1, type: 'private' } } } as object),
    { kind: 'OTHER', content: '', extra: { other: 'STORY' } },
    [],
  ],
  [
    'something that nobody knew yet',
    (id) => control().sendContent(id, { hologram: { title: 'из будущего' } } as object),
    { kind: 'OTHER', content: 'из будущего', extra: { other: 'UNKNOWN' } },
    [],
  ],
];

const senders = new Map<string, number>();
/** Of each row of {@link OUT}: the customer's chat and the message, once it has arrived. */
const arrivals = new Map<string, { id: number; messageId: string }>();

async function bring(content: string, more: Out[2]): Promise<{ id: number; messageId: string }> {
  const { id, ticket } = await openCustomer(desk);
  const messageId = await answer(desk, ticket.id, content, more);
  expect(await settled(desk, messageId)).toMatchObject({ state: 'SENT', reason: null });
  return { id, messageId };
}

beforeAll(async () => {
  desk = await createTestDesk();
  control().start(staff.id);
  // All of them at once: a chat takes one message a second, but chats do not wait for each other.
  for (const [index, [name, send]] of IN.entries()) {
    const id = 30_000 + index;
    control().addPerson({ id, firstName: 'Вера', languageCode: 'ru', kind: 'customer' });
    senders.set(name, id);
    send(id);
  }
});
afterAll(() => desk.close());

describe('from the customer into the desk', () => {
  it.each(IN)('%s opens a ticket, whole', async (name, _send, expected, files) => {
    const id = senders.get(name) ?? 0;
    const [message, ...others] = await until(async () => {
      const user = await desk.db('users').where({ telegram_id: id }).first();
      const written = user === undefined ? [] : await writtenBy(desk, user.id);
      const first = written[0];
      if (first === undefined) return null;
      const here = await filesOf(desk, first.id);
      const ready = here.length === files.length && here.every(({ state }) => state === 'READY');
      return ready && written;
    }, 20_000);
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      side: 'CUSTOMER',
      fromTelegram: true,
      editedAt: null,
      ...expected,
    });
    expect(await filesOf(desk, (message as Message).id)).toMatchObject(files);
    const ticket = await desk.db('tickets').where({ id: message?.ticketId }).first();
    expect(ticket).toMatchObject({ status: 'OPEN', channel: 'BOT' });
    expect(ticket.title.length).toBeGreaterThan(1);
  });
});

type Out = [
  name: string,
  content: string,
  more: Parameters<typeof answer>[3],
  expected: Partial<Record<keyof TgMessage, unknown>>[],
];

const header = expect.stringMatching(/^#\d+ · Олег/);
const said = (words: string) => expect.stringMatching(new RegExp(`^#\\d+ · Олег\\n${words}$`));
const OUT: Out[] = [
  ['text', 'ответ', {}, [{ text: said('ответ') }]],
  [
    'formatted text',
    '**ж** [тут](https://a.example/?a=1&b=2)',
    { format: 'markdown' },
    [
      {
        text: said('ж тут'),
        entities: expect.arrayContaining([expect.objectContaining({ type: 'text_link' })]),
      },
    ],
  ],
  [
    'a photo with its words',
    'вот',
    { files: [['a.png', makePng(50, 40)]] },
    [{ photo: expect.anything(), caption: said('вот') }],
  ],
  [
    'a photo with more words than a caption takes',
    'слово '.repeat(300).trim(),
    { files: [['a.png', makePng(50, 40)]] },
    [
      { photo: expect.anything(), caption: expect.stringMatching(/^#\d+ · Олег\n(слово ?)+$/) },
      { text: expect.stringMatching(/^(слово ?)+$/) },
    ],
  ],
  [
    'an album and a document',
    'смотрите',
    {
      files: [
        ['a.png', makePng(5, 5)],
        ['b.png', makePng(6, 6)],
        ['c.txt', Buffer.from('журнал')],
      ],
    },
    [
      { photo: expect.anything() },
      { photo: expect.anything() },
      { document: expect.objectContaining({ file_name: 'c.txt' }) },
      { text: said('смотрите') },
    ],
  ],
  [
    'a picture that Telegram shows only as a file',
    '',
    { files: [['banner.png', makePng(900, 20)]] },
    [{ document: expect.objectContaining({ file_name: 'banner.png' }), caption: header }],
  ],
  [
    'a location',
    '',
    { kind: 'LOCATION', extra: { latitude: 1.5, longitude: 2.5 } },
    [{ location: { latitude: 1.5, longitude: 2.5 } }, { text: header }],
  ],
  [
    'a venue',
    'Кафе\nул. 1',
    { kind: 'LOCATION', extra: { latitude: 1, longitude: 2 } },
    [{ venue: expect.objectContaining({ title: 'Кафе', address: 'ул. 1' }) }, { text: header }],
  ],
  [
    'a contact',
    '',
    { kind: 'CONTACT', extra: { phoneNumber: '+7', contactName: 'Ян' } },
    [{ contact: { phone_number: '+7', first_name: 'Ян' } }, { text: header }],
  ],
  [
    'a die',
    '🎲 5',
    { kind: 'OTHER', extra: { other: 'DICE', emoji: '🎲' } },
    [{ text: said('🎲 5') }],
  ],
];

describe('from staff into the chat', () => {
  beforeAll(async () => {
    await until(() => desk.db('users').where({ telegram_id: staff.id }).first());
    const bringing = OUT.map(async ([name, content, more]) => {
      arrivals.set(name, await bring(content, more));
    });
    await Promise.allSettled(bringing);
  }, 30_000);

  it.each(OUT)('%s arrives', async (name, _content, _more, expected) => {
    const { id, messageId } = arrivals.get(name) ?? { id: 0, messageId: newId() };
    const shown = await inChat(desk, id, messageId);
    expect(shown).toMatchObject(expected);
    expect(shown).toHaveLength(expected.length);
    const buttons = shown.map(({ reply_markup: markup }) => markup !== undefined);
    expect(buttons).toEqual(expected.map((_one, index) => index === expected.length - 1));
  });

  it('files that staff sent from their own Telegram go on as what they were', async () => {
    const fromBot = await control().waitForMessage(staff.id, ({ message }) =>
      /🆕/.test(message.text ?? ''),
    );
    const replyTo = fromBot.message.message_id;
    const known = await until(() =>
      desk
        .db('telegram_messages')
        .where({ chat_id: staff.id, telegram_message_id: replyTo })
        .join('tickets', 'tickets.id', 'ticket_id')
        .join('users', 'users.id', 'customer_id')
        .first<{ telegram_id: number }>('telegram_id'),
    );
    const id = known.telegram_id;
    // Any of the tickets above may have been told of first, and holds what was sent to it there.
    const before = control().messages(id).length;
    control().sendVoice(staff.id, OGG, { replyTo });
    control().sendSticker(staff.id, makePng(), { replyTo });
    control().sendVideoNote(staff.id, MP4, { replyTo });
    const album = control().sendAlbum(
      staff.id,
      [
        { kind: 'photo', bytes: makePng(9, 9) },
        { kind: 'video', bytes: MP4 },
      ],
      { replyTo },
    );
    const heard = await until(() => {
      const all = control()
        .messages(id)
        .slice(before)
        .map(({ message }) => message);
      return all.filter((one) => one.from.is_bot && one.video).length === 1 && all;
    }, 25_000);
    const kinds = heard.flatMap((one) =>
      (['voice', 'sticker', 'video_note', 'photo', 'video'] as const).filter((kind) => one[kind]),
    );
    expect(kinds).toEqual(['voice', 'sticker', 'video_note', 'photo', 'video']);
    expect(new Set(heard.map((one) => one.media_group_id).filter(Boolean)).size).toBe(1);
    expect(album).toHaveLength(2);
  }, 40_000);
});
