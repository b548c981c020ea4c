import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import type { DemoServer } from './server';
import { miniAppAddress } from './telegramApp';

interface Phone {
  personId: number;
  theme?: 'light' | 'dark';
  width?: number;
}

/** The Mini App on a phone, with a finger; its list of tickets is there and connected. */
export async function openPhone(browser: Browser, server: DemoServer, phone: Phone): Promise<Page> {
  const context = await browser.newContext({
    locale: 'ru-RU',
    viewport: { width: phone.width ?? 390, height: 780 },
    hasTouch: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.goto(await miniAppAddress(server.url, phone.personId, { colorScheme: phone.theme }));
  await expect(page.getByTestId('ticket-list')).toBeVisible();
  await expect(page.getByTestId('connection-dot').first()).toHaveAttribute(
    'data-state',
    'connected',
  );
  return page;
}

/** A finger that draws from the middle of an element. */
export async function drag(target: Locator, by: { x: number; y: number }): Promise<void> {
  await target.evaluate((element, { x, y }) => {
    const box = element.getBoundingClientRect();
    const from = { x: box.left + box.width / 2, y: box.top + Math.min(40, box.height / 2) };
    const send = (type: string, share: number): void => {
      const touch = new Touch({
        identifier: 1,
        target: element,
        clientX: from.x + x * share,
        clientY: from.y + y * share,
      });
      const touches = type === 'touchend' ? [] : [touch];
      const init = { bubbles: true, cancelable: true, touches, changedTouches: [touch] };
      element.dispatchEvent(new TouchEvent(type, init));
    };
    send('touchstart', 0);
    for (const share of [0.25, 0.5, 0.75, 1]) send('touchmove', share);
    send('touchend', 1);
  }, by);
}
