import type { InLanguage, RussianPlural } from '../shape';
import type { composerEn } from './composer.en';

/** Texts of the console: writing. */
export const composerRu = {
  composer: {
    label: 'Написать',
    mode: 'Что вы пишете',
    reply: 'Ответ',
    note: 'Заметка',
    replyPlaceholder: 'Ответ клиенту…',
    notePlaceholder: 'Заметка для команды. Клиент её никогда не увидит…',
    send: 'Отправить',
    sendNote: 'Сохранить заметку',
    sendHint: '{{keys}} — отправить',
    attach: 'Прикрепить файлы',
    remove: 'Убрать {{name}}',
    uploading: 'Загружается {{name}}',
    uploadAgain: 'Загрузить ещё раз',
    tooMany: 'В сообщении может быть не больше {{count}} файлов. Лишние не добавлены.',
    drop: 'Отпустите файлы, чтобы прикрепить',
    tooLong: 'Лишних знаков: {{count}}',
    closedTitle: 'Обращение закрыто',
    closedHelp: 'Откройте его снова, чтобы ответить. Заметки можно оставлять всегда.',
    noRight: 'Вашей роли нельзя отвечать клиентам.',
    blockedHint: 'Клиент заблокировал бота: ответы дойдут только в мини-приложение.',
    quoting: 'Цитата: {{name}}',
    cancelQuote: 'Не цитировать',
    formatting: '**жирный**, _курсив_, `код`',
  },
} as const satisfies InLanguage<typeof composerEn, RussianPlural>;
