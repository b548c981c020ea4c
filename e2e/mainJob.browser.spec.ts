import { test } from '@playwright/test';
import { mainJob } from './support/journey';
import { startDemoServer, type DemoServer } from './support/server';

let server: DemoServer;
test.beforeAll(async () => {
  server = await startDemoServer();
});
test.afterAll(() => server.dispose());

test('preview: from the chat to the console and back, with the Mini App open', async ({
  browser,
}) => {
  const context = await browser.newContext({
    locale: 'ru-RU',
    viewport: { width: 1440, height: 900 },
    permissions: ['notifications'],
  });
  // Headless Chromium shows no notifications; what would be shown is written down. It also gives
  // every page the focus, where a person looks at the chat and the console lies behind it.
  await context.addInitScript(() => {
    Document.prototype.hasFocus = () => false;
    const shown: string[] = [];
    class RecordedNotification extends EventTarget {
      static permission = 'granted';
      static requestPermission = () => Promise.resolve('granted');
      onclick: (() => void) | null = null;
      constructor(title: string, options: NotificationOptions = {}) {
        super();
        shown.push(`${title} ${options.body ?? ''}`);
      }
      close(): void {
        shown.push('closed');
      }
    }
    Object.assign(window, { Notification: RecordedNotification, shownNotifications: shown });
  });
  const page = await context.newPage();
  await page.goto(`${server.url}/console/`);
  await mainJob({
    serverUrl: server.url,
    browser,
    console: page,
    notifications: () =>
      page.evaluate(() =>
        (window as Window & { shownNotifications?: string[] }).shownNotifications!.join('\n'),
      ),
  });
  await context.close();
});
