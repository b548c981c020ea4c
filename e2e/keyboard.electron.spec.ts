import { randomUUID } from 'node:crypto';
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { Message, Ticket } from '../shared/src/contracts';
import { openBrowser } from './support/browser';
import { findings } from './support/axe';
import { deskApi, type DeskApi } from './support/deskApi';
import { launchConsole, type ConsoleApp } from './support/electron';
import { signIn } from './support/journey';
import { HELPER, MODERATOR } from './support/people';
import { startDemoServer, type DemoServer } from './support/server';

let server: DemoServer;
let browser: Browser;
let desktop: ConsoleApp;
let page: Page;
let helper: DeskApi;

const mark = Date.now().toString(36);
const PILE = 20;
const patient = { timeout: 20_000 };

/** Twenty tickets of the helper's own. */
async function pileUp(): Promise<void> {
  const moderator = await deskApi(server, MODERATOR);
  const { items: people } = await moderator.call('GET /users', { role: 'USER', limit: 10 });
  const { items: categories } = await moderator.call('GET /categories', {});
  const pile = Array.from({ length: PILE }, async (_, at) => {
    const title = `Вопрос ${at} ${mark}`;
    const { id } = await moderator.call('POST /tickets', {
      title,
      description: title,
      categoryId: categories[at % categories.length]?.id ?? '',
      customerId: people[at % people.length]?.id ?? '',
    });
    await moderator.call('PUT /tickets/{id}/assign', { id, assigneeId: helper.id });
  });
  await Promise.all(pile);
}

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
const write = (text: string) => page.keyboard.insertText(text);
/** Runs in the page: presses keys where the focus is, faster than any timer runs there. */
async function pressInHaste(codes: string[]): Promise<void> {
  for (const code of codes) {
    const event = new KeyboardEvent('keydown', {
      key: code,
      code,
      bubbles: true,
      cancelable: true,
    });
    document.activeElement?.dispatchEvent(event);
    // What the page does about it at once is done in these.
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  }
}
const conversation = () => page.getByTestId('conversation');
const input = () => page.getByTestId('composer-input');

/** Walks on and waits until another ticket is open. */
async function next(before: string | null): Promise<string> {
  await press('j');
  if (before === null) await press('Enter');
  await expect(conversation()).toHaveAttribute('data-ticket-id', /.+/, patient);
  if (before !== null) {
    await expect(conversation()).not.toHaveAttribute('data-ticket-id', before, patient);
  }
  await expect(page.getByTestId('message').first()).toBeVisible(patient);
  return (await conversation().getAttribute('data-ticket-id')) ?? '';
}

/** What is done with a ticket, by its place in the queue, and how one sees that it was. */
const WORK = [
  {
    name: 'answers',
    async act() {
      await press('r');
      await expect(input()).toBeFocused();
      await write(`Ответ ${mark}`);
      await press('Control+Enter', 'Escape');
      await expect(page.getByText(`Ответ ${mark}`).first()).toBeVisible();
    },
    done: (_ticket: Ticket, messages: Message[]) =>
      messages.some(({ content }) => content === `Ответ ${mark}\n\n— Помощник`),
  },
  {
    name: 'inserts a macro that resolves',
    async act() {
      await press('r');
      await expect(input()).toBeFocused();
      await press('/');
      await expect(page.getByTestId('macro-search')).toBeFocused();
      await write('решён');
      await expect(page.getByTestId('macro-preview')).toContainText(mark);
      await press('Enter');
      await expect(input()).toBeFocused();
      await expect(page.getByTestId('macro-plan')).toBeVisible();
      await press('Control+Enter', 'Escape');
      await expect(page.getByTestId('macro-plan')).toHaveCount(0);
    },
    done: (ticket: Ticket, messages: Message[]) =>
      ticket.status === 'RESOLVED' &&
      ticket.tags.includes('клавиши') &&
      messages.some(({ content }) => content.startsWith(`Рады помочь ${mark}, #${ticket.number}`)),
  },
  {
    name: 'leaves a note',
    async act() {
      await press('n');
      await expect(input()).toBeFocused();
      await write(`Заметка ${mark}`);
      await press('Control+Enter', 'Escape');
      await expect(page.getByText(`Заметка ${mark}`).first()).toBeVisible();
    },
    done: (_ticket: Ticket, messages: Message[]) =>
      messages.some(({ content, internal }) => internal && content === `Заметка ${mark}`),
  },
  {
    name: 'raises the priority',
    async act() {
      await press('p');
      await expect(page.getByTestId('priority-select-option').first()).toBeVisible();
      await press('ArrowUp', 'Enter');
      await expect(page.getByTestId('priority-select')).toHaveAttribute('data-value', 'HIGH');
    },
    done: (ticket: Ticket) => ticket.priority === 'HIGH',
  },
  {
    name: 'resolves, with a key of their own',
    async act() {
      await press('q');
      await expect(conversation()).toHaveAttribute('data-status', 'RESOLVED');
    },
    done: (ticket: Ticket) => ticket.status === 'RESOLVED',
  },
] as const;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startDemoServer();
  helper = await deskApi(server, HELPER);
  await pileUp();
  await helper.call('POST /macros', {
    id: randomUUID(),
    name: 'Вопрос решён',
    texts: {
      ru: `Рады помочь ${mark}, {{ticket.number}}`,
      en: `Рады помочь ${mark}, {{ticket.number}}`,
    },
    actions: { status: 'RESOLVED', addTags: ['клавиши'] },
  });
  await helper.call('PUT /me/console', { signature: { text: '— Помощник', isOn: true } });
  browser = await openBrowser();
  desktop = await launchConsole({
    serverUrl: server.url,
    env: { TIKETHET_TEST: '1', LANG: 'ru_RU.UTF-8', LANGUAGE: 'ru' },
  });
  page = desktop.window;
  await signIn({ browser, console: page, serverUrl: server.url }, HELPER);
});

