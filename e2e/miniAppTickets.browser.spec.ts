import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { findings } from './support/axe';
import { makePng } from '../server/src/sandbox/testKit';
import { deskApi, type DeskApi } from './support/deskApi';
import { ADMIN, REGULAR } from './support/people';
import { startDemoServer, type DemoServer } from './support/server';
import { miniAppAddress } from './support/telegramApp';

/** Has a few tickets, and is not `REGULAR`. */
const OTHER = 710_000_102;
/** Gets more tickets than a screen draws at once. */
const BUSY = 710_000_103;

let server: DemoServer;
let admin: DeskApi;
test.beforeAll(async () => {
  server = await startDemoServer();
  admin = await deskApi(server, ADMIN);
});
test.afterAll(() => server.dispose());

type Phone = { personId: number; theme?: 'light' | 'dark'; width?: number };

/** The Mini App on a phone, with a finger. */
async function openPhone(browser: Browser, phone: Phone): Promise<Page> {
  const context = await browser.newContext({
    locale: 'ru-RU',
    viewport: { width: phone.width ?? 390, height: 780 },
    hasTouch: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.goto(await miniAppAddress(server.url, phone.personId, { colorScheme: phone.theme }));
  await expect(page.getByTestId('ticket-list')).toBeVisible();
  await expect(page.getByTestId('connection-dot').first()).toHaveAttribute(
    'data-state',
    'connected',
  );
  return page;
}

/** A finger that draws from the middle of an element. */
async function drag(target: Locator, by: { x: number; y: number }): Promise<void> {
  await target.evaluate((element, { x, y }) => {
    const box = element.getBoundingClientRect();
    const from = { x: box.left + box.width / 2, y: box.top + Math.min(40, box.height / 2) };
    const send = (type: string, share: number): void => {
      const touch = new Touch({
        identifier: 1,
        target: element,
        clientX: from.x + x * share,
        clientY: from.y + y * share,
      });
      const touches = type === 'touchend' ? [] : [touch];
      const init = { bubbles: true, cancelable: true, touches, changedTouches: [touch] };
      element.dispatchEvent(new TouchEvent(type, init));
    };
    send('touchstart', 0);
    for (const share of [0.25, 0.5, 0.75, 1]) send('touchmove', share);
    send('touchend', 1);
  }, by);
}

test('my tickets: unread, filters, search, row actions, in Russian', async ({ browser }) => {
  const customer = await deskApi(server, REGULAR);
  await customer.call('PUT /auth/profile', { language: 'ru' });
  const { items: categories } = await customer.call('GET /categories', {});
  const [category, elsewhere] = categories;
  if (!category || !elsewhere) throw new Error('The demo has categories');
  const mark = Date.now().toString(36);
  const ticket = await customer.call('POST /tickets', {
    title: `Не пускает ${mark}`,
    description: 'Пишет «нет доступа»',
    categoryId: category.id,
    priority: 'CRITICAL',
  });
  const page = await openPhone(browser, { personId: REGULAR });
  const row = page.getByTestId('ticket-item').filter({ hasText: mark });
  await expect(row).toBeVisible();

  await test.step('an answer makes the row unread, live', async () => {
    await expect(row.getByTestId('unread')).toBeHidden();
    const { id } = ticket;
    await admin.call('POST /tickets/{id}/messages', { id, content: 'Смотрим' });
    await admin.call('POST /tickets/{id}/messages', { id, content: '**Готово**' });
    await expect(row.getByTestId('unread')).toHaveText(/^2/);
    await expect(row).toContainText('Готово');
    await expect(row).toHaveAccessibleName(/2 непрочитанных сообщения/);
  });

  await test.step('counters are those of the desk; a status narrows the list', async () => {
    const counts = await customer.call('GET /tickets/counts', { customerId: customer.id });
    const chip = page.locator('[data-testid=filter-chip][data-status=WAITING_RESPONSE]');
    await expect(chip).toContainText(String(counts.byStatus.WAITING_RESPONSE));
    await chip.click();
    await expect(page.getByTestId('ticket-item')).toHaveCount(counts.byStatus.WAITING_RESPONSE);
    await page.locator('[data-testid=filter-chip][data-status=ALL]').click();
  });

  await test.step('category, priority and day together, each taken back', async () => {
    await page.getByTestId('filters-open').click();
    await page.getByTestId('filter-choice').filter({ hasText: category.name }).click();
    await page.getByTestId('filter-choice').filter({ hasText: 'Критический' }).click();
    await page.getByTestId('filter-choice').filter({ hasText: 'Сегодня' }).click();
    expect(await findings(page)).toEqual([]);
    await page.getByTestId('filters-apply').click();
    await expect(row).toBeVisible();
    await expect(page.getByTestId('ticket-item')).toHaveCount(1);
    await expect(page.getByTestId('active-filter')).toHaveCount(3);
    await page.getByTestId('filters-open').click();
    await page.getByTestId('filter-choice').filter({ hasText: category.name }).click();
    await page.getByTestId('filter-choice').filter({ hasText: elsewhere.name }).click();
    await page.getByTestId('filters-apply').click();
    await expect(page.getByText('Здесь пусто')).toBeVisible();
    await page.getByTestId('active-filter').filter({ hasText: elsewhere.name }).click();
    await expect(row).toBeVisible();
    await page.getByTestId('filters-clear').click();
    await expect(page.getByTestId('active-filter')).toHaveCount(0);
  });

  await test.step('search by number, and what is not there', async () => {
    await page.getByTestId('search-input').fill(`#${ticket.number}`);
    await expect(page.getByTestId('ticket-item')).toHaveCount(1);
    await page.getByTestId('search-input').fill('абракадабра');
    await expect(page.getByText('Ничего не нашлось')).toBeVisible();
    await page.getByRole('button', { name: 'Показать все' }).click();
    await expect(row).toBeVisible();
  });

  await test.step('a pulled row shows its actions; reading takes the mark away', async () => {
    await drag(row, { x: -220, y: 0 });
    await page.getByTestId('swipe-read').click();
    await expect(row.getByTestId('unread')).toBeHidden();
    const { id } = ticket;
    await expect
      .poll(async () => (await admin.call('GET /tickets/{id}', { id })).readByCustomer)
      .toBe(3);
  });

  await test.step('a held row: copy, close, reopen', async () => {
    await row.click({ button: 'right' });
    expect(await findings(page)).toEqual([]);
    await page.getByTestId('row-copy').click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`#${ticket.number}`);
    await row.click({ button: 'right' });
    await page.getByTestId('row-close').click();
    await expect(row).toContainText('Закрыто');
    await drag(row, { x: -220, y: 0 });
    await page.getByTestId('swipe-reopen').click();
    await expect(row).toContainText('В работе');
  });

  await test.step('pulling the list down asks the desk again', async () => {
    const asked = page.waitForRequest((request) => request.url().includes('/api/v1/tickets?'));
    await drag(page.getByTestId('ticket-list'), { x: 0, y: 220 });
    await asked;
  });

  expect(await findings(page)).toEqual([]);
  await page.context().close();
});

test('a long list draws what is in sight; what cannot be loaded can be asked for again', async ({
  browser,
}) => {
  const customer = await deskApi(server, BUSY);
  const { items: categories } = await customer.call('GET /categories', {});
  const categoryId = categories[0]?.id ?? '';
  const create = (at: number) =>
    customer.call('POST /tickets', { title: `Вопрос ${at}`, description: 'Текст', categoryId });
  for (let at = 0; at < 64; at += 8) {
    await Promise.all(Array.from({ length: 8 }, (_, more) => create(at + more)));
  }
  const counts = await customer.call('GET /tickets/counts', { customerId: customer.id });
  const total = Object.values(counts.byStatus).reduce((sum, one) => sum + one, 0);
  const page = await openPhone(browser, { personId: BUSY, theme: 'dark', width: 320 });
  const scroller = page.locator('.scroller:has([data-testid=ticket-list])');
  const end = page.locator('.list-end');
  await expect(async () => {
    await scroller.evaluate((view) => view.scrollTo(0, view.scrollHeight));
    await expect(end).toBeVisible({ timeout: 200 });
    await expect(page.locator(`[aria-posinset="${total}"]`)).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(end).toContainText(String(total));
  const drawn = await page.getByTestId('ticket-item').count();
  expect(drawn).toBeLessThan(60);
  await scroller.evaluate((view) => view.scrollTo(0, 0));
  await expect(page.locator('[aria-posinset="1"]')).toBeVisible();
  expect(await findings(page)).toEqual([]);

  await page.route('**/api/v1/tickets?**', (route) => route.abort());
  await page.locator('[data-testid=filter-chip][data-status=CLOSED]').click();
  const again = page.getByRole('alert').getByRole('button');
  await expect(again).toBeVisible({ timeout: 15_000 });
  await page.unroute('**/api/v1/tickets?**');
  await again.click();
  await expect(page.getByTestId('ticket-item').first()).toBeVisible();
  await page.context().close();
});

/** A second of silence: MPEG frames of 26 ms each. */
function silence(): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x00]);
  return Buffer.concat(Array.from({ length: 40 }, () => frame));
}

