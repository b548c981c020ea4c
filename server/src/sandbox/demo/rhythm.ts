import type { Random } from './random';

const HOUR = 3_600_000;

/** How busy an hour of the day is on a game server, Moscow time: quiet nights, full evenings. */
const HOURS = [
  9, 5, 3, 2, 1, 1, 2, 3, 5, 7, 9, 11, 13, 13, 14, 16, 18, 21, 25, 29, 32, 31, 25, 16,
] as const;
/** Sunday first. Players have time on Friday evening and at weekends. */
const DAYS = [1.5, 0.85, 0.8, 0.84, 0.9, 1.15, 1.55] as const;

/** The desk's clock: hour (0–23, with its fraction) and day of the week (0 = Sunday), UTC+3. */
export function deskClock(at: number): { hour: number; day: number } {
  const hours = at / HOUR + 3;
  // The first of January 1970 was a Thursday.
  return { hour: hours % 24, day: (Math.floor(hours / 24) + 4) % 7 };
}

/** Hours in which something broke and everybody wrote. */
export interface Incident {
  from: number;
  to: number;
}

/** One bad evening some weeks ago: its tickets are technical ones. */
export function incidentBefore(now: number): Incident {
  const dayStart = Math.floor((now - 23 * 24 * HOUR) / (24 * HOUR)) * 24 * HOUR;
  return { from: dayStart + 16 * HOUR, to: dayStart + 19 * HOUR };
}

/**
 * When tickets came in, oldest first (Unix milliseconds): `count` moments in the `days` before
 * `now`, slowly growing, with the rhythm of days and weeks and one incident.
 */
export function arrivals(random: Random, now: number, days: number, count: number): number[] {
  const hours = days * 24;
  const first = now - hours * HOUR;
  const incident = incidentBefore(now);
  const weights = Array.from({ length: hours }, (_, index) => {
    const at = first + index * HOUR;
    const { hour, day } = deskClock(at);
    const growth = 0.85 + (0.3 * index) / hours;
    const burst = at + HOUR > incident.from && at < incident.to ? 3.2 : 1;
    return (HOURS[Math.floor(hour)] ?? 1) * (DAYS[day] ?? 1) * growth * burst;
  });
  const sums = new Float64Array(hours);
  let total = 0;
  weights.forEach((weight, index) => {
    total += weight;
    sums[index] = total;
  });
  const moments = Array.from({ length: count }, () => {
    const wanted = random.next() * total;
    let low = 0;
    let high = hours - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return Math.floor(first + low * HOUR + random.next() * HOUR);
  });
  return moments.sort((a, b) => a - b);
}
