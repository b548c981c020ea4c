import type { InLanguage, RussianPlural } from '../shape';
import type { settingsEn } from './settings.en';

/** Texts of the console: settings. */
export const settingsRu = {
  settings: {
    title: 'Настройки',
    groups: {
      person: 'Вы',
      app: 'Это устройство',
    },
    sections: {
      profile: 'Профиль',
      notifications: 'Уведомления',
      appearance: 'Внешний вид',
      system: 'Этот компьютер',
      about: 'О программе и обновления',
    },
    language: 'Язык',
    languageHelp: 'Язык консоли. У клиентов — свой.',
    languageSystem: 'Как в Telegram',
    theme: 'Тема',
    themeSystem: 'Как в системе',
    themeLight: 'Светлая',
    themeDark: 'Тёмная',
    notifications: 'Уведомления',
    notificationsHelp: 'На этом компьютере. В списке уведомлений всё есть в любом случае.',
    notificationsDenied:
      'Браузер запретил их для этой страницы. Разрешите уведомления в адресной строке.',
    account: 'Учётная запись',
    server: 'Сервер',
    storage: 'Вход хранится',
    storageKeychain: 'в связке ключей системы',
    storageObfuscated: 'в файле, под слабой защитой: в системе нет связки ключей',
    storageBrowser: 'в этой вкладке, пока вы её не закроете',
    signOut: 'Выйти',
    panes: 'Панели',
    panesHelp: 'Границы можно тянуть мышью или двигать стрелками, дойдя до них клавишей Tab.',
    reset: 'Вернуть ширину',
  },
} as const satisfies InLanguage<typeof settingsEn, RussianPlural>;
