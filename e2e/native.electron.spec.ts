import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { makePng } from '../server/src/sandbox/testKit';
import type { NotificationContent } from '../desktop/src/main/notifications/notifier';
import { openBrowser } from './support/browser';
import { findings } from './support/axe';
import { deskApi, type DeskApi } from './support/deskApi';
import { onDatabase } from './support/deskDatabase';
import { launchConsole, type ConsoleApp } from './support/electron';
import { signIn } from './support/journey';
import { ADMIN, MODERATOR, NEWCOMER } from './support/people';
import { at } from './support/root';
import { act, say } from './support/sandboxPerson';
import { startDemoServer, type DemoServer } from './support/server';
import { shownBy, toldBy, type TestedMain } from './support/testHooks';

let server: DemoServer;
let browser: Browser;
let userData: string;
let desktop: ConsoleApp;
let moderator: DeskApi;
let admin: DeskApi;

const mark = Date.now().toString(36);
const patient = { timeout: 30_000 };

const shown = () => shownBy(desktop);
const told = (kind: NotificationContent['kind'], words: string | RegExp) =>
  toldBy(desktop, kind, words);
const unread = (page: Page) =>
  page.getByTestId('open-notifications').getAttribute('data-unread').then(Number);
const conversation = (page: Page, ticketId: string) =>
  expect(page.getByTestId('conversation')).toHaveAttribute('data-ticket-id', ticketId, patient);

/** Turns a switch on, whose state follows what the computer has done. */
async function switchOn(page: Page, name: string): Promise<void> {
  await page.getByTestId(name).click({ force: true });
  await expect(page.getByTestId(name)).toBeChecked();
}

const customerSays = (text: string, picture = false) => say(server, NEWCOMER, text, { picture });
const customerDoes = (type: string) => act(server, NEWCOMER, type);

test.beforeAll(async () => {
  server = await startDemoServer();
  browser = await openBrowser();
  userData = mkdtempSync(path.join(os.tmpdir(), 'tikethet-native-'));
  [moderator, admin] = [await deskApi(server, MODERATOR), await deskApi(server, ADMIN)];
});
test.afterAll(async () => {
  await desktop?.close();
  await browser?.close();
  await server?.dispose();
  if (userData) rmSync(userData, { recursive: true, force: true });
});

