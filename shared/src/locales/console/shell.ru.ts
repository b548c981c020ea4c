import type { InLanguage, RussianPlural } from '../shape';
import type { shellEn } from './shell.en';

/** Texts of the console: what stands around every screen. */
export const shellRu = {
  app: {
    name: 'TiketHet',
    opening: 'Открываем консоль…',
    cancel: 'Отмена',
    close: 'Закрыть',
    retry: 'Повторить',
    copied: 'Скопировано',
    crashed: 'На этом экране что-то сломалось',
    crashedHelp:
      'Ваши тексты сохранены. Загрузите экран заново; если повторится, скажите администратору.',
    reload: 'Загрузить заново',
  },
  connection: {
    connecting: 'Подключаемся…',
    online: 'На связи',
    offline: 'Нет связи',
    dataFrom: 'данные на {{time}}',
    banner: 'Нет связи. Вы видите то, что загрузилось к {{time}}; изменения сейчас не сохранятся.',
    bannerNever: 'Нет связи с сервером. Пока ничего не загружено; продолжаем попытки.',
  },
  age: {
    now: 'сейчас',
    minutes: '{{count}} мин',
    hours: '{{count}} ч',
    days: '{{count}} дн',
  },
  panes: {
    rail: 'Ширина разделов',
    list: 'Ширина списка',
    details: 'Ширина подробностей',
  },
  toast: {
    notSaved: '{{what}}: не сохранилось',
    repeat: 'Повторить',
    what: {
      assign: 'Исполнитель',
      status: 'Статус',
      priority: 'Приоритет',
      category: 'Категория',
      tags: 'Метки',
      message: 'Сообщение',
      snooze: 'Отсрочка',
      resend: 'Повторная отправка',
      block: 'Блокировка',
    },
    resolved: 'Обращение {{number}} решено',
    copied: 'Скопировано',
  },
} as const satisfies InLanguage<typeof shellEn, RussianPlural>;
