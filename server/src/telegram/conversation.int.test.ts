import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addMessage } from '../domain/conversations/addMessage';
import { Message } from '../domain/conversations/message';
import { anna, ben } from '../sandbox/testKit';
import { createTestDesk, staff, until, type TestDesk } from './testing/testDesk';

let test: TestDesk;
beforeEach(async () => {
  test = await createTestDesk();
});
afterEach(() => test.close());

const control = () => test.server.sandbox.control;
const said = (id: number, text: RegExp) =>
  control().waitForMessage(
    id,
    ({ from, message }) => from === 'bot' && text.test(message.text ?? message.caption ?? ''),
  );
const messages = () => Message.query(test.db).orderBy('position');

describe('a conversation', () => {
  it('opens a ticket from the first words and brings the answer to the chat', async () => {
    control().start(staff.id);
    await said(staff.id, /Здравствуйте, Олег/);
    control().sendText(anna.id, 'Не могу войти в игру\nПишет «неверный пароль»');
    const accepted = await said(anna.id, /Обращение #1001 принято/);
    const [ticket] = await test.tickets();
    expect(ticket).toMatchObject({
      title: 'Не могу войти в игру',
      description: 'Не могу войти в игру\nПишет «неверный пароль»',
      status: 'OPEN',
      channel: 'BOT',
    });
    await said(staff.id, /🆕 #1001 · Не могу войти в игру/);
    const category = accepted.message.reply_markup?.inline_keyboard.flat()[0];
    expect(category?.text).toMatch(/Технические проблемы/);
    const query = control().pressButton(
      anna.id,
      accepted.message.message_id,
      category?.callback_data ?? '',
    );
    await control().waitForAnswer(query.id);
    await test.as(staff.id, (ctx) =>
      addMessage(ctx, {
        ticketId: ticket?.id ?? '',
        content: 'Сейчас **посмотрим** <b>',
        format: 'markdown',
        attachmentIds: [],
        internal: false,
      }),
    );
    const answer = await said(anna.id, /#1001 · Олег\nСейчас посмотрим <b>/);
    expect(answer.message.entities).toMatchObject([{ type: 'bold' }, { type: 'bold' }]);
    expect(answer.message.reply_markup?.inline_keyboard.flat().map(({ text }) => text)).toEqual([
      'Открыть',
      'Закрыть обращение',
    ]);
    await until(async () =>
      (await test.db('deliveries').where({ kind: 'MESSAGE' })).every(
        ({ state }) => state === 'SENT',
      ),
    );
    control().sendText(anna.id, 'спасибо');
    await until(async () => (await messages()).length === 3);
    expect(await test.tickets()).toHaveLength(1);
    expect(ben.id).toBe(502);
  });
});
