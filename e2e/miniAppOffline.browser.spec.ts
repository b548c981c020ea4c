import { expect, test, type Page } from '@playwright/test';
import { findings } from './support/axe';
import { openMiniApp } from './support/miniApp';
import { REGULAR } from './support/people';
import { makePng } from '../server/src/sandbox/testKit';
import { startDemoServer, type DemoServer } from './support/server';
import { miniAppAddress } from './support/telegramApp';

/** Another customer with tickets. */
const OTHER = 710_000_102;

let server: DemoServer;
test.beforeAll(async () => {
  server = await startDemoServer();
});
test.afterAll(() => server.dispose());

const dot = (page: Page) => page.getByTestId('connection-dot').last();
const pending = (page: Page) => page.getByTestId('pending-message');

/** Waits until the app would open without a network: its files and what was read are kept. */
async function untilKept(page: Page, text: string): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(() => page.evaluate(async () => Boolean(await caches.match('/app/'))))
    .toBe(true);
  // Opened before the app has made it, it would be made without its places.
  await expect
    .poll(() => page.evaluate(async () => (await indexedDB.databases()).length))
    .toBeGreaterThan(0);
  const kept = (wanted: string) =>
    new Promise<boolean>((resolve, reject) => {
      const id = new URLSearchParams(location.hash.slice(1)).get('tgWebAppData') ?? '';
      const { id: account } = JSON.parse(new URLSearchParams(id).get('user') ?? '{}') as {
        id: number;
      };
      const request = indexedDB.open(`tikethet.${account}`);
      request.onerror = () => reject(new Error('no database'));
      request.onsuccess = () => {
        const all = request.result.transaction('reads').objectStore('reads').getAll();
        all.onsuccess = () => resolve(JSON.stringify(all.result).includes(wanted));
      };
    });
  await expect.poll(() => page.evaluate(kept, text)).toBe(true);
}

/** Messages with this text as the desk has them. */
async function atDesk(page: Page, text: string): Promise<{ content: string; files: number }[]> {
  return page.evaluate(async (wanted) => {
    const initData = new URLSearchParams(location.hash.slice(1)).get('tgWebAppData');
    const post = { method: 'POST', headers: { 'content-type': 'application/json' } };
    const body = JSON.stringify({ initData });
    const signIn = await fetch('/api/v1/auth/telegram', { ...post, body });
    const { accessToken } = (await signIn.json()) as { accessToken: string };
    const get = async (path: string) => {
      const headers = { authorization: `Bearer ${accessToken}` };
      const answer = await fetch(`/api/v1${path}`, { headers });
      return ((await answer.json()) as { items: Record<string, unknown>[] }).items;
    };
    const found: { content: string; files: number }[] = [];
    for (const ticket of await get('/tickets?limit=3')) {
      for (const one of await get(`/tickets/${String(ticket.id)}/messages?order=desc&limit=20`)) {
        const content = String(one.content);
        const files = (one.attachments as unknown[]).length;
        if (content.includes(wanted)) found.unshift({ content, files });
      }
    }
    return found;
  }, text);
}

