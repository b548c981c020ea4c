import { expect, test, type Page } from '@playwright/test';
import { findings } from './support/axe';
import { signIn } from './support/journey';
import { expectNoSideScroll, openMiniApp } from './support/miniApp';
import { REGULAR } from './support/people';
import { startDemoServer, type DemoServer } from './support/server';

let server: DemoServer;
test.beforeAll(async () => {
  server = await startDemoServer();
});
test.afterAll(() => server.dispose());

/** Writes the details of a ticket in the first category. */
async function beginTicket(page: Page, title: string, text: string): Promise<void> {
  await page.getByTestId('new-ticket').click();
  await page.getByTestId('category-option').first().click();
  await page.getByTestId('title-input').fill(title);
  await page.getByTestId('description-input').fill(text);
}

/** A photo as large as a phone makes them, with enough in it that it does not shrink to nothing. */
async function takePhoto(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 3_200;
    canvas.height = 2_400;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    for (let at = 0; at < 2_000; at += 1) {
      context.fillStyle = `hsl(${(at * 47) % 360} 70% ${30 + (at % 40)}%)`;
      context.fillRect((at * 613) % 3_200, (at * 389) % 2_400, 160, 90);
    }
    const blob = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, 'image/jpeg', 0.95),
    );
    const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
    let text = '';
    for (let at = 0; at < bytes.length; at += 8_192) {
      text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
    }
    return btoa(text);
  });
  return Buffer.from(base64, 'base64');
}

for (const { language, colorScheme, width, typo, article, helped } of [
  {
    language: 'ru',
    colorScheme: 'light',
    width: 390,
    typo: 'апеляция',
    article: 'Как обжаловать бан',
    helped: 'Рады, что помогло!',
  },
  {
    language: 'en',
    colorScheme: 'dark',
    width: 320,
    typo: 'refnd',
    article: 'How to get your money back',
    helped: 'Glad it helped!',
  },
] as const) {
  test(`${language}, ${colorScheme}: a search with a typo finds the article that helps`, async ({
    browser,
  }) => {
    const page = await openMiniApp(browser, server.url, REGULAR, { language, colorScheme, width });
    await expect(page.getByTestId('ticket-item').first()).toBeVisible();
    if (language === 'en') await page.locator('button.language').first().click();
    await page.getByTestId('tab-help').click();
    await expect(page.getByTestId('faq-topic').first()).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.getByTestId('faq-search').fill(typo);
    const found = page.getByTestId('faq-row').filter({ hasText: article });
    await expect(found).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await found.click();
    await expect(page.getByTestId('faq-article')).toContainText(article);
    await page.getByTestId('vote-yes').click();
    await expect(page.getByTestId('vote-yes')).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByText(helped)).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await expectNoSideScroll(page);

    // What did not help leads to a ticket about the same.
    await page.getByTestId('vote-no').click();
    await page.getByTestId('vote-write').click();
    await expect(page.getByTestId('description-input')).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await expectNoSideScroll(page);
    if (language === 'en') {
      await page.getByTestId('back').click();
      await page.getByTestId('back').click();
      await page.getByTestId('back').click();
      await page.getByTestId('tab-tickets').click();
      await page.locator('button.language').first().click();
      await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
    }
    await page.context().close();
  });
}

