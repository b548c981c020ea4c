import { expect, test, type Browser, type Page } from '@playwright/test';
import { openBrowser } from './support/browser';
import { findings } from './support/axe';
import { deskApi, type DeskApi } from './support/deskApi';
import { launchConsole, type ConsoleApp } from './support/electron';
import { signIn } from './support/journey';
import { ADMIN, MODERATOR, NEWCOMER } from './support/people';
import { startDemoServer, type DemoServer } from './support/server';

let server: DemoServer;
let browser: Browser;
let desktop: ConsoleApp;
/** Anna's console is the real one, Marina's the preview in a browser: two people at one desk. */
let anna: Page;
let marina: Page;
let customer: DeskApi;
let ticketId: string;

const mark = Date.now().toString(36);
const patient = { timeout: 20_000 };

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startDemoServer();
  browser = await openBrowser();
  desktop = await launchConsole({
    serverUrl: server.url,
    undoSeconds: 5,
    env: { TIKETHET_TEST: '1' },
  });
  anna = desktop.window;
  marina = await (await browser.newContext({ locale: 'ru-RU' })).newPage();
  await marina.goto(`${server.url}/console/`);
  await signIn({ browser, console: anna, serverUrl: server.url }, ADMIN);
  await signIn({ browser, console: marina, serverUrl: server.url }, MODERATOR);
  customer = await deskApi(server, NEWCOMER);
  const [category] = (await customer.call('GET /categories', {})).items;
  const input = { title: `Где посылка ${mark}`, description: 'Жду неделю' };
  ({ id: ticketId } = await customer.call('POST /tickets', { ...input, categoryId: category!.id }));
});

test.afterAll(async () => {
  await desktop?.close();
  await browser?.close();
  await server?.dispose();
});

const input = (page: Page) => page.getByTestId('composer-input');
const message = (page: Page, text: string) => page.getByTestId('message').filter({ hasText: text });

/** Sends what is written, without the seconds in which it could be taken back. */
async function sendNow(page: Page): Promise<void> {
  await page.getByTestId('send').click();
  await page.getByTestId('send-now').click();
}

/** What the customer has got, in order. */
async function received(): Promise<string[]> {
  const { items } = await customer.call('GET /tickets/{id}/messages', { id: ticketId });
  return items.slice(1).map(({ content }) => content);
}

