import { transliterate } from '../transliterate';

/** Spellings of one sound, most letters first. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, 's'],
  [/zh/g, 'z'],
  [/kh/g, 'h'],
  [/ch|ts/g, 'c'],
  [/ph/g, 'f'],
  [/ck|qu?/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/[yj]/g, 'i'],
  [/(.)\1+/g, '$1'],
];

/**
 * A word by its sound in Latin letters, so that a slip of the finger, Russian in Latin letters and
 * the usual ways to spell it land near each other: `сервер`, `server` → `server`;
 * `заход`, `zahod`, `zakhod` → `zahod`.
 */
export function soundOf(word: string): string {
  let sound = transliterate(word);
  for (const [spelling, same] of SAME) sound = sound.replace(spelling, same);
  return sound;
}

/**
 * Letters to change, drop, add or swap with their neighbour to turn one word into the other
 * (optimal string alignment); `most + 1` when it takes more than `most`.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return Math.min(row[b.length] ?? 0, most + 1);
}

/** Slips that a word of this many letters may hold and still be meant. */
export function slipsIn(length: number): number {
  if (length < 4) return 0;
  if (length < 7) return 1;
  return 2;
}
