import type { Menu } from 'electron';
import type { NotificationContent } from './notifications/notifier';
import type { RecordingNotifier } from './notifications/recordingNotifier';

/** What a test sees of main, by Playwright's `electronApp.evaluate`. */
export interface TestHooks {
  notifications(): NotificationContent[];
  /** Tickets whose notifications were taken away. */
  withdrawn(): string[];
  /** Does what a person's click on a notification does. */
  click(index: number): void;
  reply(index: number, text: string): void;
  markRead(index: number): void;
  /** Has the system refuse notifications from now on; null: no longer. */
  refuse(reason: string | null): void;
  /** Links that would have opened in the system's browser. */
  openedLinks(): string[];
  /** Does what an address handed over by the system does. */
  openAddress(address: string): void;
  /** The menu of the icon beside the clock. */
  trayMenu(): Menu;
}

declare global {
  // Present only with TIKETHET_TEST=1, never in a packaged app.
  var __tikethetTest: TestHooks | undefined;
}

export interface TestedParts {
  notifier: RecordingNotifier;
  links: readonly string[];
  openAddress: (address: string) => void;
  trayMenu: () => Menu;
}

/** Lets tests see notifications and links instead of a desktop that is not there. */
export function installTestHooks({ notifier, links, openAddress, trayMenu }: TestedParts): void {
  globalThis.__tikethetTest = {
    notifications: () => [...notifier.shown],
    withdrawn: () => [...notifier.withdrawn],
    click: (index) => notifier.act(index).click(),
    reply: (index, text) => notifier.act(index).reply(text),
    markRead: (index) => notifier.act(index).markRead(),
    refuse: (reason) => notifier.refuse(reason),
    openedLinks: () => [...links],
    openAddress,
    trayMenu,
  };
}
