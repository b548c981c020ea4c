import type { NotificationContent } from './notifications/notifier';
import type { RecordingNotifier } from './notifications/recordingNotifier';

/** What a test sees of main, by Playwright's `electronApp.evaluate`. */
export interface TestHooks {
  notifications(): NotificationContent[];
  /** Does what a person's click on a notification does. */
  click(index: number): void;
  /** Links that would have opened in the system's browser. */
  openedLinks(): string[];
}

declare global {
  // Present only with TIKETHET_TEST=1, never in a packaged app.
  var __tikethetTest: TestHooks | undefined;
}

/** Lets tests see notifications and links instead of a desktop that is not there. */
export function installTestHooks(notifier: RecordingNotifier, links: readonly string[]): void {
  globalThis.__tikethetTest = {
    notifications: () => [...notifier.shown],
    click: (index) => notifier.click(index),
    openedLinks: () => [...links],
  };
}
