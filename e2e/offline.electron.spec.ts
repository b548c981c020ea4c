import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { TestHooks } from '../desktop/src/main/testHooks';
import { makePng } from '../server/src/sandbox/testKit';
import { findings } from './support/axe';
import { openBrowser } from './support/browser';
import { isWhole, storeFiles } from './support/consoleStore';
import { deskApi, type DeskApi } from './support/deskApi';
import { launchConsole, type ConsoleApp } from './support/electron';
import { signIn } from './support/journey';
import { ADMIN, HELPER, MODERATOR, NEWCOMER } from './support/people';
import { openChat, type SandboxChat } from './support/sandboxChat';
import { startDemoServer, type DemoServer } from './support/server';
import { startTcpProxy, type TcpProxy } from './support/tcpProxy';

type Main = typeof globalThis & { __tikethetTest: TestHooks };

/** One desk and one console: what the first test leaves is where the second goes on. */
test.describe.configure({ mode: 'serial' });

let server: DemoServer;
/** The console's network. */
let network: TcpProxy;
let browser: Browser;
let userData: string;
let desktop: ConsoleApp;

const mark = Date.now().toString(36);
const question = `Пропал предмет ${mark}`;
const patient = { timeout: 30_000 };

const start = async () => {
  desktop = await launchConsole({
    serverUrl: network.url,
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

/** axe finds nothing, light and dark. */
async function soundInBothColours(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findings(page, { inElectron: true })).toEqual([]);
  }
}

test.beforeAll(async () => {
  server = await startDemoServer();
  network = await startTcpProxy({
    ...{ target: server.url, random: Math.random, reorder: 0, delay: 0 },
  });
  browser = await openBrowser();
  userData = mkdtempSync(path.join(os.tmpdir(), 'tikethet-offline-'));
});

test.afterAll(async () => {
  await desktop?.close();
  await browser?.close();
  await network?.close();
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
    // Of the finished ones only the recent are here: how many there are, nobody can say now.
    const finished = page.getByTestId('view-resolved').getByTestId('view-count');
    await expect(finished).toHaveText(/^\d+\+$/);
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
    await soundInBothColours(page);
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

/** Numbers of the marked messages that the desk has, oldest first. */
async function atDesk(api: DeskApi, id: string): Promise<string[]> {
  const { items } = await api.call('GET /tickets/{id}/messages', { id, limit: 50, order: 'asc' });
  return items.flatMap(({ content }) => new RegExp(`${mark}-(\\d+)`).exec(content)?.[1] ?? []);
}

/** Ends the session of the console that is signed in. */
async function endSession(api: DeskApi, wipe: boolean): Promise<void> {
  const { items } = await api.call('GET /sessions', { limit: 50 });
  const consoles = items.filter(({ kind, endedAt }) => kind === 'CONSOLE' && endedAt === null);
  for (const { id } of consoles) await api.call('POST /sessions/{id}/revoke', { id, wipe });
}

const signedOut = (page: Page, reason: string) =>
  expect(page.getByTestId('sign-in-reason')).toHaveAttribute('data-reason', reason, patient);

/** The computer wakes up, so many days later by its clock. */
const wakeUp = (days: number) =>
  desktop.app.evaluate(({ powerMonitor }, later) => {
    Date.now = () => new Date().getTime() + later * 86_400_000;
    powerMonitor.emit('resume');
  }, days);

test('a refusal calls the person; what is kept locks, opens for the same person, and is wiped', async () => {
  test.setTimeout(300_000);
  const page = desktop.window;
  const [admin, moderator] = [await deskApi(server, ADMIN), await deskApi(server, MODERATOR)];
  const id = (await page.getByTestId('conversation').getAttribute('data-ticket-id')) ?? '';
  const open = () => page.evaluate((path) => (location.hash = path), `#/inbox/active/${id}`);
  const cut = async () => {
    network.block(true);
    await connectionIs(page, 'offline');
  };

  await test.step('closed meanwhile: held, told by the system, and sent when its author says so', async () => {
    await cut();
    await reply(page, `Уже закрыто ${mark}-4`);
    await page.getByTestId('view-mine').click();
    await expect(page.getByTestId('conversation')).toHaveCount(0);
    await moderator.call('PUT /tickets/{id}/status', { id, status: 'CLOSED' });
    network.block(false);
    const notices = () =>
      desktop.app.evaluate(() => (globalThis as Main).__tikethetTest.notifications());
    const unsent = async () => (await notices()).findIndex(({ kind }) => kind === 'unsent');
    await expect.poll(unsent, patient).toBeGreaterThanOrEqual(0);
    const index = await unsent();
    expect((await notices())[index]).toMatchObject({ ticketId: id, answerable: false });
    await desktop.app.evaluate((_, at) => (globalThis as Main).__tikethetTest.click(at), index);
    await expect(page.getByTestId('conversation')).toHaveAttribute('data-ticket-id', id, patient);
    expect(await atDesk(admin, id)).toEqual(['1', '2', '3']);
    await page.getByTestId('outbox-mark').click();
    await page.getByTestId('outbox-force').click();
    await expect.poll(() => atDesk(admin, id), patient).toEqual(['1', '2', '3', '4']);
    await page.keyboard.press('Escape');
  });

  await test.step('a colleague chose another value: both are shown, who and when, and one is taken', async () => {
    await cut();
    await open();
    await page.keyboard.press('p');
    await page.getByTestId('priority-select-option').first().click();
    await expect(page.getByTestId('outbox-mark')).toBeVisible();
    await moderator.call('PUT /tickets/{id}', { id, priority: 'LOW' });
    network.block(false);
    const { displayName } = await moderator.call('GET /auth/me', {});
    await expect(page.getByTestId('changed-by')).toHaveText(
      new RegExp(`^${displayName}, \\d\\d:\\d\\d$`),
      patient,
    );
    await soundInBothColours(page);
    await page.getByTestId('conflict-mine').click();
    const priority = async () => (await admin.call('GET /tickets/{id}', { id })).priority;
    await expect.poll(priority, patient).toBe('CRITICAL');
  });

  await test.step('signing out says first what would be lost', async () => {
    await cut();
    await open();
    await reply(page, `Не потеряйте ${mark}-5`);
    await page.evaluate(() => (location.hash = '#/settings/profile'));
    await page.getByTestId('sign-out').click();
    await expect(page.getByTestId('unsent-list').getByRole('listitem')).toHaveText(
      new RegExp(`#\\d+ .*Не потеряйте ${mark}-5`, 's'),
    );
    await soundInBothColours(page);
    await page.getByTestId('sign-out-sendFirst').click();
    await expect(page.getByTestId('sign-out-stay')).toBeFocused();
    await page.getByTestId('sign-out-stay').click();
    await expect(page.getByTestId('sign-out-sure')).toHaveCount(0);
    await expect(page.getByTestId('sign-out')).toBeFocused();
    await open();
  });

  await test.step('a session that the desk ended keeps what is unsent for the same person', async () => {
    await endSession(admin, false);
    network.block(false);
    await signedOut(page, 'revoked');
    await soundInBothColours(page);
    expect(storeFiles(userData).some((file) => file.endsWith('outbox.db'))).toBe(true);
    expect(await atDesk(admin, id)).not.toContain('5');
    await signIn({ browser, console: page, serverUrl: server.url });
    await expect.poll(() => atDesk(admin, id), patient).toEqual(['1', '2', '3', '4', '5']);
  });

  await test.step('a week without the desk locks, its next word opens', async () => {
    await cut();
    await wakeUp(8);
    await signedOut(page, 'locked');
    await soundInBothColours(page);
    await expect(page.getByTestId('view-mine')).toHaveCount(0);
    network.block(false);
    await wakeUp(0);
    await expect(page.getByTestId('view-mine')).toBeVisible(patient);
  });

  await test.step('“send first” waits for the network, then signs out and leaves nothing here', async () => {
    await cut();
    await open();
    await reply(page, `Ещё одно ${mark}-6`);
    await page.evaluate(() => (location.hash = '#/settings/profile'));
    await page.getByTestId('sign-out').click();
    await page.getByTestId('sign-out-sendFirst').click();
    await expect(page.getByTestId('sign-out-stay')).toBeFocused();
    network.block(false);
    await expect(page.getByTestId('sign-in-screen')).toBeVisible(patient);
    expect(await atDesk(admin, id)).toEqual(['1', '2', '3', '4', '5', '6']);
    await expect.poll(() => storeFiles(userData), patient).toEqual([]);
    await signIn({ browser, console: page, serverUrl: server.url });
  });

  await test.step('a wipe leaves nothing here, and the desk learns that', async () => {
    await endSession(admin, true);
    await signedOut(page, 'wiped');
    await expect.poll(() => storeFiles(userData), patient).toEqual([]);
    const wiped = async () =>
      (await admin.call('GET /sessions', { state: 'ALL', limit: 50 })).items.map(
        ({ wipe }) => wipe,
      );
    await expect.poll(wiped, patient).toContain('DONE');
  });

  await test.step('rights that were taken while one was away: nothing stays to read, the unsent is named', async () => {
    await signIn({ browser, console: page, serverUrl: server.url }, HELPER);
    await expect.poll(() => isWhole(userData), { timeout: 60_000 }).toBe(true);
    await page.getByTestId('inbox-row').first().click();
    await cut();
    await reply(page, `Уже не мне ${mark}-7`);
    const helper = await deskApi(server, HELPER);
    const me = await helper.call('GET /auth/me', {});
    await admin.call('PUT /users/{id}/role', { id: me.id, role: 'USER' });
    network.block(false);
    await expect(page.getByTestId('unsent-list')).toContainText(`${mark}-7`, patient);
    await expect(page.getByTestId('inbox-row')).toHaveCount(0);
    await soundInBothColours(page);
    await page.getByTestId('sign-out').click();
    await expect(page.getByTestId('sign-in')).toBeVisible(patient);
    await expect.poll(() => storeFiles(userData), patient).toEqual([]);
  });
});
