import { hourAndMinute } from './time';

/** Moments that people choose when they put something off. */
export const MOMENT_NAMES = ['hour', 'evening', 'tomorrow', 'monday', 'week'] as const;
export type MomentName = (typeof MOMENT_NAMES)[number];

const HOUR = 3_600_000;
const MORNING = 9;
const EVENING = 18;

function atHour(now: Date, days: number, hour: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
}

/**
 * The usual moments as seen from now, on this computer's clock: in an hour, this evening (while it
 * is well before), tomorrow morning, on Monday, in a week. None comes twice.
 */
export function usualMoments(now: Date): { name: MomentName; at: Date }[] {
  const untilMonday = (8 - now.getDay()) % 7 || 7;
  const moments = [
    { name: 'hour' as const, at: new Date(now.getTime() + HOUR) },
    ...(now.getHours() < EVENING - 2
      ? [{ name: 'evening' as const, at: atHour(now, 0, EVENING) }]
      : []),
    { name: 'tomorrow' as const, at: atHour(now, 1, MORNING) },
    ...(untilMonday > 1
      ? [{ name: 'monday' as const, at: atHour(now, untilMonday, MORNING) }]
      : []),
    ...(untilMonday === 7 ? [] : [{ name: 'week' as const, at: atHour(now, 7, MORNING) }]),
  ];
  return moments;
}

/** A moment ahead, as short as it can be: the time today, day and time this week, else the date. */
export function momentText(iso: string, now: number, language: string): string {
  const at = new Date(iso);
  const today = new Date(now);
  const time = hourAndMinute(language);
  const sameDay = at.toDateString() === today.toDateString();
  if (sameDay) return new Intl.DateTimeFormat(language, time).format(at);
  const soon = at.getTime() - now < 6 * 24 * HOUR && at.getTime() > now;
  const date: Intl.DateTimeFormatOptions = soon
    ? { weekday: 'short' }
    : { day: 'numeric', month: 'short' };
  const year: Intl.DateTimeFormatOptions =
    at.getFullYear() === today.getFullYear() ? {} : { year: 'numeric' };
  return new Intl.DateTimeFormat(language, { ...date, ...(soon ? {} : year), ...time }).format(at);
}
