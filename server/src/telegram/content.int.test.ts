import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Attachment } from '../domain/attachments/attachment';
import { changeTicket } from '../domain/tickets/changeTicket';
import { Message } from '../domain/conversations/message';
import { SYSTEM } from '../domain/context';
import { anna, ben, makePng } from '../sandbox/testKit';
import { createTestDesk, staff, until, type TestDesk } from './testing/testDesk';

let test: TestDesk;
let nextId = 7_000;
beforeAll(async () => {
  test = await createTestDesk();
});
afterAll(() => test.close());

const control = () => test.server.sandbox.control;
const said = (id: number, text: RegExp) =>
  control().waitForMessage(
    id,
    ({ from, message }) => from === 'bot' && text.test(message.text ?? message.caption ?? ''),
  );
/** Somebody whom nobody knows yet. */
function stranger(languageCode = 'ru'): number {
  nextId += 1;
  control().addPerson({ id: nextId, firstName: 'Вера', languageCode, kind: 'customer' });
  return nextId;
}
const messagesOf = async (telegramId: number) => {
  const user = await test.db('users').where({ telegram_id: telegramId }).first();
  if (user === undefined) return [];
  return Message.query(test.db).where({ authorId: user.id }).orderBy(['createdAt', 'position']);
};
const filesOf = (messageId: string) =>
  Attachment.query(test.db).where({ messageId }).orderBy('ordinal');
const ticketsOf = async (telegramId: number) => {
  const { id } = await test.db('users').where({ telegram_id: telegramId }).first();
  return test.db('tickets').where({ customer_id: id }).orderBy('number');
};

describe('what people send', () => {
  it('fetches the file after the message', async () => {
    const id = stranger();
    const picture = makePng(64, 48);
    control().sendPhoto(id, [picture], { caption: 'смотрите' });
    const file = await until(async () => {
      const [message] = await messagesOf(id);
      const [attachment] = message ? await filesOf(message.id) : [];
      return attachment?.state === 'READY' && attachment;
    });
    expect(file).toMatchObject({ kind: 'IMAGE', width: 64, height: 48 });
    expect(file.thumbnailKey === null || file.thumbnailKey.length > 10).toBe(true);
    expect(await test.storage.size(file.storageKey ?? '')).toBe(file.size);
  });

  it('keeps trying when the file server fails, and goes on', async () => {
    const id = stranger();
    control().failNext({ kind: 'error', code: 500, method: 'getFile', times: 2 });
    control().sendDocument(id, Buffer.from('x'), { fileName: 'x.txt' });
    await until(async () => {
      const [message] = await messagesOf(id);
      const [attachment] = message ? await filesOf(message.id) : [];
      return attachment?.state === 'READY';
    }, 15_000);
  });

  it('takes half a file for none, and fetches it again', async () => {
    const id = stranger();
    const whole = globalThis.fetch;
    let cut = 0;
    const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      const response = await whole(input, init);
      if (!(typeof input === 'string' && input.includes('/file/bot')) || cut > 0) return response;
      cut += 1;
      return new Response((await response.arrayBuffer()).slice(0, 3));
    });
    try {
      control().sendDocument(id, Buffer.from('целиком'), { fileName: 'x.txt' });
      const file = await until(async () => {
        const [message] = await messagesOf(id);
        const [attachment] = message ? await filesOf(message.id) : [];
        return attachment?.state === 'READY' && attachment;
      }, 15_000);
      expect([cut, await test.storage.size(file.storageKey ?? '')]).toEqual([1, 14]);
    } finally {
      spy.mockRestore();
    }
  });

  it('takes hostile text as text', async () => {
    const id = stranger();
    const text = '<b>x</b> {{name}} $t(login.usage) \u0000 \ud800 & &amp; *a*';
    control().sendText(id, text);
    await said(id, /принято/);
    const [message] = await messagesOf(id);
    expect(message?.content).toContain('<b>x</b> {{name}} $t(login.usage)');
    control().sendText(id, '/tickets');
    const list = await said(id, /Ваше обращение/);
    expect(list.message.text).toContain('<b>x</b> {{name}} $t(login.usage)');
  });
});

