import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '@tikethet/shared/permissions';
import { updateProfile } from '../domain/people/updateProfile';
import { changeTicket } from '../domain/tickets/changeTicket';
import { makePng } from '../sandbox/testKit';
import { createChatKit, type ChatKit, type Somebody } from './testing/chatKit';

/** What staff do from their own Telegram: notices, answers, the queue, the card. */

let kit: ChatKit;
let one: Somebody;
let two: Somebody;
let boss: Somebody;
beforeAll(async () => {
  kit = await createChatKit();
  one = await member('HELPER', 'Олег', 'ru');
  two = await member('HELPER', 'Kate', 'en');
  boss = await member('MODERATOR', 'Мира', 'ru');
});
afterAll(() => kit.close());

const db = () => kit.desk.db;
const control = () => kit.desk.server.sandbox.control;

async function member(role: Role, firstName: string, language: string): Promise<Somebody> {
  const person = kit.person(language);
  control().addPerson({ id: person.id, firstName, languageCode: language, kind: 'staff' });
  person.start();
  await person.said(/Здравствуйте|Hello/);
  await db()('users').where({ telegram_id: person.id }).update({ role });
  return person;
}

/** A stranger with a problem, and the number it got. */
async function customer(text: string): Promise<{ who: Somebody; number: number; id: string }> {
  const who = kit.person('ru');
  who.write(text);
  await who.said(/принято/);
  const [ticket] = await who.tickets();
  if (ticket === undefined) throw new Error('no ticket');
  return { who, number: ticket.number, id: ticket.id };
}

const ticketOf = (id: string) => db()('tickets').where({ id }).first();
const messagesOf = (id: string) => db()('messages').where({ ticket_id: id }).orderBy('position');
const quiet = () =>
  kit.until(async () => {
    const open = await db()('deliveries').whereIn('state', ['QUEUED', 'SENDING']);
    const waiting = await db()('telegram_updates').whereNull('processed_at');
    return open.length + waiting.length === 0;
  });

describe('a notice', () => {
  it('tells what matters, and everybody sees who took the ticket', async () => {
    const { number, id } = await customer('Не могу войти\nПишет «неверный пароль»');
    const mine = await one.said(new RegExp(`🆕 #${number} · Не могу войти`));
    const theirs = await two.said(new RegExp(`🆕 #${number}`));
    const seen = await boss.said(new RegExp(`🆕 #${number}`));
    expect(mine.message.text).toBe(
      `🆕 #${number} · Не могу войти\nВера · ❓ Другое · Обычный\n` + 'Пишет «неверный пароль»',
    );
    expect(theirs.message.text).toContain('Вера · ❓ Something else · Normal');
    expect(one.buttons(mine)).toEqual(['Взять', 'Открыть']);
    const presses = await Promise.all([one.press(mine, 'Взять'), two.press(theirs, 'Take')]);
    const { assignee_id: holder } = await ticketOf(id);
    const [winner, loser, wonNotice, lostNotice] =
      holder === (await one.user())?.id
        ? [one, two, mine, theirs]
        : ([two, one, theirs, mine] as const);
    expect(presses.filter((text) => /теперь ваше|is yours/.test(text ?? ''))).toHaveLength(1);
    expect(presses.filter((text) => /занимается|is already on it/.test(text ?? ''))).toHaveLength(
      1,
    );
    await winner.reads(wonNotice, /Занимаетесь вы|You are on it/);
    expect(winner.buttons(wonNotice)).toHaveLength(1);
    // Out of the other helper's sight: only who has it is left.
    await loser.reads(lostNotice, new RegExp(`^#${number} · .*(занимается|is on it)`));
    expect(loser.buttons(lostNotice)).toEqual([]);
    await boss.reads(seen, /Занимается (Олег|Kate)/);
    expect(boss.buttons(seen)).toEqual(['Открыть']);
    expect(await winner.press(wonNotice, /Открыть|Open/)).toBeUndefined();
    await winner.said(/неверный пароль[^]*(Начните с|Begin with)/);
  });

  it('grows instead of ringing again, until somebody answers', async () => {
    const { who, number, id } = await customer('первое');
    const notice = await one.said(new RegExp(`🆕 #${number}`));
    const before = one.heard().length;
    who.write('второе');
    await one.reads(notice, /второе$/);
    control().sendPhoto(who.id, [makePng()], {});
    await one.reads(notice, /📎 Фото\nи ещё 1 сообщение/);
    expect(one.heard()).toHaveLength(before);
    one.write('слушаю', { replyTo: notice.message.message_id });
    await who.said(/слушаю/);
    who.write('третье');
    await one.said(new RegExp(`💬 #${number} · первое\n[^]*третье`));
    expect(await ticketOf(id)).toMatchObject({ status: 'IN_PROGRESS', message_count: 5 });
  });

  it('comes only where it is wanted', async () => {
    const off = { staffNotices: { newTicket: false, customerReplied: false } };
    await kit.desk.as(one.id, (ctx) => updateProfile(ctx, { preferences: off }));
    const { number, id } = await customer('тихо');
    await boss.said(new RegExp(`🆕 #${number}`));
    const assigneeId = (await one.user())?.id ?? '';
    await kit.desk.as(boss.id, (ctx) => changeTicket(ctx, { id, changes: { assigneeId } }));
    await one.said(new RegExp(`📌 #${number} теперь ваше · тихо`));
    await quiet();
    expect(one.heard().some(({ message }) => message.text?.startsWith(`🆕 #${number}`))).toBe(
      false,
    );
    const on = { staffNotices: { newTicket: true, customerReplied: true } };
    await kit.desk.as(one.id, (ctx) => updateProfile(ctx, { preferences: on }));
  });
});

