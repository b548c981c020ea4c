import { expect, test } from '@playwright/test';
import { findings } from './support/axe';
import { signIn } from './support/journey';
import { REGULAR } from './support/people';
import { miniApp, openChat } from './support/sandboxChat';
import { startDemoServer, type DemoServer } from './support/server';

let server: DemoServer;
test.beforeAll(async () => {
  server = await startDemoServer();
});
test.afterAll(() => server.dispose());

for (const colorScheme of ['light', 'dark'] as const) {
  test(`console, ${colorScheme}: sign-in, inbox and conversation`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, locale: 'ru-RU' });
    const page = await context.newPage();
    await page.goto(`${server.url}/console/`);
    await expect(page.getByTestId('sign-in')).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await signIn({ serverUrl: server.url, browser, console: page });
    await page.getByTestId('inbox-row').first().click();
    await expect(page.getByTestId('conversation').getByTestId('message').first()).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await context.close();
  });

  test(`chat and Mini App, ${colorScheme}`, async ({ browser }) => {
    const chat = await openChat(browser, server.url, REGULAR, '&app=1');
    await expect(miniApp(chat).getByTestId('ticket-item').first()).toBeVisible();
    // The page starts light, and hands its theme on to the Mini App.
    if (colorScheme === 'dark') {
      await chat.page.getByTestId('theme-switch').click();
      const isDark = () =>
        miniApp(chat)
          .locator('html')
          .evaluate((root) => getComputedStyle(root).colorScheme);
      await expect.poll(isDark).toContain('dark');
    }
    expect(await findings(chat.page)).toEqual([]);
    await chat.page.context().close();
  });
}
