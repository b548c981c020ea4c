import { transliterate } from '../transliterate';

/** Characters; room for `new_` and a counter within Telegram's 64 for a deep link. */
const MOST = 40;

/**
 * A name in the letters of a deep link: `Баны и наказания` → `bany-i-nakazaniya`.
 * @param otherwise for a name of which nothing is left, for example 日本語 or an emoji
 */
export function slugOf(name: string, otherwise = 'category'): string {
  const slug = transliterate(name)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? otherwise : slug;
}
