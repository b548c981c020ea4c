import { Menu, nativeImage, Tray } from 'electron';
import type { Texts } from '../texts';
import { ICON_SIZE, trayIcon } from './icons';
import { trayMenu, type TrayActions, type TrayState } from './trayMenu';

export interface TrayOptions {
  state: () => TrayState;
  actions: TrayActions;
  texts: () => Texts;
  platform: NodeJS.Platform;
}

export interface TrayIcon {
  /** What it shows may have changed. */
  refresh(): void;
  /** What its menu offers now; tests click here. */
  menu(): Menu;
}

/** The icon beside the clock: there whether or not a window is. */
export function createTray({ state, actions, texts, platform }: TrayOptions): TrayIcon {
  const picture = (unread: boolean) => {
    const template = platform === 'darwin';
    const size = { width: ICON_SIZE, height: ICON_SIZE, scaleFactor: 2 };
    const image = nativeImage.createFromBitmap(trayIcon(unread, template), size);
    image.setTemplateImage(template);
    return image;
  };
  const tray = new Tray(picture(false));
  let menu = Menu.buildFromTemplate([]);
  let marked = false;

  function refresh(): void {
    const { unread } = state();
    if (marked !== unread > 0) {
      marked = unread > 0;
      tray.setImage(picture(marked));
    }
    const t = texts();
    tray.setToolTip(
      unread === 0 ? 'TiketHet' : `TiketHet · ${t('tray.unread', { count: unread })}`,
    );
    menu = Menu.buildFromTemplate(trayMenu(state(), actions, t, new Date()));
    tray.setContextMenu(menu);
  }

  // On Linux the icon's menu is its only click on most desktops.
  tray.on('click', () => actions.open());
  refresh();
  return { refresh, menu: () => menu };
}
