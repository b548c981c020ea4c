import { expect, test, type Browser } from '@playwright/test';
import { deskApi } from './support/deskApi';
import { ADMIN, NEWCOMER, REGULAR } from './support/people';
import { openChat, type SandboxChat } from './support/sandboxChat';
import { act } from './support/sandboxPerson';
import { startDemoServer, type DemoServer } from './support/server';

/** Of the demo: a helper who reads Russian, one who reads English. */
const ANYA = 710_000_201;
const DANIEL = 710_000_202;

let server: DemoServer;
test.beforeAll(async () => {
  server = await startDemoServer();
});
test.afterAll(() => server.dispose());

const chatOf = (browser: Browser, person: number, query = '') =>
  openChat(browser, server.url, person, query);
const message = (chat: SandboxChat, text: string | RegExp) =>
  chat.fromBot.filter({ hasText: text }).last();
/** Waits for the newest message of the bot to read so. */
const reads = (chat: SandboxChat, text: RegExp) => expect(chat.fromBot.last()).toContainText(text);

/** Answers a message of the bot as one does in Telegram. */
async function replyTo(chat: SandboxChat, text: string | RegExp, words: string): Promise<void> {
  const target = message(chat, text);
  await target.hover();
  await target.getByTestId('message-menu').click();
  await chat.page.getByTestId('menu-reply').click();
  await chat.write(words);
}

/** Has the next sendings into somebody's chat meet a limit of Telegram. */
async function slowDown(personId: number): Promise<void> {
  const fault = { kind: 'tooMany', method: 'sendMessage', retryAfter: 120 };
  await act(server, personId, 'failNext', fault);
}

test('two helpers get a notice, one takes and answers it, in Russian and English', async ({
  browser,
}) => {
  const [customer, anya, daniel] = await Promise.all([
    chatOf(browser, NEWCOMER),
    chatOf(browser, ANYA),
    chatOf(browser, DANIEL),
  ]);
  const mark = Date.now().toString(36);
  const notice = new RegExp(`🆕.*#\\d+ · Пропал меч ${mark}`);
  await customer.write(`Пропал меч ${mark}\nбыл в сундуке`);
  await expect(message(anya, notice)).toContainText('Никита Зорин · ❓ Другое · Обычный');
  await expect(message(daniel, notice)).toContainText('· Normal');
  await customer.write('и щит');
  await expect(message(daniel, notice)).toContainText('и щит');
  await anya.press(/^Взять$/);
  await expect(message(anya, notice)).toContainText('Занимаетесь вы');
  await expect(message(daniel, /#\d+ · Аня Ковалёва is on it/)).toBeVisible();
  await expect(daniel.fromBot.filter({ hasText: mark })).toHaveCount(0);

  await replyTo(anya, notice, 'Нашла, возвращаю');
  await expect(message(customer, /Аня Ковалёва.*Нашла, возвращаю/s)).toBeVisible();
  await replyTo(anya, notice, '// проверить сундуки');
  await expect(message(anya, /Заметка в #\d+: клиент её не увидит/)).toBeVisible();
  await customer.write('спасибо');
  await anya.press(/^Открыть$/);
  await reads(anya, /Занимаетесь вы.*Нашла, возвращаю.*заметка.*проверить сундуки.*спасибо/s);
  await anya.press(/^Решено$/);
  await expect(message(customer, /решено/)).toBeVisible();
  await expect(customer.fromBot.filter({ hasText: 'сундуки' })).toHaveCount(0);

  await daniel.write('/queue');
  await reads(daniel, /Queue · \d+ tickets wait for an answer/);
  const before = await daniel.fromBot.last().innerText();
  await daniel.press(/More/);
  await expect(daniel.fromBot.last()).not.toHaveText(before);
  await daniel.press(/Back/);
  await daniel.press(/^#\d+$/);
  await reads(daniel, /Nobody is on it yet.*Reply to this message to answer the customer/s);
  for (const chat of [customer, anya, daniel]) await chat.page.context().close();
});

test('numbers, roles, an invitation and a broadcast, as an administrator', async ({ browser }) => {
  const api = await deskApi(server, ADMIN);
  const [admin, daniel, newcomer] = await Promise.all([
    chatOf(browser, ADMIN),
    chatOf(browser, DANIEL),
    chatOf(browser, NEWCOMER),
  ]);
  await admin.write('/stats');
  await reads(admin, /Команда · сегодня/);
  await admin.press(/7 дней/);
  await reads(admin, /Команда · 7 дней/);
  const stats = await api.call('GET /stats', { period: '7d' });
  const number = (value: number) => new Intl.NumberFormat('ru').format(value);
  const shown = (await admin.fromBot.last().innerText()).replace(/\s/g, ' ');
  for (const [name, value] of [
    ['Ждут нас', stats.open],
    ['Ждут клиента', stats.waiting],
    ['Никто не взял', stats.unassigned],
    ['Новых', stats.created],
    ['Решено', stats.resolved],
  ] as const) {
    expect(shown).toContain(`${name}: ${number(value).replace(/\s/g, ' ')}`);
  }

  await admin.write(`/role @dan_reyes MODERATOR`);
  await reads(admin, /Дать Daniel Reyes \(@dan_reyes\) роль Модератор/);
  await admin.press(/^Подтвердить$/);
  await reads(admin, /Daniel Reyes — теперь Модератор/);
  await expect(message(daniel, /Your role is now Moderator/)).toBeVisible();
  await admin.write('/role @orlov_dev USER');
  await reads(admin, /изменить её может только тот, кто выше/);
  await admin.write('/role');
  await admin.press(/Помощник/);
  await reads(admin, /Приглашение · Помощник/);
  const invitation = /inv_[\w-]{22}/.exec(await admin.fromBot.last().innerText())?.[0] ?? '';
  await newcomer.write(`/start ${invitation}`);
  await expect(message(newcomer, /Добро пожаловать в команду! Приглашает Игорь/)).toBeVisible();
  await expect(message(admin, /Никита Зорин принимает ваше приглашение/)).toBeVisible();

  for (const chat of [daniel, newcomer]) await chat.page.context().close();

  await admin.write('/admin');
  await reads(admin, /Служба поддержки.*Модератор: 2.*Бот @/s);
  await admin.press(/Рассылка/);
  await reads(admin, /Кому отправить/);
  await admin.press(/Все клиенты/);
  await reads(admin, /Все клиенты · \d+ человек/);
  await admin.write('Ночью обновим серверы');
  await reads(admin, /Так это придёт.*Отправляем/s);
  await slowDown(REGULAR);
  await admin.press(/Отправить/);
  await reads(admin, /Рассылка · идёт.*▰.*Дошло: \d+ из \d+/s);
  const customer = await chatOf(browser, 710_000_102);
  await expect(message(customer, 'Ночью обновим серверы')).toBeVisible();
  await expect
    .poll(async () =>
      /Дошло: (\d+) из (\d+)/.exec(await admin.fromBot.last().innerText())?.slice(1),
    )
    .toEqual([expect.stringMatching(/^[1-9]/), expect.any(String)]);
  await admin.press(/Остановить/);
  await reads(admin, /Рассылка · остановлена.*Не отправлено: 1/s);
  await customer.press(/Больше не присылать новости/);
  await expect(
    customer.page.getByTestId('inline-button').filter({ hasText: /новости/ }),
  ).toHaveCount(0);
  await customer.page.context().close();
  const regular = await chatOf(browser, REGULAR);
  await expect(message(regular, 'Ночью обновим серверы')).toHaveCount(0);
  for (const chat of [admin, regular]) await chat.page.context().close();
});
