import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../domain/context';
import { changeTicket } from '../domain/tickets/changeTicket';
import { COMMANDS } from './commands';
import { DIALOGUES } from './dialogues';
import { startTelegram, type Telegram } from './index';
import { createChatKit, type ChatKit, type Somebody } from './testing/chatKit';
import { staff } from './testing/testDesk';

let kit: ChatKit;
beforeAll(async () => {
  kit = await createChatKit();
});
afterAll(() => kit.close());

const dialogueOf = async (person: { id: number }) => {
  const chat = await kit.desk.db('telegram_chats').where({ chat_id: person.id }).first();
  return chat?.dialogue?.mode ?? null;
};
/** The person went away and comes back two hours later. */
const twoHoursLater = (person: { id: number }) =>
  kit.desk
    .db('telegram_chats')
    .where({ chat_id: person.id })
    .update({
      dialogue: kit.desk.db.raw(`jsonb_set(dialogue, '{at}', to_jsonb(?::text))`, [
        new Date(Date.now() - 2 * 3_600_000).toISOString(),
      ]),
    });
async function resolved(person: Somebody): Promise<string> {
  person.write('Сломалось');
  await person.said(/принято|is open/);
  const [ticket] = await person.tickets();
  const id = ticket?.id ?? '';
  await kit.desk.desk.run(SYSTEM, (ctx) =>
    changeTicket(ctx, { id, changes: { status: 'RESOLVED' } }),
  );
  return id;
}

it('every dialogue stands in the registry under its own mode', () => {
  for (const [mode, dialogue] of Object.entries(DIALOGUES)) expect(dialogue.mode).toBe(mode);
  expect(Object.keys(COMMANDS)).toContain('cancel');
});

describe.concurrent('a new ticket', () => {
  it.concurrent('takes a topic, another one, and the story', async ({ expect }) => {
    const ru = kit.person('ru');
    ru.write('✍️ Новое обращение');
    const asked = await ru.said(/О чём оно\? Выберите тему/);
    await ru.press(asked, /Баны/);
    await ru.reads(asked, /Тема: .*Баны/);
    await ru.press(asked, '‹ Другая тема');
    await ru.reads(asked, /О чём оно/);
    await ru.press(asked, /Экономика/);
    await ru.reads(asked, /Тема: .*Экономика/);
    ru.write('Пропали монеты');
    await ru.said(/принято[^]*Насколько это срочно/);
    const [ticket] = await ru.tickets();
    const category = await kit.desk.db('categories').where({ id: ticket?.categoryId }).first();
    expect(category?.slug).toBe('economy');
    expect(await dialogueOf(ru)).toBeNull();
  });

  it.concurrent('needs no topic, and is forgotten after an hour', async ({ expect }) => {
    const ru = kit.person('ru');
    ru.write('/new');
    await ru.said(/О чём оно/);
    ru.write('Просто текст вместо кнопки');
    await ru.said(/принято/);
    ru.write('/support');
    await ru.said(/О чём оно/);
    await twoHoursLater(ru);
    ru.write('это к первому');
    await kit.until(async () => (await ru.words()).length === 2);
    expect(await ru.tickets()).toHaveLength(1);
  });
});

describe.concurrent('/cancel', () => {
  it.concurrent('leaves any dialogue and says which', async ({ expect }) => {
    const ru = kit.person('ru');
    await resolved(ru);
    const rating = await ru.said(/Поставьте оценку/);
    await ru.press(rating, '4 ⭐');
    await ru.reads(rating, /ваша оценка: ⭐⭐⭐⭐/);
    await ru.press(rating, '💬 Добавить пару слов');
    await ru.said(/Что понравилось или чего не хватило/);
    ru.write('/cancel');
    await ru.said(/оценка останется без слов/);
    ru.write('/new');
    ru.write('/cancel');
    await ru.said(/новое обращение не открываю/);
    ru.write('/settings');
    const screen = await ru.said(/Настройки/);
    await ru.press(screen, '🕐 Часовой пояс');
    ru.write('/cancel');
    await ru.said(/настройки оставил как были/);
    ru.write('/cancel');
    await ru.said(/Отменять нечего/);
    expect(await dialogueOf(ru)).toBeNull();
  });
});

