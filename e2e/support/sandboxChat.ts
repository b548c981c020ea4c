import { expect, type Browser, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** A person's chat with the bot on the sandbox's page. */
export interface SandboxChat {
  page: Page;
  /** Messages of the bot, oldest first; without those on promises that run out. */
  fromBot: Locator;
  write(text: string): Promise<void>;
  /** Presses the newest inline button with this text. */
  press(name: RegExp): Promise<void>;
}

/** The demo desk's promises run out at their own times, and the bot tells its staff in between. */
const PROMISE = /⏳ #\d+/;

/** Nothing here tests the sandbox's speed. */
const patient = { timeout: 30_000 };

/** Opens the sandbox as a person. @param query more of the page's address, e.g. `&app=1` */
export async function openChat(
  browser: Browser,
  serverUrl: string,
  personId: number,
  query = '',
): Promise<SandboxChat> {
  const context = await browser.newContext({
    locale: 'ru-RU',
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(`${serverUrl}/sandbox/?person=${personId}${query}`);
  return {
    page,
    fromBot: page.locator('[data-testid=message][data-from=bot]').filter({ hasNotText: PROMISE }),
    write: async (text) => {
      const start = page.getByTestId('start-button');
      await expect(start.or(page.getByTestId('composer'))).toBeVisible(patient);
      if (await start.isVisible()) await start.click();
      await page.getByTestId('composer').fill(text);
      await page.getByTestId('send').click();
    },
    press: async (name) => {
      const rows = page.locator('[id^="message-"]').filter({ hasNotText: PROMISE });
      await rows.getByTestId('inline-button').filter({ hasText: name }).last().click();
      // Until the bot has answered, the page takes no other press, as Telegram's apps do.
      await expect(page.locator('[data-testid=inline-button].waiting')).toHaveCount(0, patient);
    },
  };
}

/** The Mini App inside the page's frame. */
export function miniApp(chat: SandboxChat): FrameLocator {
  return chat.page.frameLocator('[data-testid=miniapp-frame]');
}
