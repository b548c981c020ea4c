import { afterAll, beforeAll, describe, it } from 'vitest';
import { SYSTEM } from '../domain/context';
import { insertArticle } from '../domain/faq/createArticle';
import { createChatKit, type ChatKit } from './testing/chatKit';

let kit: ChatKit;
beforeAll(async () => {
  kit = await createChatKit();
});
afterAll(() => kit.close());

describe.concurrent('commands', () => {
  it.concurrent(
    '/start greets a newcomer, with buttons and menu in their language',
    async ({ expect }) => {
      const ru = kit.person('ru');
      const en = kit.person('en');
      ru.start();
      en.start();
      await ru.said(/Здравствуйте, Вера! 👋[^]*что случилось/);
      await en.said(/Hello, Вера! 👋[^]*what happened/);
      await kit.until(() => ru.menu().includes('Мои обращения'));
      await kit.until(() => en.menu().includes('My tickets'));
      expect(ru.menu()).toContain('settings');
      expect(ru.menu()).not.toContain('login');
      await kit.until(() => en.menuButton() === 'My tickets');
      expect(ru.replyKeyboard()).toEqual(['📋 Мои обращения', '✍️ Новое обращение']);
      expect(en.replyKeyboard()).toEqual(['📋 My tickets', '✍️ New ticket']);
    },
  );

  it.concurrent(
    '/start again says what is open and where the next words go',
    async ({ expect }) => {
      const ru = kit.person('ru');
      ru.start();
      await ru.said(/Здравствуйте/);
      ru.start();
      await ru.said(/С возвращением, Вера!\n\nРасскажите, что случилось/);
      ru.write('Не грузится карта');
      await ru.said(/принято/);
      ru.start();
      await ru.said(
        /Ваше открытое обращение: #\d+ · Не грузится карта\nОткрыто\n\nЧто напишете, попадёт/,
      );
      ru.write('/new');
      ru.start();
      ru.write('и звук пропал');
      await kit.until(async () => (await ru.words()).length === 2);
      expect(await ru.tickets()).toHaveLength(1);
    },
  );

  it.concurrent('/help, and every word that only looks like a command', async () => {
    const ru = kit.person('ru');
    ru.write('/help');
    await ru.said(/Здравствуйте, Вера! 👋$/);
    await ru.said(/Как это работает[^]*\/settings — Уведомления[^]*\/help/);
    ru.write('/nonsense');
    await ru.said(/Команды \/nonsense нет[^]*\/tickets/);
    const en = kit.person('en');
    en.write('/помощь');
    await en.said(/There is no command \/помощь/);
    en.write('/HELP');
    await en.said(/How it works/);
  });

  it.concurrent(
    '/tickets and /status without, with and with somebody else’s number',
    async ({ expect }) => {
      const ru = kit.person('ru');
      ru.write('/tickets');
      await ru.said(/Обращений пока нет/);
      ru.write('/status');
      await ru.said(/Открытых обращений нет/);
      ru.write('Первая беда');
      await ru.said(/принято/);
      ru.write('/new');
      ru.write('Вторая беда');
      await kit.until(async () => (await ru.tickets()).length === 2);
      const [first, second] = await ru.tickets();
      ru.write('/status');
      await ru.said(
        new RegExp(`#${second?.number} · Вторая беда[^]*Ещё открыты: #${first?.number}`),
      );
      const other = kit.person('en');
      other.write(`/status ${first?.number}`);
      await other.said(new RegExp(`There is no ticket #${first?.number} among yours`));
      other.write('/status когда?');
      await other.said(/Send the number of the ticket/);
      ru.write(`/status #${first?.number}`);
      await ru.said(new RegExp(`^#${first?.number} · Первая беда[^]*Статус: Открыто`));
      expect(await other.tickets()).toEqual([]);
    },
  );

  it.concurrent('/language changes words, buttons and menu at once', async ({ expect }) => {
    const ru = kit.person('ru');
    ru.write('/language');
    const asked = await ru.said(/Выберите язык/);
    await ru.press(asked, 'English');
    await ru.reads(asked, /^🌐 English$/);
    await ru.said(/I will write in English/);
    expect(ru.replyKeyboard()).toEqual(['📋 My tickets', '✍️ New ticket']);
    await kit.until(() => ru.menu().includes('My tickets') && ru.menuButton() === 'My tickets');
    // Buttons of the other language may still stand in the chat.
    ru.write('📋 Мои обращения');
    await ru.said(/You have no tickets yet/);
  });
});