test('a suggestion that helps closes the draft, and it can come back', async ({ browser }) => {
  const page = await openMiniApp(browser, server.url, REGULAR);
  const text = 'Оплатил премиум, деньги списались, а в игре ничего нет';
  await beginTicket(page, 'Не пришла покупка', text);
  const suggestion = page.getByTestId('suggestion').filter({ hasText: 'Оплата прошла' });
  await expect(suggestion).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await suggestion.click();
  await expect(page.getByTestId('suggestion-helped')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  const voted = page.waitForResponse((response) => response.url().endsWith('/vote'));
  await page.getByTestId('suggestion-helped').click();
  expect(await (await voted).json()).toEqual({ myVote: true });
  await expect(page.getByTestId('new-ticket')).toBeVisible();

  await page.getByTestId('toast-action').click();
  await expect(page.getByTestId('description-input')).toHaveValue(text);
  await page.getByTestId('description-input').fill('Спасибо вам за сервер');
  await page.getByTestId('title-input').fill('Просто так');
  await expect(page.getByTestId('suggestion')).toHaveCount(0);
  await page.context().close();
});

test('a ticket with two photos: made smaller, one sent again after a cut', async ({ browser }) => {
  const page = await openMiniApp(browser, server.url, REGULAR);
  await beginTicket(page, 'Две фотографии', 'Смотрите на фотографиях, где сломался мост');
  const photo = await takePhoto(page);
  let cut = 0;
  await page.route('**/api/v1/attachments', async (route) => {
    // Not the first: the first photo arrives.
    if ((cut += 1) === 2) await route.abort('connectionreset');
    else await route.continue();
  });
  const sent: { size: number; width: number; height: number }[] = [];
  page.on('response', (response) => {
    if (!response.url().endsWith('/api/v1/attachments') || response.status() !== 201) return;
    void response.json().then((file: (typeof sent)[number]) => sent.push(file));
  });
  const file = { mimeType: 'image/jpeg', buffer: photo };
  await page.getByTestId('photo-input').setInputFiles([
    { ...file, name: 'IMG_1.jpg' },
    { ...file, name: 'IMG_2.jpg' },
  ]);
  await page.getByRole('button', { name: /ещё раз/ }).click();
  await expect.poll(() => sent.length).toBe(2);
  for (const { size, width, height } of sent) {
    expect(size).toBeLessThan(photo.length);
    expect([width, height]).toEqual([2_560, 1_920]);
  }
  await page.getByTestId('step-next').click();
  await expect(page.locator('.preview img')).toHaveCount(2);
  expect(await findings(page)).toEqual([]);
  await page.getByTestId('submit-ticket').click();
  await expect(page.getByTestId('ticket-sent')).toHaveAttribute('data-number', /^\d+$/);
  expect(await findings(page)).toEqual([]);
  await page.getByTestId('open-sent').click();
  await expect(page.getByTestId('message').locator('img')).toHaveCount(2);
  await page.context().close();
});

test('without a network a ticket waits, and goes by itself', async ({ browser }) => {
  const page = await openMiniApp(browser, server.url, REGULAR);
  await beginTicket(page, 'Письмо в бутылке', 'Написано там, где нет связи');
  await page.getByTestId('step-next').click();
  await page.route('**/api/v1/tickets', (route) => route.abort('internetdisconnected'));
  await page.getByTestId('submit-ticket').click();
  await expect(page.getByTestId('ticket-sent')).toContainText('Нет связи');
  await page.getByTestId('sent-to-list').click();
  await expect(page.getByTestId('queued-tickets')).toContainText('Письмо в бутылке');
  expect(await findings(page)).toEqual([]);
  await page.unroute('**/api/v1/tickets');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(page.getByTestId('queued-tickets')).toHaveCount(0);
  await expect(page.getByTestId('ticket-item').filter({ hasText: 'Письмо в бутылке' })).toHaveCount(
    1,
  );
  await page.context().close();
});

test('what an admin publishes is found at once', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'ru-RU' });
  const console = await context.newPage();
  await console.goto(`${server.url}/console/`);
  await signIn({ serverUrl: server.url, browser, console });
  await console.getByTestId('open-admin').click();
  await console.getByTestId('admin-faq').click();
  await expect(console.getByTestId('faq-entry').first()).toBeVisible();

  const app = await openMiniApp(browser, server.url, REGULAR);
  await app.getByTestId('tab-help').click();
  await app.getByTestId('faq-search').fill('диплодок');
  await expect(app.getByTestId('faq-ask')).toBeVisible();
  await expect(app.getByTestId('connection-dot').last()).toHaveAttribute('data-state', 'connected');

  await console.getByTestId('faq-new').click();
  await console.getByTestId('faq-title').fill('Как вырастить диплодока');
  await console.getByTestId('faq-body').fill('Кормите **папоротником** каждый час.');
  await console.getByRole('switch', { name: 'Опубликована' }).check({ force: true });
  expect(await findings(console)).toEqual([]);
  await console.getByTestId('faq-save').click();
  await expect(console.getByTestId('faq-entry').filter({ hasText: 'диплодока' })).toBeVisible();
  await app.getByTestId('faq-row').filter({ hasText: 'диплодока' }).click();
  await expect(app.getByTestId('faq-article').locator('strong')).toHaveText('папоротником');

  // A vote of the customer is seen by whoever writes.
  await app.getByTestId('vote-yes').click();
  await expect(
    console.getByTestId('faq-entry').filter({ hasText: 'диплодока' }).getByLabel('Помогла: 1'),
  ).toBeVisible();
  await app.context().close();
  await context.close();
});
