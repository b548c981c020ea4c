const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const CYRILLIC = 'йцукенгшщзхъфывапролджэячсмитьбюё';

function plain(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}

/** What the same keys would have written in the other layout: `yfcnhjqrb` ↔ `настройки`. */
export function otherLayout(text: string): string {
  return [...text.toLowerCase()]
    .map((letter) => {
      const latin = LATIN.indexOf(letter);
      if (latin >= 0) return CYRILLIC[latin] ?? letter;
      const cyrillic = CYRILLIC.indexOf(letter);
      return cyrillic >= 0 ? (LATIN[cyrillic] ?? letter) : letter;
    })
    .join('');
}

function rankOf(text: string, question: string): number | null {
  let rank = text.startsWith(question) ? 0 : 1;
  for (const word of question.split(/\s+/).filter(Boolean)) {
    if (text.startsWith(word) || text.includes(` ${word}`)) continue;
    if (!text.includes(word)) return null;
    rank += 2;
  }
  return rank;
}

/**
 * How well a name answers a question, in whatever layout it was typed: lower is better, 0 begins
 * with it, null has nothing of it.
 */
export function matchRank(name: string, question: string): number | null {
  const text = plain(name);
  const straight = rankOf(text, plain(question.trim()));
  if (straight !== null) return straight;
  const swapped = rankOf(text, plain(otherLayout(question.trim())));
  return swapped === null ? null : swapped + 1;
}

/** The best few, in their own order where they are equally good. */
export function bestOf<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  question: string,
  most: number,
): T[] {
  if (question.trim() === '') return items.slice(0, most);
  return items
    .flatMap((item) => {
      const rank = matchRank(nameOf(item), question);
      return rank === null ? [] : [{ item, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ item }) => item);
}