describe.concurrent('deep links', () => {
  it.concurrent('to one’s own ticket and to a topic', async ({ expect }) => {
    const ru = kit.person('ru');
    ru.write('Старое');
    await ru.said(/принято/);
    const [ticket] = await ru.tickets();
    ru.start(`t${ticket?.number}`);
    await ru.said(new RegExp(`Пишите сюда: это попадёт в #${ticket?.number}`));
    ru.start('new_bans');
    await ru.said(/Новое обращение\nТема: .*Баны/);
    ru.write('За что бан?');
    await ru.said(/Насколько это срочно/);
    expect(await ru.tickets()).toHaveLength(2);
  });

  it.concurrent('to an article of the help, in the person’s language', async ({ expect }) => {
    const said = (title: string, body: string) => ({ title, body, keywords: [] });
    await kit.desk.desk.run(SYSTEM, (ctx) =>
      insertArticle(ctx, {
        slug: 'find-a-dragon',
        texts: {
          ru: said('Где дракон', 'Ищите **на севере** <тут>'),
          en: said('Dragons', 'North'),
        },
        isPublished: true,
      }),
    );
    const ru = kit.person('ru');
    const en = kit.person('en');
    ru.start('faq_find-a-dragon');
    en.start('faq_find-a-dragon');
    await ru.said(/^Где дракон\n\nИщите на севере <тут>$/);
    await en.said(/^Dragons\n\nNorth$/);
    en.start('faq_no-such-article');
    await en.said(/This link leads nowhere any more/);
    expect(await ru.tickets()).toEqual([]);
  });

  it.concurrent(
    'that lead nowhere answer kindly, newcomers are greeted first',
    async ({ expect }) => {
      const newcomer = kit.person('ru');
      newcomer.start('t999999');
      await newcomer.said(/^Здравствуйте, Вера! 👋$/);
      await newcomer.said(/Обращения #999999 среди ваших нет/);
      expect(newcomer.replyKeyboard()).toHaveLength(2);
      const topic = kit.person('en');
      topic.start('new_no_such-topic');
      await topic.said(/There is no such topic right now[^]*Choose a topic, or just write/);
      const garbage = kit.person('en');
      garbage.start('x'.repeat(64));
      await garbage.said(/This link leads nowhere any more[^]*what happened/);
    },
  );
});

describe.concurrent('people who never read instructions', () => {
  it.concurrent('begin with anything, and write many messages in a row', async ({ expect }) => {
    const ru = kit.person('ru');
    const first = ru.write('привет');
    ru.edit(first, 'Привет! Пропал меч');
    ru.write('вот прям совсем');
    ru.write('ау');
    await ru.said(/^Здравствуйте, Вера! 👋$/);
    await ru.said(/принято/);
    await kit.until(async () => (await ru.words()).length === 3);
    expect(await ru.words()).toEqual(['Привет! Пропал меч', 'вот прям совсем', 'ау']);
    expect(await ru.tickets()).toHaveLength(1);
    expect(ru.menu()).toContain('settings');
  });

  it.concurrent('write to the desk behind a command', async ({ expect }) => {
    const ru = kit.person('ru');
    ru.write('/support Не могу войти');
    await ru.said(/принято/);
    ru.write('/help всё ещё не могу');
    ru.write('/start помогите уже кто-нибудь');
    ru.write('/new Другая беда\nв две строки');
    await kit.until(async () => (await ru.words()).length === 4);
    expect(await ru.words()).toEqual([
      'Не могу войти',
      'всё ещё не могу',
      'помогите уже кто-нибудь',
      'Другая беда\nв две строки',
    ]);
    expect((await ru.tickets()).map(({ title }) => title)).toEqual([
      'Не могу войти',
      'Другая беда',
    ]);
    ru.write(`/tmp ${'забит логами, сервер не пускает '.repeat(3)}`);
    await kit.until(async () => (await ru.words()).length === 5);
  });

  it.concurrent('come back after they blocked the bot', async ({ expect }) => {
    const en = kit.person('en');
    en.start();
    await en.said(/Hello/);
    en.block();
    await kit.until(async () => (await en.user())?.botBlockedAt !== null);
    en.start();
    await en.said(/Welcome back, Вера!/);
    expect((await en.user())?.botBlockedAt).toBeNull();
  });

  it.concurrent('press buttons of a ticket that is gone', async ({ expect }) => {
    const en = kit.person('en');
    en.write('/new');
    const asked = await en.said(/Choose a topic/);
    en.write('/cancel');
    await en.said(/not opening a new ticket/);
    // Whoever presses afterwards wants it after all.
    await en.press(asked, /Technical/);
    await en.reads(asked, /Topic: .*Technical/);
    en.write('/cancel');
    en.write('/cancel');
    await en.said(/nothing to cancel/);
    expect(await en.tickets()).toEqual([]);
  });
});
