import { expect, test } from '@playwright/test';
import { openBrowser } from './support/browser';
import { launchConsole } from './support/electron';
import { mainJob } from './support/journey';
import { startDemoServer, type DemoServer } from './support/server';
import { REGULAR } from './support/people';
import { openChat } from './support/sandboxChat';
import { shownBy, type TestedMain } from './support/testHooks';

let server: DemoServer;
test.beforeAll(async () => {
  server = await startDemoServer();
});
test.afterAll(() => server.dispose());

test('console: from the chat to the console and back, with the Mini App open', async () => {
  const browser = await openBrowser();
  const desktop = await launchConsole({
    serverUrl: server.url,
    env: { TIKETHET_TEST: '1', LANG: 'ru_RU.UTF-8', LANGUAGE: 'ru' },
  });
  const shown = () => shownBy(desktop);
  await mainJob({
    serverUrl: server.url,
    browser,
    console: desktop.window,
    notifications: async () => JSON.stringify(await shown()),
  });

  // A click on a notification opens the ticket it speaks of: another one than the open one, of
  // which a person who looks at it needs no telling.
  const mark = `клик ${Date.now().toString(36)}`;
  const customer = await openChat(browser, server.url, REGULAR);
  await customer.write('/new');
  await customer.write(`Ещё вопрос, ${mark}`);
  const indexOf = async () =>
    (await shown()).findIndex(({ title, body }) => `${title} ${body}`.includes(mark));
  await expect.poll(indexOf).toBeGreaterThanOrEqual(0);
  await desktop.app.evaluate(
    (_, index) => (globalThis as TestedMain).__tikethetTest.click(index),
    await indexOf(),
  );
  await expect(
    desktop.window.getByTestId('conversation').getByTestId('message').filter({ hasText: mark }),
  ).toBeVisible();
  await desktop.close();
  await browser.close();
});
