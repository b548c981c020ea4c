import type { InLanguage, RussianPlural } from '../shape';
import type { customerEn } from './customer.en';

/** Texts of the console: the customer’s card. */
export const customerRu = {
  customer: {
    label: 'Клиент',
    username: 'Telegram',
    copyUsername: 'Скопировать имя {{name}}',
    telegramId: 'Telegram ID',
    language: 'Язык',
    ru: 'Русский',
    en: 'Английский',
    since: 'С нами с',
    lastSeen: 'Был(а) здесь',
    botBlocked: 'Заблокировал(а) бота',
    blocked: 'Доступ закрыт',
    block: 'Заблокировать клиента',
    unblock: 'Разблокировать',
    blockTitle: 'Заблокировать клиента?',
    blockHelp:
      'Клиент выйдет из мини-приложения и один раз узнает, что доступ закрыт. Всё, что он напишет, сохранится, но обращений не откроет.',
    others: 'Другие обращения',
    othersNone: 'Это первое обращение.',
    othersFailed: 'Другие обращения не загрузились.',
    total_one: 'Всего {{count}} обращение',
    total_few: 'Всего {{count}} обращения',
    total_many: 'Всего {{count}} обращений',
    total_other: 'Всего {{count}} обращения',
    totalMore: 'Больше {{count}} обращений',
    details: 'Обращение',
    messages: 'Сообщений',
  },
} as const satisfies InLanguage<typeof customerEn, RussianPlural>;
