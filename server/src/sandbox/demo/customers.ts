import type { Language } from '@tikethet/shared/contracts';
import { DEMO_NEWCOMER, demoPeople } from './people';
import type { Random } from './random';
import { transliterate } from '../../domain/transliterate';

/** How somebody writes. */
export type Voice = 'polite' | 'plain' | 'sloppy' | 'short';

export interface Customer {
  id: string;
  telegramId: number;
  firstName: string;
  lastName: string | null;
  username: string | null;
  language: Language;
  female: boolean;
  voice: Voice;
  /** Name in the game. */
  nick: string;
  /** How often they write, beside others. */
  weight: number;
  /** One of the accounts one can be in the sandbox. */
  inSandbox: boolean;
}

const RU_MALE =
  'Александр Алексей Андрей Антон Арсений Богдан Вадим Василий Виктор Влад Георгий Глеб Данил Денис Дмитрий Егор Захар Иван Илья Кирилл Константин Лев Макс Матвей Миша Никита Николай Паша Роман Руслан Саша Семён Сергей Стас Степан Тимур Фёдор Эдуард Юра Ярослав';
const RU_FEMALE =
  'Алина Алиса Анастасия Анна Валерия Вера Вика Дарья Диана Евгения Елена Ира Камила Карина Ксюша Лиза Маргарита Мария Марьяна Настя Ника Оля Полина Рита Соня Таня Ульяна Элина Юля Яна';
const RU_LAST =
  'Абрамов Афанасьев Баранов Богданов Быков Васильев Вишняков Волков Герасимов Голубев Горбунов Данилов Дорофеев Ершов Жуков Зайцев Захаров Игнатов Казаков Калинин Киселёв Комаров Корнилов Крылов Кузнецов Лазарев Логинов Макаров Мартынов Медведев Мельников Никифоров Осипов Панфилов Поляков Рогов Рябов Савельев Сафонов Соболев Суханов Тарасов Тимофеев Ушаков Филатов Фомин Харитонов Чернов Шестаков Щербаков Яковлев';
const EN_MALE =
  'Aaron Ben Carlos Chris Connor Dylan Ethan Felix Finn George Hugo Jack Jakub Jonas Josh Kai Leo Liam Lukas Marco Mateo Max Nathan Noah Oscar Owen Pedro Ravi Ryan Sam Theo Tomás Viktor Will Yusuf';
const EN_FEMALE =
  'Abby Amelia Chloe Clara Elif Ella Emily Eva Freya Grace Hannah Ines Isla Julia Laura Lucy Maja Nina Olivia Priya Ruby Sara Sophie Zoe';
const EN_LAST =
  'Adams Almeida Andersson Baker Bennett Brandt Carter Clarke Costa Dubois Evans Fischer Foster Garcia Hughes Jansen Keller Kowalski Lindqvist Marsh Mitchell Moreau Murphy Nowak Patel Pereira Price Reed Rossi Schmidt Silva Turner Walsh Weber Wright Yilmaz';
const NICK_HEADS =
  'Drako Lis Kotey Shadow Frost Iron Mish Volt Pixel Ruda Sever Storm Grom Luna Barsu Ghost Knyaz Ded Panda Yozh Turbo Falcon Zver Mr Cyber Ember Rook Hawk Nova Wolf Taiga Banana Kefir Borsch';
const NICK_TAILS =
  'nik ka gun _pro 77 _tv y 2009 _x ello master off _rus 13 one er 007 ik _yt zilla _ka ov man 52';

const words = (text: string) => text.split(' ');
function latin(text: string): string {
  return transliterate(text).replace(/[^a-z0-9_]/g, '');
}

/** A name as players give themselves. */
export function nickname(random: Random): string {
  return `${random.pick(words(NICK_HEADS))}${random.pick(words(NICK_TAILS))}`;
}

function usernameOf(random: Random, firstName: string, lastName: string | null): string | null {
  const first = latin(firstName);
  const last = latin(lastName ?? nickname(random));
  const form = random.int(0, 6);
  if (form < 2) return null;
  if (form === 2) return `${first}_${last}`;
  if (form === 3) return `${last}${random.int(1, 99)}`;
  if (form === 4) return `${first.slice(0, 1)}${last}_${random.int(10, 99)}`;
  return latin(nickname(random)) + String(random.int(100, 999));
}

function oneCustomer(random: Random, index: number, from: number): Customer {
  const language: Language = random.chance(0.7) ? 'ru' : 'en';
  const female = random.chance(language === 'ru' ? 0.32 : 0.36);
  const firstNames = { ru: [RU_MALE, RU_FEMALE], en: [EN_MALE, EN_FEMALE] }[language];
  const firstName = random.pick(words(firstNames[female ? 1 : 0] ?? ''));
  const surname = random.pick(words(language === 'ru' ? RU_LAST : EN_LAST));
  const known = random.chance(0.62);
  const lastName = known ? (language === 'ru' && female ? `${surname}а` : surname) : null;
  return {
    id: random.uuid(from),
    telegramId: 5_210_000_000 + index * 7919 + random.int(0, 7000),
    firstName,
    lastName,
    username: usernameOf(random, firstName, lastName),
    language,
    female,
    voice:
      (['polite', 'plain', 'sloppy', 'short'] as const)[random.weighted([3, 4, 3, 2])] ?? 'plain',
    nick: nickname(random),
    weight: random.around(1, 0.8),
    inSandbox: false,
  };
}

const VOICES: Record<number, { voice: Voice; female: boolean; nick: string }> = {
  710_000_101: { voice: 'short', female: false, nick: 'Belyash' },
  710_000_102: { voice: 'polite', female: true, nick: 'KatyaMir' },
  710_000_103: { voice: 'plain', female: false, nick: 'Rus_Trade' },
  710_000_104: { voice: 'sloppy', female: true, nick: 'FoxDasha' },
  710_000_105: { voice: 'polite', female: false, nick: 'Petrovich_54' },
  710_000_106: { voice: 'polite', female: true, nick: 'MiaBuilds' },
  710_000_107: { voice: 'short', female: false, nick: 'jok3r' },
  710_000_108: { voice: 'polite', female: true, nick: 'LenaV' },
};

/** The customers of the sandbox who have tickets, then `count` others. */
export function makeCustomers(random: Random, count: number, from: number): Customer[] {
  const ours = demoPeople
    .filter((person) => person.kind === 'customer')
    .map((person): Customer => {
      const habits = VOICES[person.id] ?? { voice: 'plain', female: false, nick: 'Zorro_N' };
      return {
        id: random.uuid(from),
        telegramId: person.id,
        firstName: person.firstName,
        lastName: person.lastName ?? null,
        username: person.username ?? null,
        language: person.languageCode === 'ru' ? 'ru' : 'en',
        ...habits,
        weight: person.id === DEMO_NEWCOMER ? 0 : 1,
        inSandbox: true,
      };
    });
  return [
    ...ours,
    ...Array.from({ length: count }, (_, index) => oneCustomer(random, index, from)),
  ];
}
