import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { miniAppAddress } from './telegramApp';

interface AppOptions {
  /** Of the person's Telegram. */
  language?: 'ru' | 'en';
  colorScheme?: 'light' | 'dark';
  width?: number;
  height?: number;
  startParam?: string;
  /** An open browser: the same phone once more. */
  context?: BrowserContext;
}

/** Opens the Mini App as a page of its own, as large as a phone. */
export async function openMiniApp(
  browser: Browser,
  serverUrl: string,
  personId: number,
  options: AppOptions = {},
): Promise<Page> {
  const { language = 'ru', colorScheme = 'light', width = 390, height = 760 } = options;
  const context =
    options.context ??
    (await browser.newContext({
      locale: language === 'ru' ? 'ru-RU' : 'en-GB',
      timezoneId: 'Europe/Samara',
      colorScheme,
      viewport: { width, height },
      acceptDownloads: true,
    }));
  const page = await context.newPage();
  await page.goto(await miniAppAddress(serverUrl, personId, options));
  return page;
}

/** Nothing sticks out to the side. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  const [needed, there] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    window.innerWidth,
  ]);
  expect(needed).toBeLessThanOrEqual(there ?? 0);
}
