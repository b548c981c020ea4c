import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import type { Ticket } from '../shared/src/contracts';
import { openBrowser } from './support/browser';
import { findings } from './support/axe';
import { deskApi, type DeskApi } from './support/deskApi';
import { launchConsole, type ConsoleApp } from './support/electron';
import { signIn } from './support/journey';
import { MODERATOR } from './support/people';
import { startDemoServer, type DemoServer } from './support/server';

let server: DemoServer;
let browser: Browser;
let desktop: ConsoleApp;
let api: DeskApi;

const mark = Date.now().toString(36);
const TAG = `груда-${mark}`;
const PILE = 12;

/** Tickets of the pile, in their numbers' order. */
async function pile(filters: Record<string, string> = {}): Promise<Ticket[]> {
  const { items } = await api.call('GET /tickets', { tags: TAG, limit: 100, ...filters });
  return items.toSorted((a, b) => a.number - b.number);
}

/** Six tickets for each of two customers. */
async function pileUp(): Promise<void> {
  const { items: people } = await api.call('GET /users', { role: 'USER', limit: 2 });
  const { items: categories } = await api.call('GET /categories', {});
  const categoryId = categories[0]?.id ?? '';
  for (let at = 0; at < PILE; at += 1) {
    const customerId = people[at % 2]?.id ?? '';
    const title = `Груда ${at + 1} ${mark}`;
    const input = { title, description: title, categoryId, customerId };
    const { id } = await api.call('POST /tickets', input);
    await api.call('PUT /tickets/{id}', { id, addTags: [TAG] });
  }
}

const rows = (page: Page) => page.getByTestId('inbox-row').filter({ hasText: mark });
const picked = (page: Page, picker: string, value: string | RegExp): Locator =>
  page.getByTestId(`${picker}-option`).filter({ hasText: value }).first();

test.beforeAll(async () => {
  server = await startDemoServer();
  api = await deskApi(server, MODERATOR);
  browser = await openBrowser();
  desktop = await launchConsole({ serverUrl: server.url });
});

test.afterAll(async () => {
  await desktop?.close();
  await browser?.close();
  await server?.dispose();
});

