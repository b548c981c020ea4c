import { expect, test } from '@playwright/test';
import { findings } from './support/axe';
import { readFile } from 'node:fs/promises';
import { expectNoSideScroll, openMiniApp } from './support/miniApp';
import { ADMIN, REGULAR } from './support/people';
import { miniApp, openChat } from './support/sandboxChat';
import { startDemoServer, type DemoServer } from './support/server';

/** Another customer with tickets. */
const LEAVING = 710_000_103;

let server: DemoServer;
test.beforeAll(async () => {
  server = await startDemoServer();
});
test.afterAll(() => server.dispose());

/** Calls the API as a person of the demo. */
async function asPerson(personId: number) {
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const opened = await post(`/sandbox/api/people/${personId}/actions`, { type: 'openApp' });
  const { initData } = (await opened.json()) as { initData: string };
  const signedIn = await post('/api/v1/auth/telegram', { initData });
  const { accessToken } = (await signedIn.json()) as { accessToken: string };
  const authorization = { authorization: `Bearer ${accessToken}` };
  return {
    get: async <T>(path: string) =>
      (await (await fetch(`${server.url}/api/v1${path}`, { headers: authorization })).json()) as T,
    send: (method: 'POST' | 'PUT', path: string, body: unknown) =>
      fetch(`${server.url}/api/v1${path}`, {
        method,
        headers: { ...authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}

interface TicketHead {
  id: string;
  number: number;
  title: string;
  status: string;
}

test('ru, light: notifications come live with a badge, lead to the ticket, and are read there', async ({
  browser,
}) => {
  const page = await openMiniApp(browser, server.url, REGULAR, { width: 320, height: 640 });
  await expect(page.getByTestId('connection-dot').first()).toHaveAttribute(
    'data-state',
    'connected',
  );
  const customer = await asPerson(REGULAR);
  const staff = await asPerson(ADMIN);
  const { items } = await customer.get<{ items: TicketHead[] }>('/tickets?limit=25');
  const ticket = items.find((one) => !['RESOLVED', 'CLOSED'].includes(one.status));
  expect(ticket).toBeDefined();
  const answer = (content: string) =>
    staff.send('POST', `/tickets/${ticket?.id}/messages`, { content });
  await answer('Первый **ответ**');
  await expect(page.getByTestId('tab-badge-notifications')).toHaveText('1');
  await page.getByTestId('tab-notifications').click();
  const rows = page.getByTestId('notification');
  await expect(rows.first()).toContainText('Первый ответ');
  await expect(rows.first()).toHaveAttribute('data-unread', 'true');
  await answer('Второй ответ');
  await expect(rows.first()).toContainText('2 новых ответа');
  await expect(rows).toHaveCount(1);
  await staff.send('PUT', `/tickets/${ticket?.id}/status`, { status: 'RESOLVED' });
  await expect(rows.first()).toHaveAttribute('data-kind', 'RATING');
  await expect(page.getByTestId('tab-badge-notifications')).toHaveText('2');
  expect(await findings(page)).toEqual([]);
  await expectNoSideScroll(page);

  await rows.first().click();
  await expect(page.getByTestId('message').filter({ hasText: 'Второй ответ' })).toBeVisible();
  await page.getByTestId('back').click();
  await expect(page.getByTestId('tab-badge-notifications')).toHaveCount(0);
  await expect(rows.first()).toHaveAttribute('data-unread', 'false');
  await page.context().close();
});

test('en, dark: language, notices and quiet hours apply at once and are kept; data leave as a file', async ({
  browser,
}) => {
  const page = await openMiniApp(browser, server.url, REGULAR, { colorScheme: 'dark' });
  await page.getByTestId('tab-profile').click();
  await expect(page.getByTestId('avatar-initials')).toHaveText('АБ');
  await expect(page.getByTestId('count-open')).toHaveText(/^\d+$/);
  await page.getByTestId('language-en').click();
  await expect(page.getByTestId('tab-profile')).toContainText('Profile');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByTestId('notice-news').click();
  await page.getByTestId('quiet-hours').click();
  await page.getByTestId('quiet-from').fill('23:30');
  await expect(page.getByText('Time zone: Europe/Samara')).toBeVisible();
  const me = await asPerson(REGULAR);
  await expect
    .poll(() => me.get<{ language: string; preferences: object }>('/auth/me'))
    .toMatchObject({
      language: 'en',
      preferences: {
        customerNotices: { status: true, news: false },
        quietHours: { from: '23:30', to: '08:00' },
        timeZone: 'Europe/Samara',
      },
    });
  expect(await findings(page)).toEqual([]);
  await expectNoSideScroll(page);

  // The bot changes the language: the open app follows without a reload.
  await me.send('PUT', '/auth/profile', { language: 'ru' });
  await expect(page.getByTestId('tab-profile')).toContainText('Профиль');

  const downloading = page.waitForEvent('download');
  await page.getByTestId('export-data').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^tikethet-[\d-]+\.json$/);
  const data = JSON.parse(await readFile(await download.path(), 'utf8')) as {
    profile: { telegramId: string };
    tickets: { messages: unknown[] }[];
  };
  expect(data.profile.telegramId).toBe(String(REGULAR));
  expect(data.tickets.length).toBeGreaterThan(1);
  expect(data.tickets[0]?.messages.length).toBeGreaterThan(0);
  await page.context().close();
});

test('deletion asks twice, says goodbye in the chat, and a new start knows nothing', async ({
  browser,
}) => {
  const chat = await openChat(browser, server.url, LEAVING);
  const page = await openMiniApp(browser, server.url, LEAVING);
  const staff = await asPerson(ADMIN);
  const { items } = await (await asPerson(LEAVING)).get<{ items: TicketHead[] }>('/tickets');
  await page.getByTestId('tab-profile').click();
  await page.getByTestId('erase-data').click();
  await expect(page.getByTestId('erase-confirm')).toBeDisabled();
  await page.getByTestId('erase-word').fill('удалить');
  expect(await findings(page)).toEqual([]);
  await page.getByTestId('erase-confirm').click();
  await expect(page.getByTestId('gate-erased')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await expect(chat.fromBot.filter({ hasText: 'Ваши данные удалены' })).toBeVisible();
  const seen = await staff.get<TicketHead & { description: string }>(`/tickets/${items[0]?.id}`);
  expect(seen).toMatchObject({ status: 'CLOSED', title: 'Удалено по просьбе клиента' });
  expect(seen.description).toBe('');

  // The app that is still open does not bring them back; a launch from the chat begins anew.
  await page.reload();
  await expect(page.getByTestId('gate-expired')).toBeVisible();
  await expect
    .poll(async () => {
      const fresh = await asPerson(LEAVING);
      return (await fresh.get<{ items?: unknown[] }>('/tickets')).items?.length;
    })
    .toBe(0);
  await page.context().close();
  await chat.page.context().close();
});

test('inside of Telegram: its buttons, colours, settings and closing question; a wide window', async ({
  browser,
}) => {
  const chat = await openChat(browser, server.url, REGULAR, '&app=1');
  const app = miniApp(chat);
  await expect(app.getByTestId('ticket-item').first()).toBeVisible();
  await expect(chat.page.getByTestId('main-button')).toBeVisible();
  await app.getByTestId('tab-profile').click();
  await expect(chat.page.getByTestId('main-button')).toHaveCount(0);
  await app.getByTestId('tab-tickets').click();
  await app.getByTestId('ticket-item').first().click();
  await expect(app.getByTestId('composer')).toBeVisible();
  await app.getByTestId('composer').fill('не отправлено');
  await chat.page.getByTestId('miniapp-close').first().click();
  await expect(chat.page.getByRole('dialog').last()).toBeVisible();
  await chat.page
    .getByRole('button', { name: /Отмена|Cancel/ })
    .last()
    .click();
  await chat.page.getByTestId('back-button').click();
  await expect(chat.page.getByTestId('back-button')).toHaveCount(0);

  // The theme changes while the app is open.
  const surface = () =>
    app.locator('html').evaluate((root) => getComputedStyle(root).getPropertyValue('--surface'));
  const before = await surface();
  await chat.page.getByTestId('theme-switch').click();
  await expect.poll(surface).not.toBe(before);
  await chat.page.context().close();

  const wide = await openMiniApp(browser, server.url, REGULAR, {
    width: 1100,
    height: 760,
    colorScheme: 'dark',
  });
  await wide.getByTestId('ticket-item').first().click();
  await expect(
    wide.getByTestId('composer').or(wide.getByTestId('message').first()).first(),
  ).toBeVisible();
  await wide.getByTestId('tab-profile').click();
  await expect(wide.getByTestId('profile')).toBeVisible();
  await expect(wide.getByTestId('message').first()).toBeVisible();
  await expectNoSideScroll(wide);
  await wide.context().close();
});
