import { expect } from '@playwright/test';
import type { NotificationContent } from '../../desktop/src/main/notifications/notifier';
import type { TestHooks } from '../../desktop/src/main/testHooks';
import type { ConsoleApp } from './electron';

/** Main of a console that was launched with TIKETHET_TEST=1. */
export type TestedMain = typeof globalThis & { __tikethetTest: TestHooks };

/** The system's notifications that the console has shown, oldest first. */
export function shownBy({ app }: ConsoleApp): Promise<NotificationContent[]> {
  return app.evaluate(() => (globalThis as TestedMain).__tikethetTest.notifications());
}

/** Waits for a notification whose title and text say this; the newest one, and its place among all. */
export async function toldBy(
  desktop: ConsoleApp,
  kind: NotificationContent['kind'],
  words: string | RegExp,
): Promise<{ at: number; content: NotificationContent }> {
  let at = -1;
  await expect
    .poll(
      async () => {
        at = (await shownBy(desktop)).findLastIndex(
          (one) => one.kind === kind && `${one.title} ${one.body}`.match(words) !== null,
        );
        return at;
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThanOrEqual(0);
  return { at, content: (await shownBy(desktop))[at] as NotificationContent };
}
