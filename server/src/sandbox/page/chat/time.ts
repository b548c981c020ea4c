import type { Locale, Texts } from '../app/texts';

const tag = (locale: Locale) => (locale === 'ru' ? 'ru-RU' : 'en-GB');

/** Hours and minutes of Unix seconds. */
export function formatTime(seconds: number, locale: Locale): string {
  return new Date(seconds * 1000).toLocaleTimeString(tag(locale), {
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** Today as time, this week as weekday, else as date. */
export function formatListTime(seconds: number, locale: Locale): string {
  const days = daysAgo(seconds);
  if (days === 0) return formatTime(seconds, locale);
  const date = new Date(seconds * 1000);
  if (days < 7) return date.toLocaleDateString(tag(locale), { weekday: 'short' });
  return date.toLocaleDateString(tag(locale), { day: '2-digit', month: '2-digit' });
}

/** The line between two days. */
export function formatDay(seconds: number, locale: Locale, t: Texts): string {
  const days = daysAgo(seconds);
  if (days === 0) return t.today;
  if (days === 1) return t.yesterday;
  return new Date(seconds * 1000).toLocaleDateString(tag(locale), {
    day: 'numeric',
    month: 'long',
  });
}

export function sameDay(a: number, b: number): boolean {
  return new Date(a * 1000).toDateString() === new Date(b * 1000).toDateString();
}

function daysAgo(seconds: number): number {
  const midnight = (date: Date) => new Date(date).setHours(0, 0, 0, 0);
  return Math.round((midnight(new Date()) - midnight(new Date(seconds * 1000))) / 86_400_000);
}

/** Seconds as m:ss. */
export function formatDuration(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}

export function formatSize(bytes: number, locale: Locale): string {
  const units = locale === 'ru' ? ['Б', 'КБ', 'МБ'] : ['B', 'KB', 'MB'];
  const step = bytes < 1024 ? 0 : bytes < 1024 ** 2 ? 1 : 2;
  const value = (bytes / 1024 ** step).toLocaleString(tag(locale), {
    maximumFractionDigits: step === 0 ? 0 : 1,
  });
  return `${value} ${units[step]}`;
}