describe('where it goes', () => {
  it('a reply goes to its ticket, the rest to the current one', async () => {
    const id = stranger('en');
    control().sendText(id, 'first');
    const one = await said(id, /is open/);
    control().sendText(id, '/new');
    await said(id, /New ticket/);
    control().sendText(id, 'second');
    await until(async () => (await ticketsOf(id)).length === 2);
    const [first, second] = await ticketsOf(id);
    control().sendText(id, 'to the first', { replyTo: one.message.message_id });
    await said(id, new RegExp(`Added to #${first.number}`));
    const stored = await messagesOf(id);
    expect(stored.map(({ content, ticketId }) => [content, ticketId])).toEqual([
      ['first', first.id],
      ['second', second.id],
      ['to the first', first.id],
    ]);
  });

  it('a closed ticket opens again, one closed long ago is continued by a new one', async () => {
    const id = stranger();
    control().sendText(id, 'раз');
    await said(id, /принято/);
    const [ticket] = await ticketsOf(id);
    await test.desk.run(SYSTEM, (ctx) =>
      changeTicket(ctx, { id: ticket.id, changes: { status: 'CLOSED' } }),
    );
    control().sendText(id, 'снова');
    await said(id, /снова в работе/);
    const longAgo = new Date(Date.now() - 8 * 86_400_000);
    await test
      .db('tickets')
      .where({ id: ticket.id })
      .update({ status: 'CLOSED', closed_at: longAgo, resolved_at: longAgo });
    control().sendText(id, 'и ещё раз');
    await said(id, /давно закрыто/);
    const [, second] = await ticketsOf(id);
    expect(second).toMatchObject({ linked_ticket_id: ticket.id, title: 'и ещё раз' });
  });

  it('answers commands, also unknown ones, deep links and old buttons', async () => {
    const id = stranger();
    control().start(id, 'new_other');
    await said(id, /Тема: ❓ Другое/);
    control().sendText(id, 'вопрос');
    const asked = await said(id, /Насколько это срочно/);
    const [ticket] = await ticketsOf(id);
    const press = (text: string) => {
      const buttons = asked.message.reply_markup?.inline_keyboard.flat() ?? [];
      const data = buttons.find((button) => button.text === text)?.callback_data ?? '';
      return control().pressButton(id, asked.message.message_id, data);
    };
    await control().waitForAnswer(press('Высокий').id);
    await said(id, /Другое · Высокий/);
    expect(await ticketsOf(id)).toMatchObject([{ priority: 'HIGH', number: ticket.number }]);
    control().sendText(id, '/nonsense');
    await said(id, /Команды \/nonsense нет/);
    control().sendText(id, '/status');
    await said(id, /Статус: Открыто/);
    control().sendText(id, `/start t${ticket.number}`);
    await said(id, /Пишите сюда/);
    control().sendText(id, '/login');
    await said(id, /Пришлите код/);
    control().sendText(id, '/cancel');
    await said(id, /Отменять нечего/);
    expect(await ticketsOf(id)).toHaveLength(1);
  });

  it('asks staff whether they write as a customer', async () => {
    control().start(staff.id);
    await said(staff.id, /Вы в команде: Разработчик/);
    control().sendText(staff.id, 'моя проблема');
    const asked = await said(staff.id, /Вы пишете как клиент/);
    expect(await ticketsOf(staff.id)).toEqual([]);
    control().pressButton(staff.id, asked.message.message_id, 'mine:yes');
    await said(staff.id, /принято/);
    expect(await ticketsOf(staff.id)).toMatchObject([{ title: 'моя проблема' }]);
  });

  it('lets staff take and answer from their chat', async () => {
    control().start(staff.id);
    control().sendText(ben.id, 'staff, help');
    const notice = await said(staff.id, /🆕 #\d+ · staff, help/);
    const take = notice.message.reply_markup?.inline_keyboard.flat()[0]?.callback_data ?? '';
    await control().waitForAnswer(
      control().pressButton(staff.id, notice.message.message_id, take).id,
    );
    await said(ben.id, /Олег is working on #\d+/);
    control().sendText(staff.id, 'on it', { replyTo: notice.message.message_id });
    await said(ben.id, /#\d+ · Олег\non it/);
  });

  it('says once that access is closed, and notices a blocked bot', async () => {
    control().sendText(anna.id, 'привет');
    await said(anna.id, /принято/);
    await test.db('users').where({ telegram_id: anna.id }).update({ is_active: false });
    control().sendText(anna.id, 'ещё');
    await said(anna.id, /доступ закрыт/i);
    control().sendText(anna.id, 'и ещё');
    await until(async () => {
      const left = await test.db('telegram_updates').whereNull('processed_at');
      return left.length === 0;
    });
    const told = control()
      .messages(anna.id)
      .filter(({ message }) => /доступ закрыт/i.test(message.text ?? ''));
    expect(told).toHaveLength(1);
    expect(await messagesOf(anna.id)).toHaveLength(1);
    control().block(anna.id);
    await until(async () => {
      const user = await test.db('users').where({ telegram_id: anna.id }).first();
      return user.bot_blocked_at !== null;
    });
  });

  it('rates a resolved ticket and reopens it by button', async () => {
    const id = stranger();
    control().sendText(id, 'сломалось');
    await said(id, /принято/);
    const [ticket] = await ticketsOf(id);
    await test.as(staff.id, (ctx) =>
      changeTicket(ctx, { id: ticket.id, changes: { status: 'RESOLVED' } }),
    );
    const resolved = await said(id, /решено/);
    const buttons = resolved.message.reply_markup?.inline_keyboard.flat() ?? [];
    expect(buttons.map(({ text }) => text)).toContain('Проблема осталась');
    const press = (index: number) =>
      control().pressButton(id, resolved.message.message_id, buttons[index]?.callback_data ?? '');
    const answer = await control().waitForAnswer(press(4).id);
    expect(answer.text).toMatch(/⭐⭐⭐⭐⭐/);
    expect(await ticketsOf(id)).toMatchObject([{ rating: 5 }]);
    await control().waitForAnswer(press(5).id);
    await said(id, /снова в работе/);
    expect(await ticketsOf(id)).toMatchObject([{ status: 'OPEN' }]);
  });
});