test('a moderator distributes a pile', async () => {
  test.setTimeout(150_000);
  const page = desktop.window;
  await pileUp();
  await signIn({ browser, console: page, serverUrl: server.url }, MODERATOR);

  await test.step('finds the pile by filters and keeps it as a view', async () => {
    await page.getByTestId('view-unassigned').click();
    await expect(page.getByTestId('inbox-row').first()).toBeVisible();
    await page.keyboard.press('f');
    await picked(page, 'filter-add', 'Метки').click();
    await picked(page, 'filter-tags', TAG).click();
    await page.keyboard.press('Escape');
    await expect(rows(page)).toHaveCount(PILE);
    await expect(page.getByTestId('inbox-row')).toHaveCount(PILE);
    expect(decodeURIComponent(page.url())).toContain(`tag=${TAG}`);
    await page.getByTestId('save-view').click();
    await page.getByTestId('view-name').fill(`Груда ${mark}`);
    await page.getByTestId('view-share').check();
    await page.getByTestId('view-save').click();
    await expect(page.getByTestId('view-title')).toHaveText(`Груда ${mark}`);
    await expect(page.getByTestId('view-saved')).toContainText(String(PILE));
    await expect(rows(page)).toHaveCount(PILE);
    const colleague = await deskApi(server, MODERATOR - 1);
    await expect
      .poll(async () => (await colleague.call('GET /views', {})).items.map(({ name }) => name))
      .toContain(`Груда ${mark}`);
  });

  await test.step('gives four to a colleague, by keyboard', async () => {
    await rows(page).first().focus();
    await page.keyboard.press('x');
    for (let more = 0; more < 3; more += 1) await page.keyboard.press('Shift+J');
    await expect(page.getByTestId('bulk-count')).toHaveText(/4/);
    expect(await findings(page, { inElectron: true })).toEqual([]);
    await page.keyboard.press('a');
    const helpers = await api.call('GET /users', { role: 'HELPER', limit: 20 });
    const helper = helpers.items.find(({ isActive }) => isActive);
    await picked(page, 'bulk-assign', helper?.displayName ?? '').click();
    // Given away, they are in this view no more; the counts follow.
    await expect(rows(page)).toHaveCount(PILE - 4);
    await expect(page.getByTestId('view-saved')).toContainText(String(PILE - 4));
    await expect(page.getByTestId('bulk-bar')).toHaveCount(0);
    const given = () => pile({ assigneeId: helper?.id ?? '' });
    await expect.poll(async () => (await given()).length).toBe(4);
  });

  await test.step('makes the rest urgent and tags it; one undo takes back the last thing', async () => {
    await rows(page).first().focus();
    await page.keyboard.press('Control+a');
    await expect(page.getByTestId('bulk-count')).toHaveText(/8/);
    await page.keyboard.press('p');
    await picked(page, 'bulk-priority', 'Высокий').click();
    await expect.poll(async () => (await pile({ priority: 'HIGH' })).length).toBe(8);
    await page.keyboard.press('t');
    // At once, as people type: the first letters come before the field has the focus.
    await page.keyboard.type(`fresh-${mark}`);
    await picked(page, 'bulk-add-tag', `fresh-${mark}`).click();
    await expect
      .poll(async () => (await api.call('GET /tickets', { tags: `fresh-${mark}` })).items.length)
      .toBe(8);
    await page.keyboard.press('i');
    await expect.poll(async () => (await pile({ assigneeId: 'me' })).length).toBe(8);
    await expect(rows(page)).toHaveCount(0);
    await page.getByTestId('toast-undo').last().click();
    await expect(rows(page)).toHaveCount(8);
    await expect.poll(async () => (await pile({ assigneeId: 'none' })).length).toBe(8);
    expect((await pile({ assigneeId: 'none' })).every(({ status }) => status === 'OPEN')).toBe(
      true,
    );
  });

  await test.step('puts two off and joins two of one customer', async () => {
    await rows(page).first().hover();
    await page.getByTestId('row-select').first().click();
    await page
      .getByTestId('row-select')
      .nth(1)
      .click({ modifiers: ['Shift'] });
    await expect(page.getByTestId('bulk-count')).toHaveText(/2/);
    await page.keyboard.press('h');
    await picked(page, 'bulk-snooze', 'Завтра').click();
    await expect(rows(page)).toHaveCount(6);
    await page.getByTestId('view-snoozed').click();
    await expect(rows(page)).toHaveCount(2);
    await expect(page.getByTestId('view-snoozed')).toContainText('2');
    await page.getByTestId('view-saved').click();
    const [first, second] = await twins();
    for (const ticket of [first, second]) {
      await page.locator(`[data-ticket-id="${ticket.id}"]`).click({ modifiers: ['ControlOrMeta'] });
    }
    await page.keyboard.press('m');
    await page.getByTestId('bulk-merge-confirm').click();
    await expect(rows(page)).toHaveCount(5);
    await expect
      .poll(async () => (await pile({ status: 'CLOSED' })).map(({ mergedInto }) => mergedInto?.id))
      .toEqual([first.id]);
  });

  await test.step('pins a ticket: at hand in its row and its view, by key and by menu', async () => {
    const held = async () => (await api.call('GET /tickets', { pinned: 'yes' })).items.length;
    await rows(page).first().click();
    await expect(page.getByTestId('conversation')).toBeVisible();
    await page.keyboard.press('Shift+P');
    await expect(rows(page).first()).toContainText('закреплено');
    await expect(page.getByTestId('view-pinned')).toContainText('1');
    await page.getByTestId('view-pinned').click();
    await expect(rows(page)).toHaveCount(1);
    await expect.poll(held).toBe(1);
    expect(await findings(page, { inElectron: true })).toEqual([]);
    await rows(page).first().click();
    await page.getByTestId('ticket-menu').click();
    await page.getByTestId('pin').click();
    await expect(page.getByTestId('inbox-row')).toHaveCount(0);
    await expect.poll(held).toBe(0);
    await page.getByTestId('view-saved').click();
  });

  await test.step('renames the view, and deletes it', async () => {
    await page.getByTestId('view-menu').click();
    await page.getByTestId('view-rename').click();
    await page.getByTestId('view-name').fill('Разобрано');
    await page.getByTestId('view-save').click();
    await expect(page.getByTestId('view-title')).toHaveText('Разобрано');
    await page.getByTestId('view-menu').click();
    await page.getByTestId('view-remove').click();
    await page.getByTestId('view-remove-confirm').click();
    await expect(page.getByTestId('view-saved')).toHaveCount(0);
    await expect.poll(async () => (await api.call('GET /views', {})).items).toEqual([]);
  });
});

/** Two unassigned tickets of the pile that belong to one customer and are awake. */
async function twins(): Promise<[Ticket, Ticket]> {
  const tickets = await pile({ assigneeId: 'none', snoozed: 'no' });
  for (const one of tickets) {
    const other = tickets.find(
      ({ id, customerId }) => id !== one.id && customerId === one.customerId,
    );
    if (other) return [one, other];
  }
  throw new Error('no customer has two');
}
