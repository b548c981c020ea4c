import { nativeImage, type App, type BrowserWindow } from 'electron';
import type { Texts } from '../texts';
import type { Capabilities } from './capabilities';
import { ICON_SIZE, overlayIcon } from './icons';

export interface BadgeOptions {
  app: Pick<App, 'setBadgeCount'>;
  capabilities: Capabilities;
  /** The console's main window; null: none is open. */
  window: () => BrowserWindow | null;
  texts: () => Texts;
}

export interface Badge {
  show(count: number): void;
  /** A window has opened, which knows nothing of the count. */
  again(): void;
}

/**
 * The count on the program's own icon: the dock of macOS, the launcher of Linux desktops that have
 * Unity's interface, the taskbar of Windows.
 */
export function createBadge({ app, capabilities, window, texts }: BadgeOptions): Badge {
  let shown = 0;

  function overlay(): void {
    if (!capabilities.overlay) return;
    const size = { width: ICON_SIZE, height: ICON_SIZE, scaleFactor: 2 };
    const image = shown === 0 ? null : nativeImage.createFromBitmap(overlayIcon(shown), size);
    window()?.setOverlayIcon(image, shown === 0 ? '' : texts()('tray.unread', { count: shown }));
  }

  return {
    show(count) {
      if (count === shown) return;
      shown = count;
      app.setBadgeCount(count);
      overlay();
    },
    again: overlay,
  };
}
