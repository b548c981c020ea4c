import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import type { Ticket } from '../shared/src/contracts';
import { makePng } from '../server/src/sandbox/testKit';
import { openBrowser } from './support/browser';
import { findings } from './support/axe';
import { deskApi, type DeskApi } from './support/deskApi';
import { launchConsole, type ConsoleApp } from './support/electron';
import { signIn } from './support/journey';
import { NEWCOMER } from './support/people';
import { startDemoServer, type DemoServer } from './support/server';

let server: DemoServer;
let browser: Browser;
let desktop: ConsoleApp;
let page: Page;
let customer: DeskApi;
let folder: string;
let first: Ticket;
let second: Ticket;

const mark = Date.now().toString(36);
const say = (ticket: Ticket, content: string, attachmentIds: string[] = []) =>
  customer.call('POST /tickets/{id}/messages', { id: ticket.id, content, attachmentIds });
const bubble = (text: string): Locator => page.getByTestId('message').filter({ hasText: text });
const change = (field: string): Locator =>
  page.locator(`[data-testid=change][data-field=${field}]`);

async function open(ticket: Ticket): Promise<void> {
  await page.locator(`[data-testid=inbox-row][data-number="${ticket.number}"]`).click();
  await expect(page.getByTestId('conversation')).toHaveAttribute('data-ticket-id', ticket.id);
}

async function send(text: string): Promise<void> {
  await page.getByTestId('composer-input').fill(text);
  await page.getByTestId('send').click();
  await expect(bubble(text)).toBeVisible();
}

async function menu(message: Locator, item: RegExp): Promise<void> {
  await message.hover();
  await message.locator('[data-bubble-menu]').click();
  await page.getByRole('menuitem', { name: item }).click();
}

test.beforeAll(async () => {
  server = await startDemoServer();
  customer = await deskApi(server, NEWCOMER);
  const categoryId = (await customer.call('GET /categories', {})).items[0]?.id ?? '';
  const ticket = (title: string) =>
    customer.call('POST /tickets', {
      title: `${title} ${mark}`,
      description: `${title}.`,
      categoryId,
    });
  first = await ticket('Не открывается карта');
  second = await ticket('Снова карта');
  await say(second, `Во втором ${mark}`);
  const album = await Promise.all(
    [1, 2, 3].map((n) => customer.upload(makePng(320, 200 + n), `снимок ${n}.png`, 'image/png')),
  );
  await say(
    first,
    `Цена 100 ₽ за штуку ${mark}`,
    album.map(({ id }) => id),
  );
  folder = mkdtempSync(path.join(os.tmpdir(), 'tikethet-print-'));
  browser = await openBrowser();
  desktop = await launchConsole({
    serverUrl: server.url,
    env: { TIKETHET_TEST: '1', LANG: 'ru_RU.UTF-8', LANGUAGE: 'ru' },
  });
  page = desktop.window;
  // Wide enough for the customer's card beside the conversation.
  await desktop.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 860);
  });
  await signIn({ browser, console: page, serverUrl: server.url });
});

