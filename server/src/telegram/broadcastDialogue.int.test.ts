import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../db/ids';
import { Broadcast } from '../domain/broadcasts/broadcast';
import { showBroadcast } from '../domain/broadcasts/showBroadcast';
import { makePng } from '../sandbox/testKit';
import { createChatKit, type ChatKit } from './testing/chatKit';
import { staff } from './testing/testDesk';

/** Twenty seconds of sending: it is stopped in the middle on a slow machine too. */
const MANY = 600;
const first = 100_000;

let kit: ChatKit;
beforeAll(async () => {
  kit = await createChatKit();
  const people = Array.from({ length: MANY }, (_, index) => ({
    id: first + index,
    firstName: `Клиент ${index}`,
    languageCode: 'ru',
    kind: 'customer' as const,
  }));
  control().addAcquaintances(people);
  const now = new Date(0);
  await kit.desk.db('users').insert(
    people.map(({ id, firstName }) => ({
      id: newId(),
      telegram_id: id,
      first_name: firstName,
      language: 'ru',
      bot_started_at: now,
      created_at: now,
    })),
  );
});
afterAll(() => kit.close());

const control = () => kit.desk.server.sandbox.control;

/** The newest broadcast, with its numbers. */
async function now() {
  const newest = await Broadcast.query(kit.desk.db).orderBy('createdAt', 'desc').first();
  return showBroadcast(kit.desk.db, newest ?? expect.fail('no broadcast'));
}

it('is written, seen, confirmed, watched and stopped in the chat', async () => {
  const author = kit.known(staff.id);
  author.start();
  await author.said(/Здравствуйте/);
  const reader = first + 7;
  const lastOf = (id: number) => control().messages(id).at(-1)?.message;
  author.write('/broadcast');
  const ask = await author.said(/Кому отправить/);
  await author.press(ask, /По категории/);
  await author.press(ask, /Другое/);
  await author.reads(ask, /Получать некому[^]*С обращениями: ❓/);
  author.write('/broadcast');
  const again = await author.said(/Кому отправить/);
  await author.press(again, 'Все клиенты');
  await author.reads(again, /Все клиенты · 600 человек/);
  author.write('/cancel');
  await author.said(/Ничего не ушло/);
  author.write('/broadcast');
  const third = await author.said(/Кому отправить/);
  await author.press(third, 'Все клиенты');
  await author.reads(third, /Все клиенты · 600 человек/);
  control().sendSticker(staff.id, makePng());
  await author.said(/Могу отправить текст, одну картинку/);
  control().sendPhoto(staff.id, [makePng(40, 30)], {
    caption: 'Новый сезон уже здесь',
  });
  const confirm = await author.said(/Так это придёт[^]*Все клиенты · 600 человек/);
  const preview = author.heard().find(({ message }) => message.caption?.includes('Новый сезон'));
  expect(preview?.message.photo).toBeDefined();
  expect(author.buttons(preview ?? confirm)).toEqual(['Больше не присылать новости']);
  expect(author.buttons(confirm)).toEqual(['Отправить 600 людям', 'Написать заново', 'Отменить']);
  expect(lastOf(reader)?.caption).toBeUndefined();
  await author.press(confirm, /Отправить/);
  await author.reads(confirm, /Рассылка · (готовится|идёт)/);
  await author.reads(confirm, /▰▱[^]*Дошло: \d+ из 600/);
  await author.press(confirm, '⏹ Остановить');
  await author.reads(confirm, /Рассылка · остановлена[^]*Не отправлено: /);
  expect(author.buttons(confirm)).toEqual([]);
  const shows = ({ message }: { message: { caption?: string; photo?: unknown } }) =>
    message.caption === 'Новый сезон уже здесь' && message.photo !== undefined;
  const got = () =>
    control()
      .people()
      .filter(({ id }) => id !== staff.id && control().messages(id).some(shows));
  // What was being handed over when the stop came still counts.
  await kit.until(async () => got().length === (await now()).counts.sent, 20_000);
  expect(got().length).toBeLessThan(MANY);
  const one = kit.known(got()[0]?.id ?? 0);
  const news = one.heard().find(shows);
  if (news === undefined) throw new Error('nobody got it');
  expect(await one.press(news, /Больше не присылать/)).toMatch(/новостей больше не будет/);
  expect((await one.preferences()).customerNotices.news).toBe(false);
});
