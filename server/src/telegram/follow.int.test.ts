import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteMessage } from '../domain/conversations/deleteMessage';
import { editMessage } from '../domain/conversations/editMessage';
import { listMessages } from '../domain/conversations/listMessages';
import { listRevisions } from '../domain/conversations/listRevisions';
import { reactToMessage } from '../domain/conversations/reactToMessage';
import { makePng } from '../sandbox/testKit';
import {
  answer,
  anotherTicket,
  filesOf,
  inChat,
  openCustomer,
  settled,
  writtenBy,
} from './testing/deskSide';
import { createTestDesk, staff, until, type TestDesk } from './testing/testDesk';

/** What happens to a message after it was sent: edits, deletions, reactions, quotes, moves. */

let desk: TestDesk;
const control = () => desk.server.sandbox.control;
const words = (count: number) =>
  Array.from({ length: count }, (_, index) => `слово${index}`).join(' ');

beforeAll(async () => {
  desk = await createTestDesk();
  control().start(staff.id);
  await until(() => desk.db('users').where({ telegram_id: staff.id }).first());
});
afterAll(() => desk.close());

/** A message as staff see it now. */
async function seen(ticketId: string, messageId: string) {
  const { items } = await desk.as(staff.id, (ctx) =>
    listMessages(ctx, { ticketId, order: 'asc', limit: 100 }),
  );
  const found = items.find(({ id }) => id === messageId);
  if (found === undefined) throw new Error('no such message');
  return found;
}

/** A message of the customer in the desk, by what it says. */
const written = (userId: string, content: string) =>
  until(async () => (await writtenBy(desk, userId)).find((one) => one.content === content), 15_000);

describe.concurrent('what the customer changes', () => {
  it('text, its formatting, a caption, one part of an album, the picture itself', async () => {
    const { id, userId } = await openCustomer(desk);
    const text = control().sendText(id, 'пароль 123');
    const photo = control().sendPhoto(id, [makePng(4, 4)], { caption: 'вот' })[0]?.message_id ?? 0;
    const album = control().sendAlbum(id, [
      { kind: 'photo', bytes: makePng(5, 5), caption: 'раз' },
      { kind: 'photo', bytes: makePng(6, 6), caption: 'два' },
    ]);
    control().editText(id, text.message_id, 'пароль скрыт', [
      { type: 'bold', offset: 7, length: 5 },
    ]);
    control().editText(id, photo, 'вот так');
    control().replacePhoto(id, photo, makePng(7, 7));
    control().editText(id, album[1]?.message_id ?? 0, 'три');
    const edited = await written(userId, 'пароль **скрыт**');
    expect(edited).toMatchObject({ format: 'markdown', editedAt: expect.any(Date) });
    const revisions = await desk.as(staff.id, (ctx) =>
      listRevisions(ctx, { messageId: edited.id }),
    );
    expect(revisions.items).toMatchObject([
      { content: 'пароль 123', format: 'plain', editor: { displayName: 'Вера' } },
    ]);
    const pictured = await written(userId, 'вот так');
    await until(async () => (await filesOf(desk, pictured.id)).length === 2, 15_000);
    expect((await filesOf(desk, pictured.id)).map(({ width }) => width)).toEqual([4, 7]);
    expect(await written(userId, 'раз\n\nтри')).toMatchObject({ kind: 'PHOTO' });
    expect(await writtenBy(desk, userId)).toHaveLength(4);
  });

  it('a reaction, and takes it back', async () => {
    const { id, userId, ticket } = await openCustomer(desk, 'en');
    const messageId = await answer(desk, ticket.id, 'готово');
    await settled(desk, messageId);
    const [shown] = await inChat(desk, id, messageId);
    control().react(id, shown?.message_id ?? 0, '🔥');
    const reactions = () => seen(ticket.id, messageId).then((message) => message.reactions);
    await until(async () => (await reactions()).length === 1, 15_000);
    expect(await reactions()).toEqual([{ emoji: '🔥', side: 'CUSTOMER', personId: userId }]);
    const event = await desk
      .db('event_log')
      .where({ type: 'message.updated', ticket_id: ticket.id })
      .orderBy('seq', 'desc')
      .first();
    expect(event.customer_data.reactions).toHaveLength(1);
    control().react(id, shown?.message_id ?? 0, '');
    await until(async () => (await reactions()).length === 0, 15_000);
  });
});

