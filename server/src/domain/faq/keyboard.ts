const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

const TO_RUSSIAN = new Map([...LATIN].map((key, at) => [key, RUSSIAN[at] ?? key]));
const TO_LATIN = new Map([...RUSSIAN].map((key, at) => [key, LATIN[at] ?? key]));

/**
 * The word that the same keys give on the other keyboard, Russian or English: `cthdth` → `сервер`.
 * Null when no single keyboard can have typed it or no word of two letters comes out. Lower-case in,
 * lower-case out.
 */
export function otherKeyboard(typed: string): string | null {
  const table = /^[а-яё]+$/.test(typed) ? TO_LATIN : TO_RUSSIAN;
  const other = Array.from(typed, (key) => table.get(key) ?? ' ').join('');
  return /^\p{L}{2,}$/u.test(other) ? other : null;
}
