import { expect, test, type Browser } from '@playwright/test';
import { openChat, type SandboxChat } from './support/sandboxChat';
import { startDemoServer, type DemoServer } from './support/server';

/** Of the demo: somebody who writes English, somebody who writes Russian, a group of players. */
const MIA = 710_000_106;
const NEWCOMER = 710_000_109;
const GROUP = -710_000_301;

let server: DemoServer;
test.beforeAll(async () => {
  server = await startDemoServer();
});
test.afterAll(() => server.dispose());

const chatOf = (browser: Browser, person: number, query = '') =>
  openChat(browser, server.url, person, query);

/** Waits for the newest message of the bot to read so. */
const reads = (chat: SandboxChat, text: RegExp) => expect(chat.fromBot.last()).toContainText(text);
/** Quiet hours that hold now, in words, by the clock in Moscow. */
function hoursAroundNow(): string {
  const format = { timeZone: 'Europe/Moscow', hour: 'numeric', hourCycle: 'h23' } as const;
  const hour = Number(new Intl.DateTimeFormat('en', format).format(new Date()));
  return `с ${(hour + 23) % 24} до ${(hour + 3) % 24}`;
}
const button = (chat: SandboxChat, name: string) =>
  chat.page.getByTestId('inline-button').filter({ hasText: name });
const belowChat = (chat: SandboxChat, name: string) =>
  chat.page.getByTestId('reply-button').filter({ hasText: name });

test('a newcomer gets from Start to a ticket and to quiet nights by buttons alone', async ({
  browser,
}) => {
  const chat = await chatOf(browser, NEWCOMER);
  await chat.page.getByTestId('start-button').click();
  await reads(chat, /Здравствуйте, Никита! 👋.*Расскажите, что случилось/s);

  await belowChat(chat, 'Новое обращение').click();
  await reads(chat, /О чём оно\? Выберите тему или сразу напишите/);
  await chat.press(/Баны/);
  await reads(chat, /Тема: .*Баны.*Расскажите, что случилось/s);
  await chat.press(/Другая тема/);
  await reads(chat, /О чём оно/);
  await chat.press(/Технические/);
  await reads(chat, /Тема: .*Технические/);
  await chat.write('Не запускается игра после обновления');
  await reads(chat, /Обращение #\d+ принято.*Насколько это срочно/s);
  await chat.press(/Высокий/);
  await reads(chat, /Технические проблемы · Высокий/);

  await chat.write('/status');
  await reads(chat, /#\d+ · Не запускается игра.*Статус: Открыто/s);
  const number = /#(\d+)/.exec(await chat.fromBot.last().innerText())?.[1] ?? '';

  await chat.write('/settings');
  await reads(chat, /Настройки.*Тихие часы: нет/s);
  await chat.press(/Тихие часы/);
  await reads(chat, /без звука/);
  await chat.press(/Другое время/);
  await reads(chat, /С какого часа не шуметь/);
  await chat.press(/^00:00$/);
  await reads(chat, /С 00:00 и до какого часа/);
  await chat.press(/^23:00$/);
  await reads(chat, /Тихие часы: 00:00 – 23:00/);
  await chat.press(/Тихие часы/);
  await reads(chat, /без звука/);
  await chat.write(hoursAroundNow());
  await reads(chat, /Настройки.*Тихие часы: \d\d:00 – \d\d:00/s);
  await chat.press(/Уведомления/);
  await reads(chat, /О чём сообщать/);
  await chat.press(/Новости/);
  await expect(button(chat, '⬜️ Новости')).toBeVisible();
  await chat.press(/Назад/);
  await reads(chat, /Уведомления: 2 из 3/);
  await chat.press(/Готово/);
  await reads(chat, /Готово, всё сохранено/);
  await chat.write('/status 1');
  await reads(chat, /Обращения #1 среди ваших нет/);
  await expect(chat.fromBot.last().getByTestId('silent')).toBeVisible();

  await chat.write('/new');
  await reads(chat, /О чём оно/);
  await chat.write('/cancel');
  await reads(chat, /новое обращение не открываю/);
  await chat.write('/такого_нет');
  await reads(chat, /Команды \/такого_нет нет.*\/settings/s);

  const link = await chatOf(browser, NEWCOMER, `&start=t${number}`);
  await link.page.getByTestId('start-button').click();
  await reads(link, new RegExp(`Пишите сюда: это попадёт в #${number}`));
  await link.page.context().close();
  await chat.page.context().close();
});

test('in English: a link to a topic, the settings, another language', async ({ browser }) => {
  const foreign = await chatOf(browser, MIA, '&start=t999999');
  await foreign.page.getByTestId('start-button').click();
  await reads(foreign, /There is no ticket #999999 among yours/);
  await foreign.page.context().close();

  const chat = await chatOf(browser, MIA, '&start=new_economy');
  await chat.page.getByTestId('start-button').click();
  await reads(chat, /New ticket.*Topic: .*Economy/s);
  await chat.write('/cancel');
  await reads(chat, /I am not opening a new ticket/);

  await chat.write('/settings');
  await reads(chat, /Settings.*Time zone: Moscow/s);
  await chat.press(/Time zone/);
  await reads(chat, /Choose a city/);
  await chat.press(/^Berlin/);
  await reads(chat, /Time zone: Berlin/);
  await chat.press(/Quiet hours/);
  await reads(chat, /without a sound/);
  await chat.press(/23:00 – 07:00/);
  await reads(chat, /Quiet hours: 23:00 – 07:00/);
  await chat.press(/Done/);
  await reads(chat, /Done, everything is saved/);

  await chat.write('/language');
  await reads(chat, /Choose the language/);
  await chat.press(/Русский/);
  await reads(chat, /Буду писать по-русски/);
  await expect(belowChat(chat, 'Мои обращения')).toBeVisible();
  await expect(chat.page.getByTestId('menu-button')).toContainText('Обращения');
  await chat.page.context().close();
});

test('explains itself once to a group and keeps silent there', async ({ browser }) => {
  const group = await chatOf(browser, GROUP);
  await group.page.getByTestId('start-button').click();
  await reads(group, /Я отвечаю только в личных чатах\. Напишите мне: @/);
  await group.write('/start');
  await group.write('/help');
  await group.write('@tikethet_demo_bot помогите');
  const chat = await chatOf(browser, MIA);
  await chat.write('/help');
  await reads(chat, /Как это работает/);
  await expect(group.fromBot).toHaveCount(1);
  await chat.page.context().close();
  await group.page.context().close();
});