test.afterAll(async () => {
  await desktop?.close();
  await browser?.close();
  await server?.dispose();
});

test("a helper's hour by keyboard only: twenty tickets", async () => {
  test.setTimeout(240_000);

  await test.step('the sheet and the palette show what there is, and give the focus back', async () => {
    await press('?');
    await expect(page.getByTestId('shortcut-sheet')).toBeVisible(patient);
    expect(await findings(page, { inElectron: true })).toEqual([]);
    await press('Escape');
    await expect(page.getByTestId('shortcut-sheet')).toHaveCount(0);
    await press('/');
    await expect(page.getByTestId('search-input')).toBeFocused();
    await press('Control+k');
    await expect(page.getByTestId('palette-input')).toBeFocused();
    // Typed in the wrong layout.
    await write('yfcnhjqrb');
    await expect(page.getByTestId('palette-option').first()).toContainText('Настройки');
    expect(await findings(page, { inElectron: true })).toEqual([]);
    await press('Escape');
    await expect(page.getByTestId('search-input')).toBeFocused();
    await press('Escape');
  });

  await test.step('keys chosen on another device count here at once', async () => {
    await helper.call('PUT /me/console', { shortcuts: { resolve: ['q'] } });
    await press('g', 's');
    await expect(page.getByTestId('settings-page')).toBeVisible();
    await press('Control+k');
    await expect(page.getByTestId('palette-input')).toBeFocused();
    await write('Клавиатура');
    await press('Enter');
    await expect(page.getByTestId('keys-resolve')).toHaveText('Q', patient);
    expect(await findings(page, { inElectron: true })).toEqual([]);
    await press('Escape');
  });

  await press('g', 'm');
  const rows = page.getByTestId('inbox-row').filter({ hasText: mark });
  await expect(rows.first()).toBeVisible(patient);
  // In the order of their creation they stay where they are while one works on them.
  await press('/', 'Shift+Tab');
  await expect(page.getByTestId('filter-sort')).toBeFocused();
  await page.evaluate(pressInHaste, ['ArrowDown', 'ArrowDown', 'Enter']);
  await expect(page.getByTestId('filter-sort')).toHaveAttribute('data-value', 'created');
  await expect(page.getByTestId('inbox-row').first()).toContainText(mark, patient);
  await press('Enter');
  await expect(page.getByTestId('filter-sort-option').first()).toBeVisible();
  await press('Escape');
  await expect(page.getByTestId('filter-sort-option')).toHaveCount(0);

  const worked: string[] = [];
  let open: string | null = null;
  for (let at = 0; at < PILE; at += 1) {
    const work = WORK[at % WORK.length];
    if (work === undefined) throw new Error('no work');
    open = await test.step(work.name, async () => {
      const id = await next(open);
      await work.act();
      return id;
    });
    worked.push(open);
  }
  expect(new Set(worked).size).toBe(PILE);

  await test.step('a ticket is found again by its number, from anywhere', async () => {
    const id = worked[0] ?? '';
    const { number } = await helper.call('GET /tickets/{id}', { id });
    await press('Control+k');
    await expect(page.getByTestId('palette-input')).toBeFocused();
    await write(String(number));
    await expect(page.getByTestId('palette-option').first()).toContainText(`#${number}`, patient);
    await press('Enter');
    await expect(conversation()).toHaveAttribute('data-ticket-id', id, patient);
  });

  await test.step('the desk has all of it', async () => {
    for (const [at, id] of worked.entries()) {
      const work = WORK[at % WORK.length];
      await expect
        .poll(
          async () => {
            const ticket = await helper.call('GET /tickets/{id}', { id });
            const { items } = await helper.call('GET /tickets/{id}/messages', { id });
            return work?.done(ticket, items);
          },
          { ...patient, message: `${work?.name} #${at}` },
        )
        .toBe(true);
    }
  });
});
