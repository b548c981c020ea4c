import type { InLanguage, RussianPlural } from '../shape';
import type { settingsEn } from './settings.en';

/** Texts of the console: settings. */
export const settingsRu = {
  settings: {
    title: 'Настройки',
    language: 'Язык',
    languageHelp: 'Язык консоли. У клиентов — свой.',
    languageSystem: 'Как в Telegram',
    theme: 'Тема',
    themeSystem: 'Как в системе',
    themeLight: 'Светлая',
    themeDark: 'Тёмная',
    notifications: 'Уведомления',
    notificationsHelp: 'О новых обращениях и сообщениях клиентов, пока окно не на виду.',
    notificationsDenied:
      'Браузер запретил их для этой страницы. Разрешите уведомления в адресной строке.',
    account: 'Учётная запись',
    server: 'Сервер',
    storage: 'Вход хранится',
    storageKeychain: 'в связке ключей системы',
    storageObfuscated: 'в файле, под слабой защитой: в системе нет связки ключей',
    storageBrowser: 'в этой вкладке, пока вы её не закроете',
    signOut: 'Выйти',
    reset: 'Вернуть ширину панелей',
  },
} as const satisfies InLanguage<typeof settingsEn, RussianPlural>;
