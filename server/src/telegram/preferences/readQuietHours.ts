import type { QuietHours } from '@tikethet/shared/notices';

/** Two clocks with something that is no digit between them: `22:30 – 7`, `с 22 до 8`, `11pm-7am`. */
const HOURS =
  /^\D{0,12}?(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?\s*(?:-|–|—|до|to|till|until|,|\s)\s*(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?\s*$/iu;

function clockOf(hour = '', minute = '00', half = ''): string | null {
  const noon = half.toLowerCase();
  const number = Number(hour);
  if (noon !== '' && (number < 1 || number > 12)) return null;
  const hours = noon === '' ? number : (number % 12) + (noon === 'pm' ? 12 : 0);
  if (hours > 24 || Number(minute) > 59 || (hours === 24 && minute !== '00')) return null;
  return `${String(hours % 24).padStart(2, '0')}:${minute}`;
}

/** Quiet hours as people write them; null: something else was meant. */
export function readQuietHours(words: string): QuietHours | null {
  const found = HOURS.exec(words.trim());
  if (found === null) return null;
  const from = clockOf(found[1], found[2], found[3]);
  const to = clockOf(found[4], found[5], found[6]);
  return from === null || to === null || from === to ? null : { from, to };
}
