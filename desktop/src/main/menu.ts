import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Preferences } from '../bridge';
import { USUAL_PREFERENCES, zoomStep } from '../bridge/preferences';
import type { Texts } from './texts';

export interface MenuOptions {
  t: Texts;
  /** Offers the developer tools. */
  developer: boolean;
  language: Preferences['language'];
  chooseLanguage(language: Preferences['language']): void;
  zoom: Preferences['zoom'];
  chooseZoom(zoom: Preferences['zoom']): void;
}

function template(options: MenuOptions): MenuItemConstructorOptions[] {
  const { t, developer } = options;
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const item = (
    role: NonNullable<MenuItemConstructorOptions['role']>,
    key: string,
  ): MenuItemConstructorOptions => ({ role, label: t(`menu.${key}`) });
  const language = (value: Preferences['language'], label: string): MenuItemConstructorOptions => ({
    label,
    type: 'radio',
    checked: options.language === value,
    click: () => options.chooseLanguage(value),
  });

  const zoom = (
    key: string,
    place: string,
    wanted: Preferences['zoom'],
  ): MenuItemConstructorOptions => ({
    label: t(`menu.${key}`),
    accelerator: `CommandOrControl+${place}`,
    enabled: wanted !== options.zoom,
    click: () => options.chooseZoom(wanted),
  });

  const app: MenuItemConstructorOptions = {
    label: 'TiketHet',
    submenu: [item('about', 'about'), separator, item('quit', 'quit')],
  };
  const file: MenuItemConstructorOptions = {
    label: t('menu.file'),
    submenu: [item('close', 'close'), separator, item('quit', 'quit')],
  };
  return [
    process.platform === 'darwin' ? app : file,
    {
      label: t('menu.edit'),
      submenu: [
        item('undo', 'undo'),
        item('redo', 'redo'),
        separator,
        item('cut', 'cut'),
        item('copy', 'copy'),
        item('paste', 'paste'),
        item('selectAll', 'selectAll'),
      ],
    },
    {
      label: t('menu.view'),
      submenu: [
        item('reload', 'reload'),
        ...(developer ? [item('toggleDevTools', 'developerTools')] : []),
        separator,
        zoom('actualSize', '0', USUAL_PREFERENCES.zoom),
        zoom('zoomIn', 'Plus', zoomStep(options.zoom, 1)),
        zoom('zoomOut', '-', zoomStep(options.zoom, -1)),
        separator,
        item('togglefullscreen', 'fullScreen'),
        separator,
        {
          label: t('menu.language'),
          submenu: [
            language(null, t('menu.systemLanguage')),
            language('ru', 'Русский'),
            language('en', 'English'),
          ],
        },
      ],
    },
    {
      label: t('menu.window'),
      submenu: [item('minimize', 'minimize'), item('close', 'close')],
    },
  ];
}

/** Draws the application menu: what the system expects, and the language. */
export function showMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(options)));
}
