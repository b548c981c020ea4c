const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

const TO_RUSSIAN = new Map([...LATIN].map((key, at) => [key, RUSSIAN[at] ?? key]));
const TO_LATIN = new Map([...RUSSIAN].map((key, at) => [key, LATIN[at] ?? key]));

/**
 * What the same keys give on the other keyboard, Russian or English: `cthdth` → `сервер`. Null when
 * no single keyboard can have typed it. Lower-case in, lower-case out.
 */
export function otherKeyboard(typed: string): string | null {
  const table = /^[а-яё]+$/.test(typed) ? TO_LATIN : TO_RUSSIAN;
  const keys = Array.from(typed, (key) => table.get(key));
  return keys.every((key) => key !== undefined) ? keys.join('') : null;
}
