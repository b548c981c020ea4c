import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { makePng } from '../server/src/sandbox/testKit';
import { findings } from './support/axe';
import { openBrowser } from './support/browser';
import { isWhole, storeFiles } from './support/consoleStore';
import { launchConsole, type ConsoleApp } from './support/electron';
import { signIn } from './support/journey';
import { NEWCOMER } from './support/people';
import { openChat, type SandboxChat } from './support/sandboxChat';
import { startDemoServer, type DemoServer } from './support/server';

let server: DemoServer;
let browser: Browser;
let userData: string;
let desktop: ConsoleApp;

const mark = Date.now().toString(36);
const question = `Пропал предмет ${mark}`;
const patient = { timeout: 30_000 };

const start = async () => {
  desktop = await launchConsole({
    serverUrl: server.url,
    userData,
    env: { TIKETHET_TEST: '1' },
  });
  return desktop.window;
};

const connectionIs = (page: Page, state: string) =>
  expect(page.getByTestId('connection')).toHaveAttribute('data-state', state, patient);

async function openTicket(page: Page): Promise<void> {
  await page.getByTestId('inbox-row').filter({ hasText: mark }).first().click(patient);
  await expect(page.getByTestId('message').filter({ hasText: mark }).first()).toBeVisible(patient);
}

async function reply(page: Page, text: string): Promise<void> {
  await page.getByTestId('composer-input').fill(text);
  await page.getByTestId('send').click();
  await expect(page.getByTestId('pending-message').filter({ hasText: text })).toBeVisible();
}

test.beforeAll(async () => {
  server = await startDemoServer();
  browser = await openBrowser();
  userData = mkdtempSync(path.join(os.tmpdir(), 'tikethet-offline-'));
});

test.afterAll(async () => {
  await desktop?.close();
  await browser?.close();
  await server?.dispose();
  if (userData) rmSync(userData, { recursive: true, force: true });
});

test('without a network the console starts, reads, searches and answers; nothing is lost or doubled', async () => {
  test.setTimeout(240_000);
  let page = await start();
  await signIn({ browser, console: page, serverUrl: server.url });
  const customer: SandboxChat = await openChat(browser, server.url, NEWCOMER);
  await customer.write(question);
  await openTicket(page);
  await customer.page.getByTestId('attach-input').setInputFiles({
    name: 'снимок.png',
    mimeType: 'image/png',
    buffer: makePng(900, 600),
  });
  await customer.write('Вот как это выглядит');
  // The working set is here when a list answers without the desk: wait for its end.
  await expect.poll(() => isWhole(userData), { timeout: 60_000 }).toBe(true);

  const picture = () => page.getByTestId('message').locator('button img');
  const width = () => picture().evaluate((img) => (img as HTMLImageElement).naturalWidth);
  const kept = () => storeFiles(userData).filter((file) => /thumbnails\b.+-thumbnail$/.test(file));
  await expect.poll(() => kept().length, patient).toBeGreaterThan(0);
  await expect.poll(width).toBeGreaterThan(0);

  await test.step('offline: an answer with a picture and a status wait, and are seen to', async () => {
    await server.stop();
    await connectionIs(page, 'offline');
    await reply(page, `Проверяем ${mark}-1`);
    await page.getByTestId('attach-input').setInputFiles({
      name: 'карта.png',
      mimeType: 'image/png',
      buffer: makePng(64, 48),
    });
    await expect(page.getByTestId('upload')).toHaveAttribute('data-state', 'done');
    await reply(page, `Вот карта ${mark}-2`);
    await expect(page.getByTestId('outbox-mark')).toContainText('2');
  });

  await test.step('kill -9, cold start without a network: readable, searchable, still unsent', async () => {
    desktop.app.process().kill('SIGKILL');
    await desktop.close().catch(() => undefined);
    page = await start();
    const began = Date.now();
    await expect(page.getByTestId('inbox-row').first()).toBeVisible(patient);
    test.info().annotations.push({ type: 'inbox', description: `${Date.now() - began} ms` });
    await expect(page.getByTestId('outbox-mark')).toContainText('2');
    await page
      .getByRole('searchbox')
      .or(page.getByRole('textbox'))
      .first()
      .fill(`предмета ${mark}`);
    await openTicket(page);
    await expect(page.getByTestId('pending-message')).toHaveCount(2);
    await expect.poll(width).toBeGreaterThan(0);
    await picture().click();
    await expect(page.getByTestId('picture-offline')).toBeVisible();
    expect(await findings(page, { inElectron: true })).toEqual([]);
    await page.keyboard.press('Escape');
    await reply(page, `И ещё ${mark}-3`);
    await page.getByTestId('outbox-mark').click();
    await expect(page.getByTestId('outbox-item')).toHaveCount(3);
    expect(await findings(page, { inElectron: true })).toEqual([]);
    await page.keyboard.press('Escape');
  });

  await test.step('back online: everything goes out once, in order, with its picture', async () => {
    await server.start();
    await connectionIs(page, 'online');
    await expect(page.getByTestId('outbox-mark')).toHaveCount(0, patient);
    await expect(page.getByTestId('pending-message')).toHaveCount(0);
    const texts = await page
      .getByTestId('message')
      .filter({ hasText: `${mark}-` })
      .allInnerTexts();
    expect(texts.map((text) => /-(\d)/.exec(text)?.[1])).toEqual(['1', '2', '3']);
    await customer.page.reload();
    await expect(customer.fromBot.filter({ hasText: `${mark}-3` })).toBeVisible(patient);
    for (const turn of ['1', '2', '3']) {
      await expect(customer.fromBot.filter({ hasText: `${mark}-${turn}` })).toHaveCount(1);
    }
  });

  await test.step('what is kept is the person’s alone', () => {
    for (const file of storeFiles(userData)) expect(statSync(file).mode & 0o077).toBe(0);
  });
});