test.afterAll(async () => {
  await desktop?.close();
  await browser?.close();
  await server?.dispose();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

test('a conversation: album, quote, edits, deletion, changes, merge, the customer, paper', async () => {
  test.setTimeout(120_000);

  await test.step('pictures of one message stand together and open large, by keys', async () => {
    await open(first);
    const album = page.getByTestId('album');
    await expect(album.locator('img')).toHaveCount(3);
    await album.getByRole('button').first().click();
    const viewer = page.getByTestId('lightbox');
    await expect(viewer).toContainText('1 из 3');
    await page.keyboard.press('ArrowRight');
    await expect(viewer).toContainText('2 из 3');
    await page.keyboard.press('+');
    await expect(viewer).toHaveAttribute('data-zoom', '1.5');
    await page.keyboard.press('0');
    await expect(viewer).toHaveAttribute('data-zoom', '1');
    await page.keyboard.press('Escape');
    await expect(viewer).toBeHidden();
    await expect(album.getByRole('button').first()).toBeFocused();
  });

  await test.step('selected words are quoted alone', async () => {
    await bubble('Цена 100')
      .getByTestId('message-text')
      .evaluate((element) => {
        const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
        const range = document.createRange();
        range.setStart(text ?? element, 5);
        range.setEnd(text ?? element, 10);
        document.getSelection()?.addRange(range);
      });
    await page.getByTestId('quote-part').click();
    await send(`Уже 90 ${mark}`);
    await expect(bubble(`Уже 90 ${mark}`)).toContainText('100 ₽');
    const kept = await customer.call('GET /tickets/{id}/messages', { id: first.id, limit: 100 });
    expect(kept.items.at(-1)).toMatchObject({ quote: '100 ₽' });
  });

  await test.step('an edit shows at once and keeps what was said before', async () => {
    const message = bubble(`Уже 90 ${mark}`);
    await menu(message, /Изменить/);
    await message.getByRole('textbox').fill(`Уже 80 ${mark}`);
    await page.keyboard.press('ControlOrMeta+Enter');
    await bubble(`Уже 80 ${mark}`).getByTestId('edited').click();
    await expect(page.getByTestId('revision')).toContainText(`Уже 90 ${mark}`);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('history')).toBeHidden();
  });

  await test.step('a reaction of the customer arrives; a deleted message leaves its mark', async () => {
    const { items } = await customer.call('GET /tickets/{id}/messages', { id: first.id });
    const answer = items.find(({ content }) => content.startsWith('Уже 80'));
    await customer.call('PUT /messages/{id}/reaction', { id: answer?.id ?? '', emoji: '👍' });
    await expect(bubble(`Уже 80 ${mark}`).getByTestId('reaction')).toContainText('👍');
    await send(`Лишнее ${mark}`);
    await menu(bubble(`Лишнее ${mark}`), /Удалить/);
    await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click();
    await expect(bubble(`Лишнее ${mark}`)).toBeHidden();
    await expect(bubble('Сообщение удалено')).toBeVisible();
  });

  await test.step('what changes stands between the messages; what an answer says does not', async () => {
    await page.getByTestId('priority-select').click();
    await page.getByRole('option', { name: 'Критический' }).click();
    await expect(change('priority')).toContainText('Критический');
    // The first answer has taken the ticket: the answer itself says so.
    await expect(change('assigneeId')).toHaveCount(0);
  });

  await test.step('merged: its messages stand in the other ticket with where they came from', async () => {
    await open(second);
    await page.getByTestId('ticket-menu').click();
    await page.getByTestId('merge').click();
    await page
      .getByTestId('merge-target')
      .filter({ hasText: `#${first.number}` })
      .click();
    await page.getByTestId('merge-confirm').click();
    await expect(page.getByTestId('conversation')).toHaveAttribute('data-ticket-id', first.id);
    await expect(page.getByTestId('merged-from')).toContainText(`#${second.number}`);
    const moved = bubble(`Во втором ${mark}`);
    await expect(moved.getByTestId('origin')).toHaveText(`из #${second.number}`);
    await expect(change('merged')).toContainText(`#${second.number}`);
    // What is meant for the old number arrives in the ticket that is left.
    await say(second, `По старому номеру ${mark}`);
    await expect(bubble(`По старому номеру ${mark}`)).toBeVisible();
    expect(await findings(page, { inElectron: true })).toEqual([]);
    await change('merged').getByTestId('undo-merge').click();
    await expect(page.getByTestId('conversation')).toHaveAttribute('data-ticket-id', second.id);
    await expect(bubble(`Во втором ${mark}`)).toBeVisible();
    await expect(bubble(`По старому номеру ${mark}`)).toBeHidden();
  });

  await test.step('what the team should know of the customer is kept with them', async () => {
    const card = page.getByTestId('customer-card');
    await page.getByTestId('customer-note').fill(`Звонить вечером ${mark}`);
    await page.getByTestId('customer-note-add').click();
    await card.getByTestId('add-tag').click();
    await page.keyboard.type(`оптом ${mark}`);
    await page.keyboard.press('Enter');
    await open(first);
    await expect(page.getByTestId('customer-note-item')).toContainText(`Звонить вечером ${mark}`);
    await expect(card.getByTestId('tag')).toHaveText(`оптом ${mark}`);
  });

  await test.step('printed into a file, without notes unless asked', async () => {
    const file = path.join(folder, 'ticket.pdf');
    await desktop.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
    await page.getByTestId('ticket-menu').click();
    await page.getByTestId('print-open').click();
    const sheet = page.getByTestId('print-sheet');
    await expect(sheet).toContainText(`Уже 80 ${mark}`);
    await expect(sheet).not.toContainText('Сообщение удалено');
    await page.getByTestId('save-pdf').click();
    await expect(page.getByTestId('save-pdf')).toBeHidden();
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  });

  await test.step('the desk writes first', async () => {
    await page.getByTestId('write-first').click();
    await page.getByTestId('write-first-title').fill(`Ваш заказ ${mark}`);
    await page.getByTestId('write-first-text').fill(`Готов ${mark}`);
    await page.getByTestId('write-first-send').click();
    await expect(bubble(`Готов ${mark}`)).toBeVisible();
    const conversation = page.getByTestId('conversation');
    await expect(conversation).toHaveAttribute('data-status', 'WAITING_RESPONSE');
    const mine = await customer.call('GET /tickets', { limit: 5 });
    expect(mine.items.map(({ title }) => title)).toContain(`Ваш заказ ${mark}`);
  });
});
