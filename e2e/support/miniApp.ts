import AxeBuilder from '@axe-core/playwright';
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';

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

/** A Mini App's launch address as Telegram makes it, signed by the sandbox. */
export async function launchAddress(
  serverUrl: string,
  personId: number,
  options: Pick<AppOptions, 'colorScheme' | 'startParam'> = {},
): Promise<string> {
  const response = await fetch(`${serverUrl}/sandbox/api/people/${personId}/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'openApp', startParam: options.startParam }),
  });
  const { initData } = (await response.json()) as { initData: string };
  const dark = { bg_color: '#17212b', text_color: '#f5f5f5', secondary_bg_color: '#0e1621' };
  const launch = new URLSearchParams({
    tgWebAppData: initData,
    tgWebAppVersion: '8.0',
    tgWebAppPlatform: 'web',
    tgWebAppThemeParams: JSON.stringify(options.colorScheme === 'dark' ? dark : {}),
  });
  return `${serverUrl}/app/#${launch.toString()}`;
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
  await page.goto(await launchAddress(serverUrl, personId, options));
  return page;
}

/** What axe finds against WCAG 2.2 AA, one line each. */
export async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** Nothing sticks out to the side. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  const [needed, there] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    window.innerWidth,
  ]);
  expect(needed).toBeLessThanOrEqual(there ?? 0);
}
