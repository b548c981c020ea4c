import { expect, test } from '@playwright/test';
import { findings } from './support/axe';
import { deskApi, type DeskApi } from './support/deskApi';
import { ADMIN, REGULAR } from './support/people';
import { drag, openPhone } from './support/phone';
import { startDemoServer, type DemoServer } from './support/server';

/** Gets more tickets than a screen draws at once. */
const BUSY = 710_000_103;

let server: DemoServer;
let admin: DeskApi;
test.beforeAll(async () => {
  server = await startDemoServer();
  admin = await deskApi(server, ADMIN);
});
test.afterAll(() => server.dispose());

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
  const page = await openPhone(browser, server, { personId: REGULAR });
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
  const page = await openPhone(browser, server, { personId: BUSY, theme: 'dark', width: 320 });
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
  const page = await openPhone(browser, server, { personId: REGULAR });
  await page.getByTestId('ticket-item').filter({ hasText: 'Когда ответят' }).click();
  await page.getByTestId('ticket-details').click();
  await expect(page.getByTestId('answer-time')).toContainText('обычно в течение');
  await admin.call('POST /tickets/{id}/messages', { id, content: 'Уже здесь' });
  await expect(page.getByTestId('answer-time')).toBeHidden();
  await page.context().close();
});