test('ru: what was read opens without a network, what is written goes later, once, in order', async ({
  browser,
}) => {
  const page = await openMiniApp(browser, server.url, REGULAR);
  const context = page.context();
  const first = page.getByTestId('ticket-item').first();
  const title = await first.locator('.row-title').innerText();
  await first.click();
  await expect(page.getByTestId('message').first()).toBeVisible();
  await expect(dot(page)).toHaveAttribute('data-state', 'connected');
  await untilKept(page, title);
  await untilKept(page, '"replyToId"');

  await context.setOffline(true);
  await expect(dot(page)).toHaveAttribute('data-state', 'offline');
  await expect(page.locator('.offline-banner')).toBeVisible();
  const mark = `вне сети ${Date.now()}`;
  for (const part of ['1', '2']) {
    await page.getByTestId('composer').fill(`${mark} ${part}`);
    if (part === '2') {
      const picture = { name: 'снимок.png', mimeType: 'image/png', buffer: makePng(80, 60) };
      await page.getByTestId('file-input').first().setInputFiles(picture);
      await expect(page.locator('.tile')).toHaveAttribute('data-state', /uploading|failed/);
    }
    await page.getByTestId('send').click();
  }
  await expect(pending(page)).toHaveCount(2);
  await expect(pending(page).first()).toHaveAttribute('data-state', 'waiting');
  expect(await findings(page)).toEqual([]);

  // The app is thrown away and opened again, still without a network.
  await page.reload();
  await expect(page.getByTestId('ticket-item').first()).toContainText(title);
  await page.getByTestId('ticket-item').first().click();
  await expect(page.getByTestId('message').first()).toBeVisible();
  await expect(pending(page)).toHaveCount(2);
  await expect(pending(page).last()).toContainText('снимок');
  await expect(dot(page)).toHaveAttribute('data-state', 'offline');

  await context.setOffline(false);
  await expect(dot(page)).toHaveAttribute('data-state', 'connected', { timeout: 20_000 });
  await expect(pending(page)).toHaveCount(0, { timeout: 20_000 });
  await expect(page.getByTestId('message').filter({ hasText: mark })).toHaveCount(2);
  expect(await atDesk(page, mark)).toEqual([
    { content: `${mark} 1`, files: 0 },
    { content: `${mark} 2`, files: 1 },
  ]);
  await context.close();
});

test('en, dark: the dot follows a stopped server and a slow network; an old launch keeps what is unsent', async ({
  browser,
}) => {
  const options = { language: 'en', colorScheme: 'dark' } as const;
  const page = await openMiniApp(browser, server.url, OTHER, options);
  const context = page.context();
  await page.getByTestId('tab-profile').click();
  await page.getByTestId('language-en').click();
  await page.getByTestId('tab-tickets').click();
  await page.getByTestId('ticket-item').first().click();
  await expect(dot(page)).toHaveAttribute('data-state', 'connected');
  await expect(page.getByTestId('message').first()).toBeVisible();

  await server.stop();
  await expect(dot(page)).toHaveAttribute('data-state', /connecting|offline/);
  await page.getByTestId('composer').fill('while the desk was away');
  await page.getByTestId('send').click();
  await expect(pending(page)).toContainText('Will be sent when there is a connection');
  expect(await findings(page)).toEqual([]);

  // A day later the launch has run out: the person is asked to reopen, nothing is lost.
  await server.start();
  await page.route('**/api/v1/tickets/*/messages', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await page.clock.setFixedTime(Date.now() + 25 * 60 * 60_000);
  await page.reload();
  await expect(page.getByTestId('gate-expired')).toBeVisible();
  await expect(page.getByTestId('gate-expired')).toContainText('1 message');
  expect(await findings(page)).toEqual([]);
  // The clock is the browser's: from here on it stands at the present.
  await page.clock.setFixedTime(Date.now());
  await page.close();

  // Somebody else opens the app on the same phone: they see nothing of it.
  const other = await openMiniApp(browser, server.url, REGULAR, { context });
  await expect(other.getByTestId('ticket-item').first()).toBeVisible();
  const texts = await other.getByTestId('ticket-list').innerText();
  await other.close();

  // Reopened from the chat, over a slow network: orange first, then green, and the message goes.
  const again = await context.newPage();
  const network = await context.newCDPSession(again);
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  await again.goto(await miniAppAddress(server.url, OTHER, options));
  const seen = again.waitForSelector('[data-testid=connection-dot][data-state=connecting]');
  await seen;
  await expect(dot(again)).toHaveAttribute('data-state', 'connected', { timeout: 20_000 });
  const mine = again.getByTestId('ticket-item').first();
  // By its number: two customers may have asked the same.
  const [number = ''] = /#\d+/.exec(await mine.innerText()) ?? [];
  expect(number).not.toBe('');
  expect(texts).not.toContain(number);
  await expect(mine).toContainText('while the desk was away');
  await expect
    .poll(() => atDesk(again, 'while the desk was away'))
    .toEqual([{ content: 'while the desk was away', files: 0 }]);
  await context.close();
});