describe('a reply to a notice', () => {
  it('answers with words and files, takes edits, keeps notes from the customer', async () => {
    const { who, number, id } = await customer('нужна помощь');
    const notice = await boss.said(new RegExp(`🆕 #${number}`));
    const replyTo = notice.message.message_id;
    const answer = boss.write('сейчас посмотрю', { replyTo });
    const arrived = await who.said(
      new RegExp(`#${number} · Вера\nсейчас посмотрю|сейчас посмотрю`),
    );
    const thumb = () =>
      control()
        .messages(boss.id)
        .find(({ message }) => message.message_id === answer)?.reactions.bot;
    await kit.until(() => thumb()?.includes('👍'));
    boss.edit(answer, 'уже смотрю');
    await who.reads(arrived, /уже смотрю/);
    control().sendPhoto(boss.id, [makePng(), makePng(6, 6)], { caption: 'вот', replyTo });
    await kit.until(() => who.heard().filter(({ message }) => message.photo).length === 2);
    const sent = control()
      .calls()
      .filter(({ method, params }) => method === 'sendMediaGroup' && params['chat_id'] === who.id);
    expect(sent).toHaveLength(1);
    const note = boss.write('// похоже на ошибку в патче', { replyTo });
    await boss.said(new RegExp(`Заметка в #${number}`));
    boss.edit(note, 'это ошибка в патче');
    await kit.until(async () => (await messagesOf(id)).at(-1)?.content === 'это ошибка в патче');
    const kept = await messagesOf(id);
    expect(kept.map(({ internal }) => internal)).toEqual([false, false, false, true]);
    boss.edit(answer, '// передумала');
    await boss.said(/заметкой ему не стать/);
    await quiet();
    const told = who.heard().map(({ message }) => message.text ?? message.caption ?? '');
    expect(told.some((text) => /ошибк|передумала/.test(text))).toBe(false);
  });

  it('says why it cannot be sent', async () => {
    const { who, number, id } = await customer('вопрос');
    const notice = await two.said(new RegExp(`🆕 #${number}`));
    const replyTo = notice.message.message_id;
    const own = await boss.said(new RegExp(`🆕 #${number}`));
    await kit.desk.as(boss.id, (ctx) => changeTicket(ctx, { id, changes: { status: 'CLOSED' } }));
    boss.write('поздно', { replyTo: own.message.message_id });
    const closed = await boss.said(/закрыто, поэтому ответ не отправлен/);
    await boss.press(closed, 'Открыть снова');
    await kit.until(async () => (await ticketOf(id)).status === 'OPEN');
    const assigneeId = (await one.user())?.id ?? '';
    await kit.desk.as(boss.id, (ctx) => changeTicket(ctx, { id, changes: { assigneeId } }));
    two.write('and me', { replyTo });
    await two.said(/can no longer see this ticket/);
    await quiet();
    expect(await messagesOf(id)).toHaveLength(1);
    expect(who.heard().some(({ message }) => /поздно|and me/.test(message.text ?? ''))).toBe(false);
  });
});

