import { expect, type Browser, type Page } from '@playwright/test';
import { makePng } from '../../server/src/sandbox/testKit';
import { ADMIN, NEWCOMER } from './people';
import { miniApp, openChat } from './sandboxChat';

export interface JourneyDeps {
  serverUrl: string;
  /** Where the sandbox's pages are opened. */
  browser: Browser;
  /** The console, not signed in yet. */
  console: Page;
  /** Titles and texts of the notifications shown so far. */
  notifications: () => Promise<string>;
}

/** Signs the console in: the code goes through the bot and is approved there. */
export async function signIn(
  deps: Omit<JourneyDeps, 'notifications'>,
  person = ADMIN,
): Promise<void> {
  const { browser, console, serverUrl } = deps;
  await console.getByTestId('sign-in').click();
  const code = (await console.getByTestId('user-code').innerText()).replace(/[^A-Z0-9]/g, '');
  const chat = await openChat(browser, serverUrl, person);
  await chat.write(`/login ${code}`);
  await chat.press(/Подтвердить|Approve/);
  // The device asks every few seconds whether it was approved; then the console is read.
  await expect(console.getByTestId('inbox-list')).toBeVisible({ timeout: 30_000 });
  await chat.page.context().close();
}

/**
 * The main job on real input, as issue 2 tells it: a message from the chat appears in the open
 * console, the answer with a picture arrives in the chat and in the open Mini App, the customer
 * answers there, the ticket is resolved and the customer is told.
 */
export async function mainJob(deps: JourneyDeps): Promise<void> {
  const { browser, console, serverUrl } = deps;
  await signIn(deps);
  await expect(console.getByTestId('connection')).toHaveAttribute('data-state', 'online');
  const mark = Date.now().toString(36);
  const question = `Не могу войти на сервер ${mark}`;

  const customer = await openChat(browser, serverUrl, NEWCOMER);
  await customer.write(question);
  const row = console.getByTestId('inbox-row').filter({ hasText: mark }).first();
  await expect(row).toBeVisible({ timeout: 2_000 });
  await expect.poll(deps.notifications).toContain(mark);
  await expect(customer.fromBot.filter({ hasText: /#\d+/ }).last()).toBeVisible();

  await row.click();
  const conversation = console.getByTestId('conversation');
  await expect(conversation.getByTestId('message').filter({ hasText: mark }).first()).toBeVisible();
  const number = (await row.getAttribute('data-number')) ?? '';

  const phone = await openChat(browser, serverUrl, NEWCOMER, `&app=1&startapp=t${number}`);
  const app = miniApp(phone);
  await expect(app.getByTestId('message').filter({ hasText: mark }).first()).toBeVisible();
  await expect(app.getByTestId('connection-dot').last()).toHaveAttribute('data-state', 'connected');

  const answer = `Проверьте <b>версию</b> клиента ${mark}-1`;
  await console.getByTestId('attach-input').setInputFiles({
    name: 'версия.png',
    mimeType: 'image/png',
    buffer: makePng(320, 200),
  });
  await console.getByTestId('composer-input').fill(answer);
  await expect(console.getByTestId('upload')).toHaveAttribute('data-state', 'done');
  await console.getByTestId('send').click();
  await expect(customer.fromBot.filter({ hasText: answer })).toBeVisible();
  await expect(customer.fromBot.locator('img').last()).toBeVisible();
  await expect(app.getByTestId('message').filter({ hasText: answer })).toBeVisible();
  await expect(app.getByTestId('message').locator('img').last()).toBeVisible();
  await expect(
    conversation.getByTestId('message').filter({ hasText: answer }).getByTestId('delivery'),
  ).toHaveAttribute('data-state', 'SENT');

  const thanks = `Помогло, спасибо ${mark}-2`;
  await app.getByTestId('composer').fill(thanks);
  await app.getByTestId('send').click();
  await expect(conversation.getByTestId('message').filter({ hasText: thanks })).toBeVisible();

  await console.getByTestId('resolve').click();
  await expect(
    customer.fromBot.filter({ hasText: new RegExp(`#${number}[^]*реш`, 'i') }).last(),
  ).toBeVisible();
  await expect(app.getByTestId('rate-5')).toBeVisible();
  await phone.page.context().close();
  await customer.page.context().close();
}
