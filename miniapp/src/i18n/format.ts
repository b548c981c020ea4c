import { useTranslation } from 'react-i18next';
import { currentLanguage } from './setup';

const made = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const format = made.get(key) ?? new Intl.DateTimeFormat(language, options);
  made.set(key, format);
  return format;
}

/** The person's calendar day, like 2025-03-09. */
export function dayOf(date: Date): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** Dates, times and sizes in the person's language and zone. */
export function useFormat() {
  const { t } = useTranslation('common');
  const language = currentLanguage();
  const clock = (iso: string): string =>
    dateFormat(language, { hour: 'numeric', minute: '2-digit' }).format(new Date(iso));

  return {
    clock,
    /** For a list: the time today, the date before. */
    short: (iso: string): string => {
      const date = new Date(iso);
      const now = new Date();
      if (dayOf(date) === dayOf(now)) return clock(iso);
      const sameYear = date.getFullYear() === now.getFullYear();
      const year = sameYear ? {} : ({ year: 'numeric' } as const);
      const style = sameYear ? 'short' : '2-digit';
      return dateFormat(language, { day: 'numeric', month: style, ...year }).format(date);
    },
    /** For a heading over a day's messages. */
    day: (iso: string): string => {
      const date = new Date(iso);
      const now = new Date();
      const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
      if (dayOf(date) === dayOf(now)) return t('time.today');
      if (dayOf(date) === dayOf(yesterday)) return t('time.yesterday');
      const year = date.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
      return dateFormat(language, { day: 'numeric', month: 'long', ...year }).format(date);
    },
    full: (iso: string): string =>
      dateFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso)),
    size: (bytes: number): string => {
      const number = (value: number): string =>
        value.toLocaleString(language, { maximumFractionDigits: 1 });
      if (bytes < 1024) return t('size.bytes', { value: bytes });
      if (bytes < 1024 * 1024) return t('size.kilobytes', { value: number(bytes / 1024) });
      return t('size.megabytes', { value: number(bytes / 1024 / 1024) });
    },
  };
}
