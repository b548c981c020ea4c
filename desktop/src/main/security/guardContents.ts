import type { App, Session, WebContents } from 'electron';
import { isConsoleUrl } from '../protocols/consoleUrl';

function guard(contents: WebContents, openLink: (url: string) => void): void {
  // The page is loaded once by main and moves within itself: every other navigation is a mistake
  // or an attack, a dropped file included.
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const) {
    contents.on(event as 'will-navigate', (details) => details.preventDefault());
  }
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
}

/**
 * Holds every page of the app in its place. Must run before the first window.
 * @param openLink gets what a page wanted to open in a new window
 */
export function guardContents(app: App, openLink: (url: string) => void): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, openLink));
}

/** Writing to the clipboard is all that the console asks of the browser. */
export function isPermitted(permission: string, origin: string): boolean {
  return permission === 'clipboard-sanitized-write' && isConsoleUrl(origin);
}

/** Denies every other permission, device and download. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isPermitted(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    isPermitted(permission, origin),
  );
  session.setDevicePermissionHandler(() => false);
  // Attachments are saved by main through the dialog; nothing else is downloaded.
  session.on('will-download', (event) => event.preventDefault());
}
