import type { Role } from '@tikethet/shared/permissions';
import type { SandboxPerson } from '../types';

/** Slugs of the preset "game server", with which a fresh desk starts. */
export const DEMO_CATEGORIES = ['tech', 'bans', 'gameplay', 'economy', 'reports', 'other'] as const;
export type DemoCategory = (typeof DEMO_CATEGORIES)[number];

export interface DemoStaffMember {
  role: Exclude<Role, 'USER'>;
  /** Where a helper works; empty: everywhere. */
  categories: readonly DemoCategory[];
}

/**
 * The newcomer has never pressed Start, so that the first contact can be tried; everybody else's
 * chat has to be started in the sandbox too.
 */
export const DEMO_NEWCOMER = 710_000_109;

/** The accounts one can be in the demo. Telegram ids never change: addresses and tests know them. */
export const demoPeople: SandboxPerson[] = [
  {
    id: 710_000_101,
    firstName: 'Артём',
    lastName: 'Белов',
    username: 'artem_belov',
    languageCode: 'ru',
    kind: 'customer',
    note: 'Играет каждый вечер, пишет коротко',
  },
  {
    id: 710_000_102,
    firstName: 'Катя',
    lastName: 'Миронова',
    username: 'katya_mir',
    languageCode: 'ru',
    kind: 'customer',
    note: 'Ведёт клан, пишет вежливо и подробно',
  },
  {
    id: 710_000_103,
    firstName: 'Рустам',
    lastName: 'Гареев',
    username: 'rus_gareev',
    languageCode: 'ru',
    kind: 'customer',
    note: 'Торгует на рынке, следит за каждой монетой',
  },
  {
    id: 710_000_104,
    firstName: 'Даша',
    username: 'dashulya_fox',
    languageCode: 'ru',
    kind: 'customer',
    note: 'На сервере недавно, много вопросов',
  },
  {
    id: 710_000_105,
    firstName: 'Олег',
    lastName: 'Петрович',
    languageCode: 'ru',
    kind: 'customer',
    note: 'Играет с сыном, без имени пользователя в Telegram',
  },
  {
    id: 710_000_106,
    firstName: 'Mia',
    lastName: 'Larsen',
    username: 'mia_larsen',
    languageCode: 'en',
    kind: 'customer',
    note: 'Builds a town, writes in English',
  },
  {
    id: 710_000_107,
    firstName: 'James',
    lastName: 'Okafor',
    username: 'jokafor',
    languageCode: 'en',
    kind: 'customer',
    note: 'Plays the arena at night, in a hurry',
  },
  {
    id: 710_000_108,
    firstName: 'Lena',
    lastName: 'Vogt',
    username: 'lena_v',
    languageCode: 'de',
    kind: 'customer',
    note: 'Has a premium plan, friendly and precise',
  },
  {
    id: DEMO_NEWCOMER,
    firstName: 'Никита',
    lastName: 'Зорин',
    username: 'zorin_n',
    languageCode: 'ru',
    kind: 'customer',
    note: 'Ещё ни разу не писал — попробуйте с нуля',
  },
  {
    id: 710_000_201,
    firstName: 'Аня',
    lastName: 'Ковалёва',
    username: 'anya_support',
    languageCode: 'ru',
    kind: 'staff',
    note: 'Помощник: техника, игра, другое',
  },
  {
    id: 710_000_202,
    firstName: 'Daniel',
    lastName: 'Reyes',
    username: 'dan_reyes',
    languageCode: 'en',
    kind: 'staff',
    note: 'Helper: every category, answers in English',
  },
  {
    id: 710_000_203,
    firstName: 'Марина',
    lastName: 'Соколова',
    username: 'marina_mod',
    languageCode: 'ru',
    kind: 'staff',
    note: 'Модератор: видит всё, раздаёт обращения',
  },
  {
    id: 710_000_204,
    firstName: 'Игорь',
    lastName: 'Лебедев',
    username: 'lebedev_admin',
    languageCode: 'ru',
    kind: 'staff',
    note: 'Администратор: категории, люди, роли',
  },
  {
    id: 710_000_205,
    firstName: 'Кирилл',
    lastName: 'Орлов',
    username: 'orlov_dev',
    languageCode: 'ru',
    kind: 'staff',
    note: 'Разработчик: система и сложные ошибки',
  },
];

/** A group of customers, to see that the bot explains itself there once and then keeps silent. */
export const demoGroup: SandboxPerson = {
  id: -710_000_301,
  firstName: 'Чат игроков',
  languageCode: 'ru',
  kind: 'group',
  note: 'Группа: бот отвечает только в личных чатах',
};

/** What the staff among {@link demoPeople} are at the desk, by Telegram id. */
export const demoStaff: ReadonlyMap<number, DemoStaffMember> = new Map([
  [710_000_201, { role: 'HELPER', categories: ['tech', 'gameplay', 'other'] }],
  [710_000_202, { role: 'HELPER', categories: [] }],
  [710_000_203, { role: 'MODERATOR', categories: [] }],
  [710_000_204, { role: 'ADMIN', categories: [] }],
  [710_000_205, { role: 'DEVELOPER', categories: [] }],
]);
