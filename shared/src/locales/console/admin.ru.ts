import type { InLanguage, RussianPlural } from '../shape';
import type { adminEn } from './admin.en';

/** Texts of the console: the frame of the pages that set up the desk. */
export const adminRu = {
  admin: {
    title: 'Управление',
    groups: { team: 'Команда', tickets: 'Обращения', desk: 'Поддержка' },
    pages: {
      people: 'Люди',
      rights: 'Права',
      categories: 'Категории',
      priorities: 'Приоритеты',
      tags: 'Метки',
      settings: 'Настройки',
      audit: 'Журнал действий',
      faq: 'Статьи помощи',
      macros: 'Заготовки',
    },
  },
} as const satisfies InLanguage<typeof adminEn, RussianPlural>;