describe.concurrent('a word with the stars', () => {
  it.concurrent('is taken after its button only, up to its length', async ({ expect }) => {
    const en = kit.person('en');
    const id = await resolved(en);
    const asked = await en.said(/Choose from 1 to 5/);
    await en.press(asked, '5 ⭐');
    await en.reads(asked, /your rating: ⭐⭐⭐⭐⭐/);
    await en.press(asked, '💬 Add a few words');
    await en.said(/What went well/);
    en.write('x'.repeat(1_001));
    await en.said(/up to 1000 characters/);
    en.write('Quick and friendly');
    await en.said(/passed your words on/);
    const row = () => kit.desk.db('tickets').where({ id }).first();
    expect(await row()).toMatchObject({
      rating: 5,
      rating_comment: 'Quick and friendly',
      status: 'RESOLVED',
    });
    // Whoever asks for it and then says that the problem is back is heard.
    await en.press(asked, '💬 Add a few words');
    await kit.desk.desk.run(SYSTEM, (ctx) =>
      changeTicket(ctx, { id, changes: { status: 'OPEN' } }),
    );
    en.write('It broke again');
    await kit.until(async () => (await en.words()).includes('It broke again'));
    expect((await row()).rating_comment).toBe('Quick and friendly');
    expect(await en.press(asked, '💬 Add a few words')).toMatch(/no longer works/);
  });
});

describe('a restart', () => {
  let second: Telegram;
  afterAll(() => second.stop());

  it('in the middle of each dialogue loses none, also without an https address', async () => {
    const story = kit.person('ru');
    const word = kit.person('ru');
    const hours = kit.person('ru');
    const city = kit.person('ru');
    kit.desk.server.sandbox.control.start(staff.id);
    const member = kit.known(staff.id);
    await member.said(/Вы в команде/);
    member.write('моя беда');
    const question = await member.said(/Вы пишете как клиент/);
    story.write('/new');
    const asked = await story.said(/О чём оно/);
    await story.press(asked, /Баны/);
    await resolved(word);
    const rating = await word.said(/Поставьте оценку/);
    await word.press(rating, '5 ⭐');
    await word.reads(rating, /ваша оценка/);
    await word.press(rating, '💬 Добавить пару слов');
    for (const person of [hours, city]) person.write('/settings');
    await hours.press(await hours.said(/Настройки/), '🌙 Тихие часы');
    await city.press(await city.said(/Настройки/), '🕐 Часовой пояс');
    const people = [story, word, hours, city, member];
    await kit.until(async () => {
      const modes = await Promise.all(people.map(dialogueOf));
      return !modes.includes(null);
    });

    await kit.desk.telegram.stop();
    story.write('Забанили ни за что');
    word.write('Спасибо, быстро');
    hours.write('22-8');
    city.write('Омск');
    const lines: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line) => lines.push(line) });
    second = await startTelegram({
      ...kit.desk.deps,
      log,
      config: {
        ...kit.desk.deps.config,
        publicUrl: 'http://desk.lan',
        miniAppUrl: 'http://desk.lan/app/',
      },
    });
    kit.desk.desk.onWake((wakes) => {
      for (const kind of wakes) if (kind !== 'feed') second.wake(kind);
    });

    const accepted = await story.said(/принято[^]*Насколько это срочно/);
    await word.said(/Передал ваши слова/);
    await hours.said(/Тихие часы: 22:00 – 08:00/);
    await city.said(/Часовой пояс: Омск/);
    await member.press(question, 'Да, как клиент');
    await member.said(/принято/);
    expect(await Promise.all(people.map(dialogueOf))).toEqual([null, null, null, null, null]);

    // Without https nothing leads to the Mini App, and the log says what is missing.
    expect(lines.join()).toMatch(/Mini App[^]*PUBLIC_URL/);
    await story.press(accepted, 'Пропустить');
    await story.reads(accepted, /Спасибо! Ответим здесь/);
    story.write('/tickets');
    const list = await story.said(/Ваше обращение/);
    const buttons = [accepted, list].flatMap((one) => story.markup(one));
    expect(buttons.length).toBeGreaterThan(0);
    expect(buttons.filter((button) => button.web_app !== undefined)).toEqual([]);
    const control = kit.desk.server.sandbox.control;
    await kit.until(() => control.menuButton(hours.id).type === 'commands');
    const fresh = kit.person('ru');
    fresh.start();
    await fresh.said(/Здравствуйте/);
    await kit.until(() => fresh.menu().includes('Мои обращения'));
    expect(control.menuButton(fresh.id).type).toBe('commands');
  });
});