/** A film of a moment, recorded by the browser itself. */
async function film(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 64;
    const context = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    recorder.ondataavailable = (event) => parts.push(event.data);
    const done = new Promise((resolve) => (recorder.onstop = resolve));
    recorder.start();
    for (let at = 0; at < 8; at += 1) {
      context?.fillRect(at * 8, 0, 8, 64);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    recorder.stop();
    await done;
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  });
  return Buffer.from(bytes);
}

test('conversation: marks, quotes, typing, revisions, reactions, in English', async ({
  browser,
}) => {
  const customer = await deskApi(server, OTHER);
  await customer.call('PUT /auth/profile', { language: 'en' });
  const { items: categories } = await customer.call('GET /categories', {});
  const mark = Date.now().toString(36);
  const ticket = await customer.call('POST /tickets', {
    title: `Long story ${mark}`,
    description: `The beginning ${mark}`,
    categoryId: categories[0]?.id ?? '',
  });
  const { id } = ticket;
  const write = (who: DeskApi, content: string, more: { replyToId?: string } = {}) =>
    who.call('POST /tickets/{id}/messages', { id, content, ...more });
  for (let at = 1; at <= 50; at += 1) await write(customer, `Line ${at}`);
  const { items } = await customer.call('GET /tickets/{id}/messages', { id });
  const opening = items[0]?.id ?? '';
  for (let at = 1; at <= 14; at += 1) await write(admin, `News ${at} ${'to tell '.repeat(20)}`);
  await write(admin, 'You wrote this first', { replyToId: opening });

  const page = await openPhone(browser, { personId: OTHER, theme: 'dark' });
  const bubbles = page.getByTestId('message');
  const bubble = (text: string | RegExp): Locator => bubbles.filter({ hasText: text });
  const first = page.locator(`[data-message-id="${opening}"]`);
  await page.getByTestId('ticket-item').filter({ hasText: mark }).click();

  await test.step('opens where reading stopped, and tells how far it went', async () => {
    await expect(page.getByTestId('unread-line')).toBeInViewport();
    await expect(bubble('Line 50')).toBeVisible();
    await page.getByTestId('to-newest').click();
    await expect(bubble('You wrote this first')).toBeInViewport();
    const read = async () => (await admin.call('GET /tickets/{id}', { id })).readByCustomer;
    await expect.poll(read).toBe(66);
    await expect(page.getByTestId('to-newest')).toBeHidden();
  });

  await test.step('a quote leads to its message, however old; only near ones are drawn', async () => {
    await expect(first).toHaveCount(0);
    await bubble('You wrote this first').locator('.quote').click();
    await expect(first).toBeInViewport();
    await page.getByTestId('to-newest').click();
    await expect(bubble('You wrote this first')).toBeInViewport();
    await expect(first).toHaveCount(0);
  });

  await test.step('sent, then read by the staff', async () => {
    await page.getByTestId('composer').fill('Are you there?');
    await page.getByTestId('send').click();
    const ticks = bubble('Are you there?').getByTestId('ticks');
    await expect(ticks).toHaveAttribute('data-read', 'false');
    await admin.call('PUT /tickets/{id}/read', { id });
    await expect(ticks).toHaveAttribute('data-read', 'true');
    await expect(ticks).toHaveAccessibleName('Read');
  });

  await test.step('typing is shown', async () => {
    await admin.call('POST /tickets/{id}/typing', { id });
    await expect(page.getByTestId('typing')).toBeVisible();
  });

  await test.step('an edited message shows what it said before', async () => {
    await bubble('Are you there?').click({ button: 'right' });
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByTestId('composer').fill('Is anybody there?');
    await page.getByTestId('send').click();
    await bubble('Is anybody there?').getByTestId('edited').click();
    await expect(page.getByTestId('revision')).toHaveCount(2);
    await expect(page.getByTestId('revision').last()).toContainText('Are you there?');
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  await test.step('reactions go both ways', async () => {
    const answer = bubble('You wrote this first');
    await answer.click({ button: 'right' });
    await page.getByTestId('react-👍').click();
    await expect(answer.getByTestId('reaction')).toHaveText('👍');
    await expect(answer.getByTestId('reaction')).toHaveAttribute('aria-pressed', 'true');
    const messages = await admin.call('GET /tickets/{id}/messages', { id, order: 'desc' });
    const mine = messages.items.find((one) => one.content === 'Is anybody there?');
    const theirs = messages.items.find((one) => one.content === 'You wrote this first');
    expect(theirs?.reactions).toMatchObject([{ emoji: '👍', side: 'CUSTOMER' }]);
    await admin.call('PUT /messages/{id}/reaction', { id: mine?.id ?? '', emoji: '🔥' });
    await expect(bubble('Is anybody there?').getByTestId('reaction')).toHaveText('🔥');
    await answer.getByTestId('reaction').click();
    await expect(answer.getByTestId('reaction')).toHaveCount(0);
  });

  await test.step('a swipe answers a message', async () => {
    await drag(bubble('You wrote this first'), { x: -120, y: 0 });
    await expect(page.locator('.aim')).toContainText('You wrote this first');
    await page.locator('.aim button').click();
    await expect(page.locator('.aim')).toBeHidden();
  });
  await page.context().close();
});

test('conversation: pictures, players, draft, timeline and the ticket panel, in English', async ({
  browser,
}) => {
  const customer = await deskApi(server, OTHER);
  await customer.call('PUT /auth/profile', { language: 'en' });
  const { items: categories } = await customer.call('GET /categories', {});
  const mark = Date.now().toString(36);
  const { id, number } = await customer.call('POST /tickets', {
    title: `Pictures ${mark}`,
    description: 'See for yourself',
    categoryId: categories[0]?.id ?? '',
  });
  const page = await openPhone(browser, { personId: OTHER, theme: 'dark' });
  const bubbles = page.getByTestId('message');
  await page.getByTestId('ticket-item').filter({ hasText: mark }).click();

  await test.step('pictures open large, go on, grow and close', async () => {
    await page.getByTestId('file-input').setInputFiles([
      { name: 'one.png', mimeType: 'image/png', buffer: makePng(300, 200) },
      { name: 'two.png', mimeType: 'image/png', buffer: makePng(200, 300) },
    ]);
    await expect(page.locator('.tile[data-state=done]')).toHaveCount(2);
    await page.getByTestId('send').click();
    await bubbles.locator('.picture').first().click();
    const lightbox = page.getByTestId('lightbox');
    await expect(lightbox).toContainText('1 of 2');
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await expect(lightbox).toContainText('2 of 2');
    const stage = page.getByTestId('lightbox-stage');
    await stage.dblclick();
    await expect(stage).toHaveAttribute('data-zoomed', 'true');
    await page.keyboard.press('0');
    await expect(stage).toHaveAttribute('data-zoomed', 'false');
    const box = await stage.boundingBox();
    if (!box) throw new Error('The stage is in sight');
    await page.mouse.move(box.x + 60, box.y + 200);
    await page.mouse.down();
    await page.mouse.move(box.x + 300, box.y + 210, { steps: 4 });
    await page.mouse.up();
    await expect(lightbox).toContainText('1 of 2');
    await page.keyboard.press('Escape');
    await expect(lightbox).toBeHidden();
  });

  await test.step('sound and film play, with the keyboard too; a file tells its size', async () => {
    const files = [
      await admin.upload(silence(), 'voice.mp3', 'audio/mpeg'),
      await admin.upload(await film(page), 'film.webm', 'video/webm'),
      await admin.upload(Buffer.from('text '.repeat(500)), 'log.txt', 'text/plain'),
    ];
    await admin.call('POST /tickets/{id}/messages', {
      id,
      content: '',
      attachmentIds: files.map((file) => file.id),
    });
    const player = page.getByTestId('audio-player');
    await expect(player).toBeVisible();
    await expect(player.getByRole('slider')).toHaveAttribute('max', /^1(\.|$)/);
    await player.getByTestId('audio-speed').press('Enter');
    await expect(player.getByTestId('audio-speed')).toHaveText('1.5×');
    await player.getByTestId('audio-toggle').press('Enter');
    await expect(player.getByTestId('audio-toggle')).toHaveAccessibleName(/^Pause/);
    await expect(player.getByTestId('audio-toggle')).toHaveAccessibleName(/^Play/);
    await player.getByRole('slider').press('End');
    await expect(page.getByTestId('video-player').locator('video')).toBeVisible();
    await expect(bubbles.last().locator('.file-line')).toContainText('2.4 KB');
  });

  await test.step('a draft stays with its ticket', async () => {
    await page.getByTestId('composer').fill('Not finished');
    await page.getByTestId('back').click();
    const row = page.getByTestId('ticket-item').filter({ hasText: mark });
    await expect(row).toContainText('Draft: Not finished');
    await row.click();
    await expect(page.getByTestId('composer')).toHaveValue('Not finished');
    await page.getByTestId('composer').fill('');
  });

  await test.step('what happens to the ticket stands between the messages', async () => {
    await admin.call('PUT /tickets/{id}/status', { id, status: 'RESOLVED' });
    await expect(page.getByTestId('change').last()).toContainText('Marked as solved');
    await page.getByTestId('rate-4').click();
    await page.getByTestId('rating-comment').fill('Quick');
    await page.getByTestId('rating-send').click();
    await expect(page.getByTestId('change').last()).toContainText('★★★★☆');
    expect(await findings(page)).toEqual([]);
  });

  await test.step('the panel: everything about the ticket, its timeline, reopen and close', async () => {
    await page.getByTestId('ticket-details').click();
    const panel = page.getByTestId('ticket-panel');
    await expect(panel).toContainText('Resolved');
    await expect(panel.getByTestId('timeline-entry').first()).toContainText('Quick');
    await expect(panel.getByTestId('timeline-entry').last()).toContainText('Ticket created');
    await panel.getByTestId('share-ticket').click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toContain(`start=t${number}`);
    expect(await findings(page)).toEqual([]);
    await panel.getByTestId('panel-reopen').click();
    await expect(panel).toContainText('In progress');
    await expect(panel.getByTestId('timeline-entry').first()).toContainText('You reopened');
    await panel.getByTestId('close-ticket').click();
    await page.getByTestId('close-ticket-confirm').click();
    await expect(page.getByTestId('change').last()).toContainText('You closed the ticket');
    await expect(page.getByTestId('reopen')).toBeVisible();
  });
  await page.context().close();
});

test('a new ticket is told how soon answers usually come', async ({ browser }) => {
  const customer = await deskApi(server, REGULAR);
  const { items: times } = await customer.call('GET /categories/answer-times', {});
  const [usual] = times;
  if (!usual) throw new Error('The demo has enough answers to tell');
  const { id } = await customer.call('POST /tickets', {
    title: 'Когда ответят',
    description: 'Вопрос',
    categoryId: usual.categoryId,
  });
  const page = await openPhone(browser, { personId: REGULAR });
  await page.getByTestId('ticket-item').filter({ hasText: 'Когда ответят' }).click();
  await page.getByTestId('ticket-details').click();
  await expect(page.getByTestId('answer-time')).toContainText('обычно в течение');
  await admin.call('POST /tickets/{id}/messages', { id, content: 'Уже здесь' });
  await expect(page.getByTestId('answer-time')).toBeHidden();
  await page.context().close();
});
