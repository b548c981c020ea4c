import type { InLanguage, RussianPlural } from '../shape';
import type { keyboardEn } from './keyboard.en';

/** Texts of the console: the keyboard. */
export const keyboardRu = {
  shortcuts: {
    title: 'Клавиатура',
    next: 'Следующее обращение',
    previous: 'Предыдущее обращение',
    open: 'Открыть',
    reply: 'Ответить',
    note: 'Заметка для команды',
    take: 'Взять или назначить',
    resolve: 'Решить',
    search: 'Поиск',
    back: 'Назад',
    sheet: 'Этот список',
    send: 'Отправить',
    move: 'Переходы',
    work: 'Работа',
    write: 'Письмо',
  },
} as const satisfies InLanguage<typeof keyboardEn, RussianPlural>;