describe.concurrent('what staff change', () => {
  it('the end of a long text: only that part is changed, and more and fewer parts follow', async () => {
    const { id, ticket } = await openCustomer(desk);
    const long = words(600);
    const messageId = await answer(desk, ticket.id, long);
    expect((await settled(desk, messageId)).parts_sent).toBe(2);
    const edit = async (content: string) => {
      await desk.as(staff.id, (ctx) => editMessage(ctx, { messageId, content }));
      expect(await settled(desk, messageId, 'MESSAGE_EDIT')).toMatchObject({ state: 'SENT' });
      const chat = await inChat(desk, id, messageId);
      return chat
        .map(({ text }) => text)
        .join(' ')
        .replace(/^#\d+ · Олег\s/, '');
    };
    expect(await edit(`${long} и конец`)).toBe(`${long} и конец`);
    expect(await edit(words(1_200))).toBe(words(1_200));
    expect(await edit('коротко')).toBe('коротко');
    expect(await inChat(desk, id, messageId)).toHaveLength(1);
    expect((await seen(ticket.id, messageId)).chatChange).toMatchObject({
      kind: 'EDIT',
      state: 'SENT',
    });
  }, 30_000);

  it('a caption, past what a caption takes and back', async () => {
    const { id, ticket } = await openCustomer(desk);
    const messageId = await answer(desk, ticket.id, 'вот', { files: [['a.png', makePng(9, 9)]] });
    await settled(desk, messageId);
    const edit = async (content: string) => {
      await desk.as(staff.id, (ctx) => editMessage(ctx, { messageId, content }));
      expect(await settled(desk, messageId, 'MESSAGE_EDIT')).toMatchObject({ state: 'SENT' });
      return inChat(desk, id, messageId);
    };
    const longer = await edit(words(200));
    expect(longer.map(({ caption, text }) => (caption ?? text ?? '').length > 100)).toEqual([
      true,
      true,
    ]);
    const said = longer.map(({ caption, text }) => caption ?? text).join(' ');
    expect(said.replace(/^#\d+ · Олег\s/, '')).toBe(words(200));
    expect(await edit('снова коротко')).toMatchObject([
      { caption: expect.stringMatching(/снова коротко$/), reply_markup: expect.anything() },
    ]);
  }, 30_000);

  it('deletes: within 48 hours from the chat too, later only at the desk, which says so', async () => {
    const { id, ticket } = await openCustomer(desk);
    const [young, old] = [
      await answer(desk, ticket.id, 'новое'),
      await answer(desk, ticket.id, 'старое'),
    ];
    await settled(desk, young);
    await settled(desk, old);
    const before = new Date(Date.now() - 49 * 3_600_000);
    await desk.db('telegram_messages').where({ message_id: old }).update({ sent_at: before });
    for (const messageId of [young, old]) {
      await desk.as(staff.id, (ctx) => deleteMessage(ctx, { messageId }));
      await settled(desk, messageId, 'MESSAGE_DELETE');
    }
    const left = control()
      .messages(id)
      .filter(({ deleted }) => deleted !== true);
    expect(left.map(({ message }) => message.text?.split('\n')[1]).filter(Boolean)).toContain(
      'старое',
    );
    expect(left.some(({ message }) => /новое/.test(message.text ?? ''))).toBe(false);
    expect((await seen(ticket.id, young)).chatChange).toMatchObject({
      kind: 'DELETE',
      state: 'SENT',
    });
    expect(await seen(ticket.id, old)).toMatchObject({
      content: '',
      chatChange: { kind: 'DELETE', state: 'FAILED', reason: 'edit_refused' },
    });
  });

  it('reacts: the newest reaction stands in the chat, quotes are quotes on both sides', async () => {
    const { id, userId, ticket } = await openCustomer(desk);
    const first = await written(userId, 'помогите');
    const react = (emoji: string[]) =>
      desk.as(staff.id, (ctx) => reactToMessage(ctx, { messageId: first.id, emoji }));
    const inTheChat = () =>
      control()
        .messages(id)
        .find(({ from }) => from === 'me')?.reactions.bot;
    await react(['👍']);
    await until(() => inTheChat()?.[0] === '👍', 15_000);
    await react(['❤']);
    await until(() => inTheChat()?.[0] === '❤', 15_000);
    expect((await seen(ticket.id, first.id)).reactions).toMatchObject([
      { emoji: '❤', side: 'STAFF' },
    ]);
    await react([]);
    await until(() => inTheChat()?.length === 0, 15_000);
    const messageId = await answer(desk, ticket.id, 'чем?', {
      replyToId: first.id,
      quote: 'помог',
    });
    await settled(desk, messageId);
    const [asked] = await inChat(desk, id, messageId);
    expect(asked).toMatchObject({
      reply_to_message: { text: 'помогите' },
      quote: { text: 'помог' },
    });
    control().sendText(id, 'всем', { replyTo: asked?.message_id ?? 0, quote: 'чем' });
    expect(await written(userId, 'всем')).toMatchObject({ replyToId: messageId, quote: 'чем' });
    await expect(
      answer(desk, ticket.id, 'x', { replyToId: first.id, quote: 'нет такого' }),
    ).rejects.toMatchObject({ code: 'validation_failed' });
  });
});

describe.concurrent('several tickets', () => {
  it('says once where messages went, and moves them with all that is theirs', async () => {
    const customer = await openCustomer(desk);
    const { id, userId, ticket } = customer;
    const other = await anotherTicket(desk, customer, 'Донат не пришёл');
    // Without its own news to the customer, which would be about this ticket too.
    await desk.db('tickets').where({ id: ticket.id }).update({ status: 'WAITING_RESPONSE' });
    // The chat was about the first ticket long ago.
    const notices = () => desk.db('telegram_messages').where({ chat_id: id, message_id: null });
    await until(async () => (await notices()).length > 0, 15_000);
    await desk
      .db('telegram_messages')
      .where({ chat_id: id })
      .update({ sent_at: new Date(0) });
    const [, second] = control().sendPhoto(id, [makePng(4, 4), makePng(5, 5)], { caption: 'чек' });
    const late = control().sendText(id, 'и ещё');
    control().react(id, late.message_id, '🎉');
    const went = await control().waitForMessage(
      id,
      ({ message }) => /Добавил в #/.test(message.text ?? ''),
      15_000,
    );
    await written(userId, 'и ещё');
    const press = async (label: RegExp) => {
      const data = await until(() => {
        const now = control()
          .messages(id)
          .find(({ message }) => message.message_id === went.message.message_id);
        const buttons = now?.message.reply_markup?.inline_keyboard.flat() ?? [];
        return buttons.find(({ text }) => label.test(text))?.callback_data;
      }, 15_000);
      const query = control().pressButton(id, went.message.message_id, data);
      return control().waitForAnswer(query.id, 15_000);
    };
    await press(/Перенести/);
    await press(new RegExp(`#${other.number} · Донат`));
    await control().waitForMessage(
      id,
      ({ message }) => /Перенёс 2 сообщения в #/.test(message.text ?? ''),
      15_000,
    );
    const all = await writtenBy(desk, userId);
    const here = all.filter(
      ({ ticketId, deletedAt }) => ticketId === other.id && deletedAt === null,
    );
    expect(here.map(({ content }) => content)).toEqual(['Донат не пришёл', 'чек', 'и ещё']);
    expect(await filesOf(desk, here[1]?.id ?? '')).toHaveLength(2);
    expect((await seen(other.id, here[2]?.id ?? '')).reactions).toMatchObject([{ emoji: '🎉' }]);
    const marks = all.filter(({ deletedAt }) => deletedAt !== null);
    expect(marks.map(({ ticketId, extra }) => [ticketId, extra])).toEqual([
      [ticket.id, { movedTo: other.number }],
      [ticket.id, { movedTo: other.number }],
    ]);
    // The old ticket is as if nothing had been said: it still waits for the customer.
    expect(await desk.db('tickets').where({ id: ticket.id }).first()).toMatchObject({
      status: 'WAITING_RESPONSE',
      message_count: 1,
    });
    // What stood for them in the chat went along: an edit finds its message, the rest follows.
    control().editText(id, second?.message_id ?? 0, 'и чек');
    await written(userId, 'чек\n\nи чек');
    control().sendText(id, 'дальше');
    expect((await written(userId, 'дальше')).ticketId).toBe(other.id);
    const told = control()
      .messages(id)
      .filter(({ message }) => /Добавил в|Перенёс/.test(message.text ?? ''));
    expect(told).toHaveLength(1);
    // The same buttons once more, as of a chat that was not updated.
    await press(/Перенести/);
    const again = await press(/В новое обращение/);
    expect(again.text).toBeUndefined();
    expect(await desk.db('tickets').where({ customer_id: userId })).toHaveLength(3);
    await control().waitForMessage(
      id,
      ({ message }) => /Перенёс 3 сообщения/.test(message.text ?? ''),
      15_000,
    );
  }, 60_000);

  it('answers every button: another person’s, one that is too old, one pressed twice', async () => {
    const { id, ticket } = await openCustomer(desk);
    const messageId = await answer(desk, ticket.id, 'вот');
    await settled(desk, messageId);
    const [shown] = await inChat(desk, id, messageId);
    const close = shown?.reply_markup?.inline_keyboard
      .flat()
      .find(({ text }) => /Закрыть/.test(text));
    const data = close?.callback_data ?? '';
    const pressed = async (chat: number, message: number, callback: string) => {
      const query = control().pressButton(chat, message, callback);
      return control().waitForAnswer(query.id, 15_000);
    };
    const [once, twice] = await Promise.all([
      pressed(id, shown?.message_id ?? 0, data),
      pressed(id, shown?.message_id ?? 0, data),
    ]);
    expect([once.text, twice.text]).toEqual([
      undefined,
      expect.stringMatching(/больше не действует/),
    ]);
    const stranger = await openCustomer(desk, 'en');
    const forged = control().sendText(stranger.id, 'x');
    control().forgeButton(stranger.id, forged.message_id, data);
    expect((await pressed(stranger.id, forged.message_id, data)).text).toBeTruthy();
    control().forgeButton(stranger.id, forged.message_id, 'of:an:older:version');
    expect((await pressed(stranger.id, forged.message_id, 'of:an:older:version')).text).toMatch(
      /no longer/,
    );
    await desk.db('users').where({ telegram_id: stranger.id }).update({ is_active: false });
    expect((await pressed(stranger.id, forged.message_id, 'of:an:older:version')).text).toMatch(
      /closed/i,
    );
    expect(await desk.db('tickets').where({ id: ticket.id }).first()).toMatchObject({
      status: 'CLOSED',
    });
  }, 30_000);
});
