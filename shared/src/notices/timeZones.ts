/** A time zone by the city that people know it by. */
export interface NamedZone {
  zone: string;
  ru: string;
  en: string;
}

const named = (zone: string, ru: string, en: string): NamedZone => ({ zone, ru, en });

/** Russia and its neighbours, west to east. */
const NEAR: readonly NamedZone[] = [
  named('Europe/Kaliningrad', 'Калининград', 'Kaliningrad'),
  named('Europe/Moscow', 'Москва', 'Moscow'),
  named('Europe/Minsk', 'Минск', 'Minsk'),
  named('Europe/Kyiv', 'Киев', 'Kyiv'),
  named('Europe/Chisinau', 'Кишинёв', 'Chișinău'),
  named('Europe/Samara', 'Самара', 'Samara'),
  named('Asia/Tbilisi', 'Тбилиси', 'Tbilisi'),
  named('Asia/Yerevan', 'Ереван', 'Yerevan'),
  named('Asia/Baku', 'Баку', 'Baku'),
  named('Asia/Yekaterinburg', 'Екатеринбург', 'Yekaterinburg'),
  named('Asia/Tashkent', 'Ташкент', 'Tashkent'),
  named('Asia/Almaty', 'Алматы', 'Almaty'),
  named('Asia/Bishkek', 'Бишкек', 'Bishkek'),
  named('Asia/Omsk', 'Омск', 'Omsk'),
  named('Asia/Novosibirsk', 'Новосибирск', 'Novosibirsk'),
  named('Asia/Krasnoyarsk', 'Красноярск', 'Krasnoyarsk'),
  named('Asia/Irkutsk', 'Иркутск', 'Irkutsk'),
  named('Asia/Yakutsk', 'Якутск', 'Yakutsk'),
  named('Asia/Vladivostok', 'Владивосток', 'Vladivostok'),
  named('Asia/Magadan', 'Магадан', 'Magadan'),
  named('Asia/Kamchatka', 'Камчатка', 'Kamchatka'),
];

/** The rest of the world, west to east. */
const FAR: readonly NamedZone[] = [
  named('America/Los_Angeles', 'Лос-Анджелес', 'Los Angeles'),
  named('America/Denver', 'Денвер', 'Denver'),
  named('America/Chicago', 'Чикаго', 'Chicago'),
  named('America/New_York', 'Нью-Йорк', 'New York'),
  named('America/Sao_Paulo', 'Сан-Паулу', 'São Paulo'),
  named('UTC', 'UTC', 'UTC'),
  named('Europe/London', 'Лондон', 'London'),
  named('Europe/Berlin', 'Берлин', 'Berlin'),
  named('Europe/Paris', 'Париж', 'Paris'),
  named('Europe/Belgrade', 'Белград', 'Belgrade'),
  named('Europe/Helsinki', 'Хельсинки', 'Helsinki'),
  named('Asia/Jerusalem', 'Иерусалим', 'Jerusalem'),
  named('Europe/Istanbul', 'Стамбул', 'Istanbul'),
  named('Asia/Dubai', 'Дубай', 'Dubai'),
  named('Asia/Kolkata', 'Дели', 'Delhi'),
  named('Asia/Bangkok', 'Бангкок', 'Bangkok'),
  named('Asia/Singapore', 'Сингапур', 'Singapore'),
  named('Asia/Shanghai', 'Шанхай', 'Shanghai'),
  named('Asia/Tokyo', 'Токио', 'Tokyo'),
  named('Australia/Sydney', 'Сидней', 'Sydney'),
];

/** Zones to choose from, those that speakers of the language most likely live in first. */
export function zonesFor(language: 'ru' | 'en'): readonly NamedZone[] {
  return language === 'ru' ? [...NEAR, ...FAR] : [...FAR, ...NEAR];
}

/** A zone by its city where that is known, else by its own last name: `Europe/Oslo` is Oslo. */
export function zoneName(zone: string, language: 'ru' | 'en'): string {
  const known = zonesFor(language).find((one) => one.zone === zone);
  return known?.[language] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The zone that somebody means who writes a city: in Russian or English as we name them, or any
 * city that the world's list of zones is named after; null: none of them.
 */
export function findZone(words: string): string | null {
  const wanted = plainName(words);
  if (wanted === '') return null;
  const known = zonesFor('ru').find((one) =>
    [one.ru, one.en, one.zone].some((name) => plainName(name) === wanted),
  );
  if (known !== undefined) return known.zone;
  const zones = Intl.supportedValuesOf('timeZone');
  const named = (zone: string) =>
    plainName(zone) === wanted || plainName(zoneName(zone, 'en')) === wanted;
  return zones.find(named) ?? null;
}
