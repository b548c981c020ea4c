import type { Language } from '@tikethet/shared/contracts';
import { demoPeople, demoStaff, type DemoCategory, type DemoStaffMember } from './people';
import type { Random } from './random';
import { deskClock } from './rhythm';

const HOUR = 3_600_000;

/** How a member of staff works. Hours are Moscow time; `from > to` is a night shift. */
export interface Worker extends DemoStaffMember {
  telegramId: number;
  firstName: string;
  lastName: string;
  username: string;
  language: Language;
  female: boolean;
  /** How readily they take a ticket in a language. */
  takes: Partial<Record<Language, number>>;
  weekdays: [from: number, to: number] | null;
  weekend: [from: number, to: number] | null;
  /** Median minutes until they answer while on duty. */
  speed: number;
  /** Worked here until so many days before now. */
  leftDaysAgo?: number;
}

const OTHERS: Worker[] = [
  {
    telegramId: 710_000_301,
    firstName: 'Олег',
    lastName: 'Тихонов',
    username: 'tihonov_night',
    language: 'ru',
    role: 'HELPER',
    categories: [],
    female: false,
    takes: { ru: 8, en: 3 },
    weekdays: [21, 5],
    weekend: [22, 6],
    speed: 14,
  },
  {
    telegramId: 710_000_302,
    firstName: 'Sofia',
    lastName: 'Marin',
    username: 'sofia_marin',
    language: 'en',
    role: 'HELPER',
    categories: [],
    female: true,
    takes: { en: 8 },
    weekdays: [16, 24],
    weekend: [12, 24],
    speed: 7,
  },
  {
    telegramId: 710_000_303,
    firstName: 'Лена',
    lastName: 'Ким',
    username: 'lena_kim',
    language: 'ru',
    role: 'HELPER',
    categories: ['bans', 'reports', 'economy'],
    female: true,
    takes: { ru: 9, en: 2 },
    weekdays: [15, 23],
    weekend: [14, 23],
    speed: 11,
  },
  {
    telegramId: 710_000_304,
    firstName: 'Павел',
    lastName: 'Дронов',
    username: 'p_dronov',
    language: 'ru',
    role: 'HELPER',
    categories: [],
    female: false,
    takes: { ru: 7 },
    weekdays: [10, 20],
    weekend: null,
    speed: 44,
    leftDaysAgo: 34,
  },
];

const HABITS: Record<
  number,
  Pick<Worker, 'female' | 'takes' | 'weekdays' | 'weekend' | 'speed' | 'language'>
> = {
  710_000_201: {
    language: 'ru',
    female: true,
    takes: { ru: 12 },
    weekdays: [10, 19],
    weekend: [11, 18],
    speed: 5,
  },
  710_000_202: {
    language: 'en',
    female: false,
    takes: { en: 10 },
    weekdays: [11, 20],
    weekend: [13, 19],
    speed: 9,
  },
  710_000_203: {
    language: 'ru',
    female: true,
    takes: { ru: 8, en: 4 },
    weekdays: [13, 22],
    weekend: [14, 21],
    speed: 8,
  },
  710_000_204: {
    language: 'ru',
    female: false,
    takes: { ru: 3, en: 2 },
    weekdays: [9, 18],
    weekend: null,
    speed: 26,
  },
  710_000_205: {
    language: 'ru',
    female: false,
    takes: { ru: 2, en: 2 },
    weekdays: [11, 21],
    weekend: [16, 20],
    speed: 37,
  },
};

/** Everybody who works at the demo's desk, those one can be in the sandbox first. */
export const workers: readonly Worker[] = [
  ...demoPeople.flatMap((person) => {
    const member = demoStaff.get(person.id);
    const habits = HABITS[person.id];
    if (member === undefined || habits === undefined) return [];
    const { firstName, lastName = '', username = '' } = person;
    return [{ telegramId: person.id, firstName, lastName, username, ...member, ...habits }];
  }),
  ...OTHERS,
];

/** Admins and developers help out where it is hot; helpers keep to their categories. */
function fits(worker: Worker, language: Language, category: DemoCategory): boolean {
  if (worker.takes[language] === undefined) return false;
  if (worker.role === 'DEVELOPER') return category === 'tech' || category === 'economy';
  return worker.categories.length === 0 || worker.categories.includes(category);
}

function onDuty(worker: Worker, at: number): boolean {
  const { hour, day } = deskClock(at);
  const shift = day === 0 || day === 6 ? worker.weekend : worker.weekdays;
  if (shift === null) return false;
  const [from, to] = shift;
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** The first moment at or after `at` at which a worker is there, to a quarter of an hour. */
function nextOnDuty(worker: Worker, at: number): number {
  let moment = at;
  while (!onDuty(worker, moment)) moment += HOUR / 4;
  return moment;
}

/** When a worker answers what came in at `at`; slower when everybody writes at once. */
export function answersAt(random: Random, worker: Worker, at: number): number {
  const { hour } = deskClock(at);
  const load = hour >= 18 && hour < 23 ? 1.7 : 1;
  const minutes = Math.max(0.7, random.around(worker.speed * load, 0.9));
  return nextOnDuty(worker, at) + minutes * 60_000;
}

export interface Answerer {
  worker: Worker;
  at: number;
}

/**
 * Who answers a new ticket first, and when. Some of those who could are drawn, so that the slower
 * ones get work too.
 */
export function firstAnswer(
  random: Random,
  ticket: { at: number; language: Language; category: DemoCategory },
  now: number,
): Answerer {
  const able = workers.filter((worker) => {
    const left = worker.leftDaysAgo === undefined ? Infinity : now - worker.leftDaysAgo * 24 * HOUR;
    return fits(worker, ticket.language, ticket.category) && ticket.at < left - 48 * HOUR;
  });
  const weights = able.map((worker) => worker.takes[ticket.language] ?? 0);
  const drawn = [1, 2, 3]
    .map(() => able[random.weighted(weights)])
    .filter((one) => one !== undefined);
  const [soonest] = drawn
    .map((worker) => ({ worker, at: answersAt(random, worker, ticket.at) }))
    .sort((a, b) => a.at - b.at);
  if (soonest === undefined) throw new Error(`Nobody answers ${ticket.category} tickets`);
  return soonest;
}
