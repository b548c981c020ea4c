import type { Language } from '@tikethet/shared/contracts';
import { plain } from '../texts';

/** A stretch of time in one short unit: `5 min`, `3 h`, `2 d`. @param minutes whole ones */
export function spanOf(language: Language, minutes: number): string {
  if (minutes < 1) return plain(language, 'team.span.now');
  if (minutes < 60) return plain(language, 'team.span.minutes', { value: minutes });
  if (minutes < 48 * 60) {
    return plain(language, 'team.span.hours', { value: Math.round(minutes / 60) });
  }
  return plain(language, 'team.span.days', { value: Math.round(minutes / 1440) });
}

/** Whole minutes between two moments. */
export function minutesBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000));
}

/** A number as people write it: `1 234`, `1,234`. */
export function numeral(language: Language, value: number): string {
  return new Intl.NumberFormat(language).format(value);
}
