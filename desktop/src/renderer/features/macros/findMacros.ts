import type { Macro } from '@tikethet/shared/contracts';

/** What is offered at once. */
const MOST = 50;

function plain(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}

/** Lower is better; null: nothing in common. */
function rankOf(macro: Macro, words: readonly string[]): number | null {
  const name = plain(macro.name);
  const body = plain(`${macro.texts.ru ?? ''} ${macro.texts.en ?? ''}`);
  let rank = 0;
  for (const word of words) {
    if (name.startsWith(word)) continue;
    if (name.includes(` ${word}`)) rank += 1;
    else if (name.includes(word)) rank += 2;
    else if (body.includes(word)) rank += 4;
    else return null;
  }
  return rank;
}

/**
 * Macros for a ticket: those of its category or of all, what was searched for first by name, else
 * those used last on this device before the others.
 * @param recent ids, the last used first
 */
export function findMacros(
  macros: readonly Macro[],
  { search, categoryId, recent }: { search: string; categoryId: string; recent: readonly string[] },
): Macro[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const placeOf = ({ id }: Macro) => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  return macros
    .filter(({ categoryIds }) => categoryIds.length === 0 || categoryIds.includes(categoryId))
    .flatMap((macro) => {
      const rank = rankOf(macro, words);
      return rank === null ? [] : [{ macro, rank }];
    })
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        placeOf(a.macro) - placeOf(b.macro) ||
        a.macro.name.localeCompare(b.macro.name),
    )
    .slice(0, MOST)
    .map(({ macro }) => macro);
}