describe('/queue', () => {
  it('pages through what waits, most urgent first, and works on a card', async () => {
    await db()('tickets').update({ deleted_at: new Date() });
    // Eight notices would take eight seconds in each chat.
    const off = JSON.stringify({ staffNotices: { newTicket: false } });
    await db()('users').where('role', '<>', 'USER').update({ preferences: off });
    const made = [];
    for (let index = 0; index < 8; index += 1) made.push(await customer(`задача ${index}`));
    const urgent = made[5];
    if (urgent === undefined) throw new Error('eight were made');
    await kit.desk.as(boss.id, (ctx) =>
      changeTicket(ctx, { id: urgent.id, changes: { priority: 'CRITICAL' } }),
    );
    one.write('/queue');
    const list = await one.said(/Очередь · ответа ждут 8 обращений/);
    const numbers = () => one.buttons(list).filter((text) => text.startsWith('#'));
    const order = [urgent, ...made.filter((ticket) => ticket !== urgent)];
    expect(numbers()).toEqual(order.slice(0, 6).map(({ number }) => `#${number}`));
    await one.press(list, 'Ещё ›');
    await one.reads(list, /задача 7/);
    expect(numbers()).toEqual(order.slice(6).map(({ number }) => `#${number}`));
    await one.press(list, '‹ Назад');
    await one.reads(list, /🔥 #\d+ · задача 5/);
    expect(numbers()).toHaveLength(6);
    await one.press(list, `#${urgent.number}`);
    const card = await one.said(new RegExp(`^#${urgent.number} · задача 5\nОткрыто · 🔥`));
    expect(one.buttons(card)).toEqual(['Взять', 'Решено', '↻ Обновить']);
    await one.press(card, 'Взять');
    await one.reads(card, /В работе[^]*Занимаетесь вы/);
    one.write('беру', { replyTo: card.message.message_id });
    await urgent.who.said(/беру/);
    await one.press(card, 'Решено');
    await one.reads(card, /Решено ·/);
    expect(await one.press(card, 'Открыть снова')).toBeUndefined();
    await one.press(card, 'Вернуть в очередь');
    await one.reads(card, /Открыто[^]*Пока никто/);
    one.write('/queue');
    await one.said(/ждут 8 обращений/);
  });
});

describe('the desk’s own words', () => {
  it('greet who comes for the first time, and name priorities', async () => {
    await db()('desk_settings').update({ greeting: 'Мы чиним <лодки>.' });
    await db()('priorities').where({ priority: 'CRITICAL' }).update({ name: 'Тонем' });
    const guest = kit.person('ru');
    guest.start();
    const hello = await guest.said(/лодки/);
    expect(hello.message.text).toBe('Здравствуйте, Вера! 👋\n\nМы чиним <лодки>.');
    guest.write('Течь в днище');
    const asked = await guest.said(/принято/);
    await guest.press(asked, /Другое/);
    await guest.reads(asked, /Насколько это срочно/);
    expect(guest.buttons(asked)).toContain('Тонем');
    await guest.press(asked, 'Тонем');
    await guest.reads(asked, /Тонем/);
    const [ticket] = await guest.tickets();
    expect(ticket?.priority).toBe('CRITICAL');
  });
});
