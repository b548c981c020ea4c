import type { TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import { createStore } from '../app/store';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const clock = createStore(Date.now());
let watchers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for all who show an age, while anybody does. */
function watch(listener: () => void): () => void {
  const stop = clock.subscribe(listener);
  watchers += 1;
  timer ??= setInterval(() => clock.set(Date.now()), 30_000);
  return () => {
    stop();
    watchers -= 1;
    if (watchers > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Milliseconds since the epoch, renewed every half minute. */
export function useNow(): number {
  return useSyncExternalStore(watch, clock.get);
}

/** How long ago, short: “now”, “5 min”, “3 h”, “2 d”, then the date. */
export function shortAge(iso: string, now: number, t: TFunction, language: string): string {
  const at = new Date(iso);
  const ago = now - at.getTime();
  if (ago < MINUTE) return t('age.now');
  if (ago < HOUR) return t('age.minutes', { count: Math.floor(ago / MINUTE) });
  if (ago < DAY) return t('age.hours', { count: Math.floor(ago / HOUR) });
  if (ago < 7 * DAY) return t('age.days', { count: Math.floor(ago / DAY) });
  const sameYear = at.getFullYear() === new Date(now).getFullYear();
  return formatter(language, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: '2-digit' }),
  }).format(at);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = language + JSON.stringify(options);
  const known = formatters.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, options);
  formatters.set(name, made);
  return made;
}

/** Hours and minutes as a language's own short time has them: “6:05 PM”, «06:05». */
export function hourAndMinute(language: string) {
  const hour = language === 'ru' ? '2-digit' : 'numeric';
  return { hour, minute: '2-digit' } as const;
}

/** Hours and minutes. */
export function clockTime(iso: string, language: string): string {
  return formatter(language, hourAndMinute(language)).format(new Date(iso));
}

/** The time of something of today; of another day with its date. */
export function momentOf(iso: string, now: number, language: string): string {
  const at = new Date(iso);
  if (startOfDay(at) === startOfDay(new Date(now))) return clockTime(iso, language);
  const date = { day: 'numeric', month: 'short' } as const;
  return formatter(language, { ...date, ...hourAndMinute(language) }).format(at);
}

/** Date and time, for tooltips and details. */
export function fullTime(iso: string, language: string): string {
  return formatter(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** Date only. */
export function shortDate(iso: string, language: string): string {
  return formatter(language, { dateStyle: 'medium' }).format(new Date(iso));
}

/** The name of a day: today, yesterday, or its date. */
export function dayName(day: Date, now: number, t: TFunction, language: string): string {
  const days = Math.round((startOfDay(new Date(now)) - startOfDay(day)) / DAY);
  if (days === 0) return t('time.today');
  if (days === 1) return t('time.yesterday');
  const sameYear = day.getFullYear() === new Date(now).getFullYear();
  return formatter(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(day);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
