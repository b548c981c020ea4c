import { otherKeyboard } from './keyboard';

/** A word that somebody looks for. */
export interface TypedWord {
  /** Lower-case, `ё` as `е`: people leave its dots out. */
  word: string;
  /** What it would be on the other keyboard, with the marks around it; null: nothing. */
  otherKeyboard: string | null;
}

/** Lower-case letters with `ё` as `е`, as articles and questions are compared. */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}

const LETTERS = /[\p{L}\p{N}]+/gu;

/**
 * The different words of a text in their order, at most so many. Punctuation belongs to a word of
 * the other keyboard: `,fy` is «бан».
 */
export function wordsOf(text: string, most: number): TypedWord[] {
  const found = new Map<string, TypedWord>();
  for (const chunk of fold(text).split(/\s+/)) {
    const words = chunk.match(LETTERS) ?? [];
    const whole = otherKeyboard(chunk);
    for (const word of words) {
      if (found.size === most) return [...found.values()];
      if (found.has(word)) continue;
      const bare = otherKeyboard(word);
      // Of `,fy` the keyboard gives «бан», of its letters alone only «ан».
      found.set(word, { word, otherKeyboard: words.length === 1 ? (whole ?? bare) : bare });
    }
  }
  return [...found.values()];
}
