import type { QueryBuilder } from 'objection';
import type { User } from './user';

/** More words than any name has make no better match. */
const MOST_WORDS = 6;

/**
 * People by words of their name or username, or by Telegram id.
 * All words must occur in the name (one or two letters: at the start of a word, which is what
 * trigrams can find), or the whole resembles a part of it.
 */
export function namedLike(query: QueryBuilder<User>, search: string): void {
  const wanted = search.toLowerCase();
  const words = wanted.replace(/@/g, ' ').split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  query.where((either) => {
    either.where((all) => {
      if (words.length === 0) all.whereRaw('false');
      for (const word of words) {
        const literal = word.replace(/[\\%_]/g, '\\$&');
        if (Array.from(word).length > 2) all.whereRaw('search_name like ?', [`%${literal}%`]);
        else {
          all.whereRaw('(search_name like ? or search_name like ?)', [
            `${literal}%`,
            `% ${literal}%`,
          ]);
        }
      }
    });
    if (wanted.length > 3) either.orWhereRaw('? <% search_name', [wanted]);
    if (/^\d{1,15}$/.test(wanted)) either.orWhere('telegramId', Number(wanted));
  });
}