test('the system calls for each kind of news, and brings the person to it', async () => {
  test.setTimeout(180_000);
  desktop = await launchConsole({
    serverUrl: server.url,
    userData,
    env: { TIKETHET_TEST: '1' },
  });
  const page = desktop.window;
  await signIn({ browser, console: page, serverUrl: server.url });
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'online', patient);
  // Another ticket lies open than those that call.
  let ticketId = '';
  let number = 0;

  await test.step('a new ticket, with sender, text and picture', async () => {
    const picture = makePng(64, 64).toString('base64');
    await act(server, NEWCOMER, 'photo', { picture });
    await customerDoes('start');
    await customerSays(`Пропал меч ${mark}`, true);
    const { content } = await told('newTicket', mark);
    expect(content.title).toMatch(/Новое обращение #\d+/);
    expect(content.picture).toMatch(/^\/api\/v1\/attachments\/[0-9a-f-]+\/thumbnail$/);
    ticketId = content.ticketId ?? '';
    number = Number(/#(\d+)/.exec(content.title)?.[1]);
  });

  await test.step('assigned, a customer’s answer, a mention', async () => {
    // Their picture has come by now: it is beside what has none of its own.
    const { customerId } = await moderator.call('GET /tickets/{id}', { id: ticketId });
    const known = () => moderator.call('GET /users/{id}', { id: customerId });
    await expect.poll(async () => (await known()).avatarUrl, patient).not.toBeNull();
    const { avatarUrl } = await known();
    await moderator.call('PUT /tickets/{id}/assign', { id: ticketId, assigneeId: admin.id });
    await told('assigned', new RegExp(`#${number} теперь ваше`));
    await customerSays(`Вот ещё ${mark}-a`);
    await customerSays(`И ещё ${mark}-b`);
    const { content } = await told('customerReplied', `${mark}-b`);
    expect(content.title).toMatch(new RegExp(`#${number} · .+`));
    expect(content.picture).toBe(avatarUrl);
    await moderator.call('POST /tickets/{id}/messages', {
      id: ticketId,
      content: `Посмотри, пожалуйста ${mark}-note`,
      internal: true,
      mentionIds: [admin.id],
    });
    const mention = await told('mentioned', `${mark}-note`);
    expect(mention.content.answerable).toBe(false);
  });

  await test.step('an answer that will be late', async () => {
    await onDatabase(
      server,
      [
        `update tickets set clock_started_at = now() - interval '5 hours',
           due_at = now() + interval '5 minutes' where id = :ticketId`,
        { ticketId },
      ],
      [`select graphile_worker.add_job('tell-of-promises')`],
    );
    await told('slaAtRisk', `#${number}: время на ответ`);
  });

  await test.step('a click opens the message; the bell knows, and forgets what was read', async () => {
    await expect.poll(() => unread(page)).toBeGreaterThan(0);
    const before = await unread(page);
    const { at: index } = await told('customerReplied', `${mark}-b`);
    await desktop.app.evaluate((_, i) => (globalThis as TestedMain).__tikethetTest.click(i), index);
    await conversation(page, ticketId);
    await expect(
      page
        .getByTestId('message')
        .filter({ hasText: `${mark}-b` })
        .first(),
    ).toBeInViewport(patient);
    const faces = page.locator(
      '[data-testid=customer-card] img, [data-testid=message] img[alt=""]',
    );
    const seen = () =>
      faces.evaluateAll((all) => all.filter((one) => (one as HTMLImageElement).naturalWidth > 0));
    await expect.poll(async () => (await seen()).length, patient).toBeGreaterThan(1);
    await expect.poll(() => unread(page), patient).toBeLessThan(before);
  });

  await test.step('what was closed does not swallow the next key', async () => {
    const bell = page.getByTestId('open-notifications');
    await bell.click();
    await expect(page.getByTestId('notifications')).toBeVisible(patient);
    await page.keyboard.press('Escape');
    await expect(bell).toBeFocused();
    await page.keyboard.press('Control+k');
    await expect(page.getByTestId('palette-input')).toBeFocused();
    await page.keyboard.press('Escape');
  });

  await test.step('an answer typed into the notification reaches the customer', async () => {
    await page.getByTestId('view-mine').click();
    await page.evaluate(() => globalThis.blur());
    await customerSays(`Где он? ${mark}-c`);
    const { at: index } = await told('customerReplied', `${mark}-c`);
    await desktop.app.evaluate(
      (_, [i, text]) => (globalThis as TestedMain).__tikethetTest.reply(i, text),
      [index, `Ищем ${mark}-reply`] as const,
    );
    const written = async () =>
      (
        await admin.call('GET /tickets/{id}/messages', { id: ticketId, limit: 20, order: 'desc' })
      ).items.map(({ content, author }) => `${author.side} ${content}`);
    await expect.poll(written, patient).toContain(`STAFF Ищем ${mark}-reply`);
  });

  await test.step('what could not be delivered', async () => {
    await customerDoes('block');
    await admin.call('POST /tickets/{id}/messages', {
      id: ticketId,
      content: `Нашли ${mark}-lost`,
      internal: false,
    });
    await told('unsent', `#${number}: сообщение не дошло`);
    await customerDoes('start');
  });

  await test.step('the list is the record; it opens tickets and can be read at once', async () => {
    await page.getByTestId('open-notifications').click();
    const list = page.getByTestId('notifications');
    await expect(list.getByTestId('notification').first()).toContainText(`${mark}-lost`);
    for (const kind of ['NEW_TICKET', 'ASSIGNED', 'MENTIONED', 'SLA_AT_RISK', 'UNDELIVERED']) {
      await expect(list.locator(`[data-kind=${kind}]`).first()).toBeVisible();
    }
    expect(await findings(page, { inElectron: true })).toEqual([]);
    await page.getByTestId('read-all').click();
    await expect.poll(() => unread(page)).toBe(0);
    await list.locator('[data-kind=MENTIONED]').first().click();
    await conversation(page, ticketId);
  });

  await test.step('the tray: status that colleagues see, quiet that holds', async () => {
    const choose = (label: string) =>
      desktop.app.evaluate((_, wanted) => {
        type Item = { label: string; submenu?: { items: Item[] }; click: () => void };
        const all = (items: Item[]): Item[] =>
          items.flatMap((item) => [item, ...all(item.submenu?.items ?? [])]);
        const menu = (globalThis as TestedMain).__tikethetTest.trayMenu() as unknown as {
          items: Item[];
        };
        all(menu.items)
          .find((item) => item.label === wanted)
          ?.click();
      }, label);
    await choose('Не отвлекать');
    await expect(page.getByTestId('availability')).toHaveAttribute('data-availability', 'BUSY');
    const seen = await moderator.call('GET /users/{id}', { id: admin.id });
    expect(seen.availability).toBe('BUSY');
    await choose('На связи');
    await expect(page.getByTestId('availability')).toHaveAttribute(
      'data-availability',
      'AVAILABLE',
    );

    await page.getByTestId('view-mine').click();
    await choose('1 час');
    const count = (await shown()).length;
    await customerSays(`Тихо ${mark}-quiet`);
    await expect.poll(() => unread(page), patient).toBeGreaterThan(0);
    expect((await shown()).length).toBe(count);
    await choose('Снова беспокоить');
    await customerSays(`Громко ${mark}-loud`);
    await told('customerReplied', `${mark}-loud`);
  });

  await test.step('links open tickets, from outside and from a second start', async () => {
    const link = (address: string) =>
      desktop.app.evaluate(
        (_, given) => (globalThis as TestedMain).__tikethetTest.openAddress(given),
        address,
      );
    await link(`tikethet://ticket/${number}`);
    await conversation(page, ticketId);
    await link('tikethet://ticket/999999');
    await expect(page.getByText('#999999')).toBeVisible();

    await page.getByTestId('view-mine').click();
    await expect(page.getByTestId('conversation')).toHaveCount(0);
    await startAgain(`tikethet://ticket/${number}`);
    await conversation(page, ticketId);
    expect(desktop.app.windows()).toHaveLength(1);
  });

  await test.step('a ticket in a window of its own is told there', async () => {
    const opened = desktop.app.waitForEvent('window');
    await page.getByTestId('ticket-menu').click();
    await page.getByTestId('own-window').click();
    const own = await opened;
    await conversation(own, ticketId);
    await expect(own.getByTestId('inbox-list')).toHaveCount(0);
    await expect.poll(() => own.title()).toContain(`#${number}`);
    await own.getByTestId('composer-input').fill(`Из своего окна ${mark}-own`);
    await own.getByTestId('send').click();
    await expect(
      own
        .getByTestId('message')
        .filter({ hasText: `${mark}-own` })
        .first(),
    ).toBeVisible(patient);
    await own.close();
  });

  await test.step('start at login, size and closing to the tray are kept here', async () => {
    await page.evaluate(() => (location.hash = '#/settings/system'));
    await page.getByTestId('zoom').selectOption('125');
    await expect
      .poll(() =>
        desktop.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
        ),
      )
      .toBeCloseTo(1.25);
    await page.getByTestId('zoom').selectOption('100');
    await switchOn(page, 'start-at-login');
    const entry = path.join(userData, 'autostart', 'tikethet.desktop');
    await expect.poll(() => existsSync(entry)).toBe(true);
    await switchOn(page, 'keep-in-tray');
    const visible = () =>
      desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
    await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(visible).toBe(false);
    await startAgain();
    await expect.poll(visible).toBe(true);
  });

  await test.step('the self-test goes the whole way, and names the link that breaks', async () => {
    await page.evaluate(() => (location.hash = '#/settings/notifications'));
    const run = async () => {
      await page.getByTestId('self-test-run').click();
      await expect(page.getByTestId('self-test')).toHaveAttribute('data-done', 'true', patient);
    };
    await run();
    await expect(page.getByTestId('self-test-works')).toBeVisible();
    await told('other', 'Проверка уведомлений');

    await desktop.app.evaluate(() =>
      (globalThis as TestedMain).__tikethetTest.refuse('not allowed'),
    );
    await run();
    await expect(page.getByTestId('step-system')).toHaveAttribute('data-state', 'broken');
    await desktop.app.evaluate(() => (globalThis as TestedMain).__tikethetTest.refuse(null));

    await server.stop();
    await run();
    await expect(page.getByTestId('step-server')).toHaveAttribute('data-state', 'broken');
    await expect(page.getByTestId('step-feed')).toHaveAttribute('data-state', 'untold');
  });
});

/** Starts the program once more in the same folder, as a click on its icon or a link would. */
async function startAgain(...more: string[]): Promise<void> {
  const program = process.env.TIKETHET_ELECTRON;
  if (program === undefined) throw new Error('TIKETHET_ELECTRON is not set');
  const display = await desktop.app.evaluate(() => process.env['DISPLAY'] ?? '');
  const asRoot = process.getuid?.() === 0;
  const args = [...(asRoot ? ['--no-sandbox'] : []), '--disable-gpu', at('desktop'), ...more];
  const second = spawn(program, args, {
    env: { ...process.env, DISPLAY: display, TIKETHET_USER_DATA: userData },
    stdio: 'ignore',
  });
  await once(second, 'exit');
  expect(second.exitCode).toBe(0);
}
