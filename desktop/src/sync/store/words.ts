/** How texts become words that can be found again: letters folded, endings trimmed. */

/** Endings of Russian nouns, adjectives and verbs, the longest first. */
const RUSSIAN =
  /(?:иями|ывать|ивать|ыми|ими|ами|ями|ого|его|ому|ему|иях|иям|ией|ешь|ишь|ете|ите|уть|ить|ать|ять|еть|ают|яют|уют|ала|ила|ели|али|или|ует|ает|яет|ться|ая|яя|ое|ее|ые|ие|ый|ий|ой|ей|ую|юю|ом|ем|ам|ям|ах|ях|ов|ев|ия|ию|ии|ть|ся|ет|ит|ут|ют|ат|ят|ал|ил|ел|ла|ло|ли|а|я|о|е|ы|и|у|ю|ь|й)$/;
const ENGLISH = /(?:ingly|edly|ings|ing|ies|ied|ers|er|ed|es|ly|s|e|y)$/;
const SHORTEST_STEM = 3;

/** Small letters without ё, in one way of writing accents. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('ё', 'е');
}

/** The different words of a text, folded, in their order. */
export function wordsOf(text: string): string[] {
  return [...new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])];
}

/**
 * The beginning that the forms of a word share, as far as trimming one ending finds it: «оплаты»
 * and «оплатить» give «оплат». SQLite's full-text index knows no Russian; prefixes stand in for it.
 */
export function stem(word: string): string {
  const ending = /[а-я]/.test(word) ? RUSSIAN : ENGLISH;
  const trimmed = word.replace(ending, '');
  return trimmed.length >= SHORTEST_STEM ? trimmed : word;
}

/** All runs of three letters. */
export function trigramsOf(word: string): string[] {
  const letters = Array.from(word);
  return [
    ...new Set(letters.slice(2).map((letter, at) => letters[at]! + letters[at + 1]! + letter)),
  ];
}

/** How many typing mistakes a word of this length may hold. */
export function mistakesAllowed(length: number): number {
  return length < 4 ? 0 : length < 7 ? 1 : 2;
}

/**
 * Letters to add, drop, replace or swap with their neighbour to make `a` of `b`.
 * @param most more than this many count as one more
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, beforeLast[j - 2]! + 1);
      row.push(best);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