test('two colleagues on one ticket see each other, and neither writes over the other', async () => {
  test.setTimeout(180_000);
  for (const page of [anna, marina]) {
    await page.getByTestId('inbox-row').filter({ hasText: mark }).first().click(patient);
    await expect(input(page)).toBeVisible(patient);
  }

  await test.step('who else is here, and that they are answering', async () => {
    await expect(anna.getByTestId('conversation').getByTestId('viewers')).toBeVisible(patient);
    await input(marina).pressSequentially('Здравствуйте');
    await expect(anna.getByTestId('collision')).toBeVisible(patient);
    // Said once: below the messages only the customer's typing shows.
    await expect(anna.getByTestId('typing')).toBeEmpty();
  });

  await test.step('a reply waits for its author to see what came meanwhile', async () => {
    await input(anna).fill(`Проверяем ${mark}`);
    await input(marina).fill(`Уже отправили ${mark}-1`);
    await sendNow(marina);
    await expect(anna.getByTestId('newcomers')).toContainText(`${mark}-1`, patient);
    await anna.getByTestId('send').click();
    await expect(anna.getByTestId('newcomers')).toHaveAttribute('data-held', 'true');
    await expect(anna.getByTestId('send-anyway')).toBeFocused();
    await expect(anna.getByTestId('pending-message')).toHaveCount(0);
    expect(await findings(anna, { inElectron: true })).toEqual([]);
    await anna.getByTestId('newcomers-seen').click();
  });

  await test.step('what was sent can be taken back: nothing has left', async () => {
    await anna.getByTestId('send').click();
    await expect(anna.getByTestId('pending-message')).toHaveAttribute('data-state', 'delayed');
    await anna.getByTestId('undo-send').click();
    await expect(input(anna)).toHaveValue(`Проверяем ${mark}`);
    await expect(anna.getByTestId('pending-message')).toHaveCount(0);
    expect(await received()).toEqual([`Уже отправили ${mark}-1`]);
  });

  await test.step('both send at once: the later one is held, with what the other wrote', async () => {
    await input(marina).fill(`Номер посылки ${mark}-2`);
    await anna.getByTestId('send').click();
    await sendNow(marina);
    const held = anna.getByTestId('held-reply');
    await expect(held.getByTestId('held-answer')).toContainText(`${mark}-2`, patient);
    expect(await received()).not.toContain(`Проверяем ${mark}`);
    await held.getByTestId('held-force').click();
    await expect(message(marina, `Проверяем ${mark}`)).toBeVisible(patient);
    await expect(anna.getByTestId('pending-message')).toHaveCount(0, patient);
    expect(await received()).toEqual([
      `Уже отправили ${mark}-1`,
      `Номер посылки ${mark}-2`,
      `Проверяем ${mark}`,
    ]);
  });

  await test.step('a note calls the colleague, whose list says so', async () => {
    await anna.getByTestId('note-toggle').click();
    await input(anna).pressSequentially(`${mark}: @Мар`);
    await expect(anna.getByTestId('mention-option')).toHaveCount(1, patient);
    await anna.keyboard.press('Enter');
    await expect(input(anna)).toHaveValue(/@Марина \S+ $/);
    await sendNow(anna);
    await expect(message(marina, `${mark}: @Марина`)).toBeVisible(patient);
    const { call } = await deskApi(server, MODERATOR);
    const { items } = await call('GET /notifications', { limit: 50 });
    // The sample desk's promises run out while this runs: other notices may have come since.
    expect(items).toContainEqual(
      expect.objectContaining({
        kind: 'MENTIONED',
        ticket: expect.objectContaining({ id: ticketId }),
      }),
    );
    await anna.getByTestId('reply-toggle').click();
  });

  await test.step('what goes later is seen by both, and either can stop it', async () => {
    await input(anna).fill(`Завтра напомним ${mark}`);
    await anna.getByTestId('send-more').click();
    await anna.getByTestId('later-resolve').click();
    await anna.getByTestId('moment-tomorrow').click();
    const scheduled = marina.getByTestId('scheduled');
    await expect(scheduled).toContainText(`Завтра напомним ${mark}`, patient);
    await expect(scheduled).toContainText('обращение будет решено');
    await scheduled.getByTestId('scheduled-cancel').click();
    await expect(anna.getByTestId('scheduled')).toHaveCount(0, patient);
  });

  await test.step('put off by one, it is asleep for the other until its customer writes', async () => {
    await anna.getByTestId('snooze').click();
    await anna.getByTestId('moment-tomorrow').click();
    await expect(marina.getByTestId('snoozed')).toBeVisible(patient);
    await customer.call('POST /tickets/{id}/messages', { id: ticketId, content: `Ура ${mark}-3` });
    await expect(anna.getByTestId('snoozed')).toHaveCount(0, patient);
    await expect(marina.getByTestId('snoozed')).toHaveCount(0);
  });

  await test.step('the answer that ends it resolves it as well', async () => {
    await expect(message(anna, `${mark}-3`)).toBeVisible(patient);
    await input(anna).fill(`Рады помочь ${mark}`);
    await anna.getByTestId('send-more').click();
    await anna.getByTestId('send-resolve').click();
    await anna.getByTestId('send-now').click();
    await expect(marina.getByTestId('conversation')).toHaveAttribute(
      'data-status',
      'RESOLVED',
      patient,
    );
    expect((await received()).at(-1)).toBe(`Рады помочь ${mark}`);
  });
});
