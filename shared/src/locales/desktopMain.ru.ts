import type { NotificationKind } from '../notices';
import type { Counted, RussianPlural } from './shape';

/** What the console's main process says: notifications, the menu, the dialogs of the system. */
export interface DesktopMainTexts<Plural extends string> {
  notification: {
    /** Titles of what is about a ticket. */
    kinds: Record<Exclude<NotificationKind, 'CUSTOMER_REPLIED' | 'NEWS'>, string> &
      Counted<'CUSTOMER_REPLIED', Plural>;
    /** The title of what is about none. */
    news: string;
    from: string;
    somebody: string;
    hidden: string;
    replyHere: string;
    markRead: string;
    trialTitle: string;
    trialBody: string;
  } & Counted<'missed' | 'missedBody', Plural>;
  tray: Record<'open' | 'mute' | 'muted' | 'unmute', string> &
    Counted<'unread', Plural> & {
      quiet: Record<'halfHour' | 'hour' | 'fourHours' | 'morning' | 'endless', string>;
    };
  context: Record<'learn' | 'openLink' | 'copyLink', string>;
  menu: Record<
    | 'file'
    | 'edit'
    | 'view'
    | 'window'
    | 'language'
    | 'systemLanguage'
    | 'undo'
    | 'redo'
    | 'cut'
    | 'copy'
    | 'paste'
    | 'selectAll'
    | 'reload'
    | 'developerTools'
    | 'actualSize'
    | 'zoomIn'
    | 'zoomOut'
    | 'fullScreen'
    | 'minimize'
    | 'close'
    | 'quit'
    | 'about',
    string
  >;
  problem: { title: string; address: string };
  link: { title: string; body: string; open: string; cancel: string; remember: string };
  unsent: Record<'heldTitle' | 'heldBody' | 'quit' | 'quitBody' | 'stay' | 'more', string> & {
    what: Record<'reply' | 'note' | 'change', string>;
  } & Counted<'quitTitle', Plural>;
}

export const desktopMainRu = {
  notification: {
    kinds: {
      NEW_TICKET: 'Новое обращение #{{number}}',
      CUSTOMER_REPLIED_one: '#{{number}} · {{name}}',
      CUSTOMER_REPLIED_few: '#{{number}} · {{name}}: {{count}} сообщения',
      CUSTOMER_REPLIED_many: '#{{number}} · {{name}}: {{count}} сообщений',
      CUSTOMER_REPLIED_other: '#{{number}} · {{name}}: {{count}} сообщения',
      ASSIGNED: '#{{number}} теперь ваше',
      WOKEN: '#{{number}} снова в очереди',
      MENTIONED: '#{{number}} · {{name}} упоминает вас',
      SLA_AT_RISK: '#{{number}}: время на ответ заканчивается',
      UNDELIVERED: '#{{number}}: сообщение не дошло',
      REPLIED: '#{{number}} · {{name}}',
      TAKEN: '#{{number}} · {{name}} уже смотрит',
      STATUS: '#{{number}}: новый статус',
      RATING: '#{{number}}: вопрос решён',
    },
    news: 'Новости TiketHet',
    from: '{{name}}: {{text}}',
    somebody: 'Клиент',
    hidden: 'Откройте TiketHet, чтобы прочитать.',
    replyHere: 'Ответ клиенту',
    markRead: 'Прочитано',
    trialTitle: 'Проверка уведомлений',
    trialBody: 'Если вы это видите, уведомления работают.',
    missed_one: 'Пока не было связи: {{count}} новость',
    missed_few: 'Пока не было связи: {{count}} новости',
    missed_many: 'Пока не было связи: {{count}} новостей',
    missed_other: 'Пока не было связи: {{count}} новости',
    missedBody_one: 'В {{count}} обращении.',
    missedBody_few: 'В {{count}} обращениях.',
    missedBody_many: 'В {{count}} обращениях.',
    missedBody_other: 'В {{count}} обращения.',
  },
  tray: {
    open: 'Открыть TiketHet',
    unread_one: '{{count}} непрочитанное уведомление',
    unread_few: '{{count}} непрочитанных уведомления',
    unread_many: '{{count}} непрочитанных уведомлений',
    unread_other: '{{count}} непрочитанных уведомления',
    mute: 'Не беспокоить',
    muted: 'Не беспокоить: включено',
    unmute: 'Снова беспокоить',
    quiet: {
      halfHour: '30 минут',
      hour: '1 час',
      fourHours: '4 часа',
      morning: 'До утра',
      endless: 'Пока не выключу',
    },
  },
  context: {
    learn: 'Добавить в словарь',
    openLink: 'Открыть ссылку',
    copyLink: 'Скопировать ссылку',
  },
  menu: {
    file: 'Файл',
    edit: 'Правка',
    view: 'Вид',
    window: 'Окно',
    language: 'Язык',
    systemLanguage: 'Как в системе',
    undo: 'Отменить',
    redo: 'Повторить',
    cut: 'Вырезать',
    copy: 'Копировать',
    paste: 'Вставить',
    selectAll: 'Выделить всё',
    reload: 'Обновить окно',
    developerTools: 'Инструменты разработчика',
    actualSize: 'Обычный размер',
    zoomIn: 'Крупнее',
    zoomOut: 'Мельче',
    fullScreen: 'На весь экран',
    minimize: 'Свернуть',
    close: 'Закрыть окно',
    quit: 'Выйти из TiketHet',
    about: 'О программе TiketHet',
  },
  unsent: {
    heldTitle: 'Не удалось отправить',
    heldBody: 'Изменение ждёт вашего решения.',
    quitTitle_one: 'Не отправлено: {{count}} изменение',
    quitTitle_few: 'Не отправлено: {{count}} изменения',
    quitTitle_many: 'Не отправлено: {{count}} изменений',
    quitTitle_other: 'Не отправлено: {{count}} изменения',
    what: { reply: 'Ответ', note: 'Заметка', change: 'Изменение' },
    more: 'И ещё {{count}}.',
    quitBody: 'Они сохранены на этом компьютере и уйдут, когда вы снова откроете TiketHet.',
    quit: 'Выйти',
    stay: 'Остаться',
  },
  link: {
    title: 'Открыть {{host}}?',
    body: 'Ссылка из переписки ведёт на другой сайт:\n{{url}}',
    open: 'Открыть',
    cancel: 'Отмена',
    remember: 'Больше не спрашивать о {{host}}',
  },
  problem: {
    title: 'TiketHet не может начать работу',
    address:
      'Адрес «{{value}}» не подходит. Задайте в {{variable}} адрес, который начинается с https:// (http:// — только для этого компьютера).',
  },
} as const satisfies DesktopMainTexts<RussianPlural>;
