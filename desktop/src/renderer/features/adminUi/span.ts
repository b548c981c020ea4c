import type { TFunction } from 'i18next';

export const UNITS = { minutes: 1, hours: 60, days: 1_440 } as const;
export type Unit = keyof typeof UNITS;

/** The largest unit in which minutes are a whole number. */
export function unitOf(minutes: number): Unit {
  if (minutes % UNITS.days === 0) return 'days';
  return minutes % UNITS.hours === 0 ? 'hours' : 'minutes';
}

/** A span in words: “15 min”, “1 d 12 h”. @param minutes whole, at least one */
export function spanText(minutes: number, t: TFunction): string {
  const parts: [number, Unit][] = [
    [Math.floor(minutes / UNITS.days), 'days'],
    [Math.floor((minutes % UNITS.days) / UNITS.hours), 'hours'],
    [minutes % UNITS.hours, 'minutes'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => t(`setup.span.${unit}`, { count }))
    .join(' ');
}
