import type { Counted, RussianPlural } from './shape';

/** What the console's main process says: notifications, the menu, the dialogs of the system. */
export interface DesktopMainTexts<Plural extends string> {
  notification: {
    newTicket: string;
    newTicketFrom: string;
    message: string;
  } & Counted<'missed' | 'missedBody', Plural>;
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
  unsent: Record<'heldTitle' | 'heldBody' | 'quit' | 'quitBody' | 'stay', string> &
    Counted<'quitTitle', Plural>;
}

export const desktopMainRu = {
  notification: {
    newTicket: 'Новое обращение #{{number}}',
    newTicketFrom: '{{name}}: {{text}}',
    message: '#{{number}} · {{name}}',
    missed_one: 'Пока не было связи: {{count}} новость',
    missed_few: 'Пока не было связи: {{count}} новости',
    missed_many: 'Пока не было связи: {{count}} новостей',
    missed_other: 'Пока не было связи: {{count}} новости',
    missedBody_one: 'Клиент написал в {{count}} обращение.',
    missedBody_few: 'Клиенты написали в {{count}} обращения.',
    missedBody_many: 'Клиенты написали в {{count}} обращений.',
    missedBody_other: 'Клиенты написали в {{count}} обращения.',
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
