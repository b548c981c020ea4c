const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Midnight of a day in the person's zone. */
function midnight(day: string, later = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later);
}

function dayOf(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/**
 * The moments that two days mean, the second one included.
 * @param text `2026-11-01..2026-11-20`
 * @returns null for anything else
 */
export function rangeOf(text: string): { createdFrom: string; createdTo: string } | null {
  const [from, to, ...rest] = text.split('..');
  if (from === undefined || to === undefined || rest.length > 0) return null;
  if (!DAY.test(from) || !DAY.test(to) || from > to) return null;
  const [begin, end] = [midnight(from), midnight(to, 1)];
  if (Number.isNaN(begin.getTime()) || Number.isNaN(end.getTime())) return null;
  return { createdFrom: begin.toISOString(), createdTo: end.toISOString() };
}

/** The days that two moments mean; undefined when one of them is missing. */
export function rangeText(from: string | undefined, to: string | undefined): string | undefined {
  if (from === undefined || to === undefined) return undefined;
  return `${dayOf(new Date(from))}..${dayOf(new Date(new Date(to).getTime() - 1))}`;
}
