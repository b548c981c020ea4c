import { expect, test } from '@playwright/test';
import { findings } from './support/axe';
import { signIn } from './support/journey';
import { NEWCOMER } from './support/people';
import { openChat } from './support/sandboxChat';
import { act, say } from './support/sandboxPerson';
import { startDemoServer, type DemoServer } from './support/server';

let server: DemoServer;
test.beforeAll(async () => {
  server = await startDemoServer({ RATE_LIMIT_FACTOR: '1' });
});
test.afterAll(() => server.dispose());

// Sixty messages, two languages and the pace of Telegram, on a machine that may be busy.
test.setTimeout(120_000);

test('a customer who blocked the bot gets the answer once they are back; a flood is one ticket', async ({
  browser,
}) => {
  const context = await browser.newContext({
    locale: 'ru-RU',
    viewport: { width: 1440, height: 900 },
  });
  // Answers leave at once: the seconds in which they can be taken back are another journey's.
  await context.addInitScript(() => {
    const place = 'tikethet.preferences';
    if (localStorage.getItem(place) === null) localStorage.setItem(place, '{"undoSeconds":0}');
  });
  const page = await context.newPage();
  await page.goto(`${server.url}/console/`);
  await signIn({ serverUrl: server.url, browser, console: page });

  const mark = Date.now().toString(36);
  const customer = await openChat(browser, server.url, NEWCOMER);
  await customer.write(`Пропал предмет ${mark}`);
  const rows = page.getByTestId('inbox-row').filter({ hasText: mark });
  await rows.first().click();
  const conversation = page.getByTestId('conversation');
  await expect(conversation.getByTestId('message').first()).toBeVisible();

  await act(server, NEWCOMER, 'block');
  const card = page.getByTestId('customer-card');
  await expect(card).toContainText('Заблокировал(а) бота');
  await expect(card).toContainText('Русский');
  const answer = `Вернули предмет ${mark}`;
  await page.getByTestId('composer-input').fill(answer);
  await page.getByTestId('send').click();
  const bubble = conversation.getByTestId('message').filter({ hasText: answer });
  const reason = bubble.getByTestId('delivery-reason');
  await expect(reason).toContainText('Не доставлено. Клиент заблокировал бота.');
  await expect(reason).toHaveAttribute('data-reason', 'blocked_by_user');
  await expect(bubble.getByTestId('resend')).toHaveText('Отправить снова');
  expect(await findings(page)).toEqual([]);
  await page.goto(`${server.url}/console/#/settings/appearance`);
  await page.getByText('English', { exact: true }).click();
  await page.goBack();
  await expect(reason).toContainText('Not delivered. The customer has blocked the bot.');
  await expect(bubble.getByTestId('resend')).toHaveText('Send again');

  await act(server, NEWCOMER, 'start');
  await expect(card).not.toContainText('Blocked the bot');
  await bubble.getByTestId('resend').click();
  await expect(bubble.getByTestId('delivery')).toHaveAttribute('data-state', 'SENT');
  await expect(reason).toHaveCount(0);
  await expect(customer.fromBot.filter({ hasText: answer })).toHaveCount(1);

  // What may have arrived is repeated only when a person says so.
  await act(server, NEWCOMER, 'failNext', { kind: 'dropAfter', method: 'sendMessage' });
  const unsure = `Проверьте инвентарь ${mark}`;
  await page.getByTestId('composer-input').fill(unsure);
  await page.getByTestId('send').click();
  const doubtful = conversation.getByTestId('message').filter({ hasText: unsure });
  await expect(doubtful.getByTestId('delivery')).toHaveAttribute('data-state', 'UNKNOWN');
  await doubtful.getByTestId('resend').click();
  await expect(page.getByRole('dialog')).toContainText('would then get it twice');
  await page.getByTestId('resend-confirm').click();
  await expect(doubtful.getByTestId('delivery')).toHaveAttribute('data-state', 'SENT');
  await expect(customer.fromBot.filter({ hasText: unsure })).toHaveCount(2);

  const flood = Array.from({ length: 60 }, (_, index) => `поток ${mark} ${index}`);
  for (const text of flood) await say(server, NEWCOMER, text);
  await expect(rows.first()).toContainText(flood.at(-1) ?? '', { timeout: 20_000 });
  await expect(rows).toHaveCount(1);
  await expect(customer.fromBot.filter({ hasText: 'Вы пишете очень быстро' })).toHaveCount(1);
  await context.close();
  await customer.page.context().close();
});
