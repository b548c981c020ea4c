import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import type { Ticket } from '../shared/src/contracts';
import { makePng } from '../server/src/sandbox/testKit';
import { makeFilm, makeVoice } from '../server/src/testing/mediaSamples';
import { openBrowser } from './support/browser';
import { findings } from './support/axe';
import { deskApi, type DeskApi } from './support/deskApi';
import { launchConsole, type ConsoleApp } from './support/electron';
import { signIn } from './support/journey';
import { NEWCOMER } from './support/people';
import { act } from './support/sandboxPerson';
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

const secondsOf = (media: Locator) =>
  media.evaluate((element: HTMLMediaElement) => element.currentTime);

test.beforeAll(async () => {
  test.setTimeout(180_000);
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
    const input = page.getByRole('textbox', { name: 'Ответ' });
    await input.focus();
    await page.keyboard.press('ArrowUp');
    await expect(message.getByRole('textbox')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(`Уже 80 ${mark}`);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(input).toBeFocused();
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
    await page.keyboard.press('Alt+ArrowUp');
    await expect(bubble(`Лишнее ${mark}`)).toBeFocused();
    await page.keyboard.press('Delete');
    await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click();
    await expect(bubble(`Лишнее ${mark}`)).toBeHidden();
    await expect(bubble('Сообщение удалено')).toBeFocused();
  });

  await test.step('messages are reached, read and worked with by keys', async () => {
    await page.keyboard.press('ArrowUp');
    const answer = page.getByRole('log').getByRole('article', { name: /, изменено/ });
    await expect(answer).toBeFocused();
    await expect(answer).toHaveAccessibleDescription(`Уже 80 ${mark}`);
    await page.keyboard.press('ControlOrMeta+c');
    const copied = () => desktop.app.evaluate(({ clipboard }) => clipboard.readText());
    await expect.poll(copied).toBe(`Уже 80 ${mark}`);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: /Изменить/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(answer).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(answer).toBeFocused();
    // A key that comes before the focus is in the menu is the menu's too.
    const early = await answer.evaluate(async (element) => {
      element.querySelector<HTMLElement>('[data-bubble-menu]')?.click();
      while (!document.querySelector('[role="menu"]')) await Promise.resolve();
      const focused = document.activeElement === element;
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      return focused;
    });
    expect(early).toBe(true);
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(answer).toBeFocused();
    await page.keyboard.press('Shift+r');
    await expect(page.getByTestId('composer-input')).toBeFocused();
    await expect(page.getByTestId('composer')).toContainText(`Уже 80 ${mark}`);
    await page.getByRole('button', { name: 'Не цитировать' }).click();
    const said = page.getByTestId('announcer');
    await say(first, `Спасибо ${mark}`);
    await expect(said).toContainText(`Спасибо ${mark}`);
    await send(`Пожалуйста ${mark}`);
    await expect(said).toContainText('Ответ отправлен');
  });

  await test.step('what Telegram refused is told, and sent again once the customer is back', async () => {
    await act(server, NEWCOMER, 'start');
    await act(server, NEWCOMER, 'block');
    const card = page.getByTestId('customer-card');
    await expect(card).toContainText('Заблокировал(а) бота');
    await send(`Дойдёт ли ${mark}`);
    const lost = bubble(`Дойдёт ли ${mark}`);
    await expect(lost.getByTestId('delivery')).toHaveAttribute('data-state', 'FAILED');
    await expect(lost).toHaveAccessibleName(/Не доставлено/);
    await expect(page.getByTestId('announcer')).toContainText('Не доставлено');
    await act(server, NEWCOMER, 'start');
    await expect(card).not.toContainText('Заблокировал(а) бота');
    await lost.getByRole('button', { name: 'Отправить снова' }).press('Enter');
    await expect(lost.getByTestId('delivery')).toHaveAttribute('data-state', 'SENT');
    await expect(lost.getByTestId('delivery-reason')).toHaveCount(0);
  });

  await test.step('a voice and a film play where they stand, one at a time, by keys', async () => {
    const files = await Promise.all([
      customer.upload(makeVoice(4), 'голос.ogg', 'audio/ogg'),
      customer.upload(await makeFilm(4), 'экран.webm', 'video/webm'),
    ]);
    await say(
      first,
      `Вот запись ${mark}`,
      files.map(({ id }) => id),
    );
    const player = bubble(`Вот запись ${mark}`).getByTestId('audio-player');
    await expect(player.getByRole('slider')).toHaveAttribute('aria-valuetext', '0:00 из 0:04');
    await player.getByRole('button', { name: 'Слушать голос.ogg' }).press('Enter');
    await expect.poll(() => secondsOf(player.locator('audio'))).toBeGreaterThan(0);
    const film = bubble(`Вот запись ${mark}`).locator('video');
    expect(await film.evaluate((video: HTMLVideoElement) => video.duration)).toBeCloseTo(4, 0);
    await film.press('Space');
    await expect.poll(() => secondsOf(film)).toBeGreaterThan(0);
    await expect(player).not.toHaveAttribute('data-playing');
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
    await page.keyboard.press('m');
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
    await page.keyboard.press('ControlOrMeta+p');
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
