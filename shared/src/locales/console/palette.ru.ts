import type { InLanguage, RussianPlural } from '../shape';
import type { paletteEn } from './palette.en';

/** Texts of the console: the palette that finds everything. */
export const paletteRu = {
  palette: {
    label: 'Найти что угодно',
    placeholder: 'Обращение, человек, действие, страница…',
    nothing: 'По запросу «{{question}}» ничего не нашлось',
    groups: {
      tickets: 'Обращения',
      actions: 'Действия',
      people: 'Люди',
      macros: 'Вставить заготовку',
      pages: 'Страницы',
      settings: 'Настройки',
    },
    theme: {
      light: 'Тема: светлая',
      dark: 'Тема: тёмная',
      system: 'Тема: как в системе',
    },
    language: {
      ru: 'Язык: русский',
      en: 'Language: English',
    },
  },
} as const satisfies InLanguage<typeof paletteEn, RussianPlural>;
