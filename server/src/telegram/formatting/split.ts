import { lengthOf, sliceFormatted, type Formatted, type Run } from './formatted';

/** What Telegram takes in one message and in one caption, in visible UTF-16 code units. */
export const TEXT_LIMIT = 4_096;
export const CAPTION_LIMIT = 1_024;

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const LOW_SURROGATE = /[\udc00-\udfff]/;
const HIGH_SURROGATE = /[\ud800-\udbff]/;
/** What people do not see: Telegram refuses a message of nothing else. */
// oxlint-disable-next-line no-misleading-character-class -- single code points are meant
const NOTHING_SEEN = /^[\s\p{Cf}\p{Cc}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]*$/u;

/** The end of the last whole letter as people see letters (of emoji that are one picture, say). */
function letterEnd(text: string, limit: number): number {
  const start = letters.segment(text.slice(0, limit + 2)).containing(limit)?.index ?? limit;
  if (start > 0) return start;
  // One letter that is longer than a message: at least its code points stay whole.
  const inPair =
    HIGH_SURROGATE.test(text.charAt(limit - 1)) && LOW_SURROGATE.test(text.charAt(limit));
  return inPair ? limit - 1 : limit;
}

/** Where to cut a text that is too long: after a line, else between words, else between letters. */
function cutAt(text: string, limit: number): number {
  const head = text.slice(0, limit + 1);
  const line = head.lastIndexOf('\n');
  if (line > limit / 2) return line;
  const blank = head.search(/\s\S*$/);
  // A blank may belong to a letter: a mark that stands on it.
  if (blank > limit / 2 && letterEnd(text, blank) === blank) return blank;
  return letterEnd(text, limit);
}

function blankAt(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

/**
 * Cuts formatted text into parts of at most `limit` visible code units (the first of `firstLimit`),
 * between words where there are any; the blank space at a cut goes. Text in which nothing is seen
 * has no parts.
 */
export function splitFormatted(
  formatted: Formatted,
  limit: number = TEXT_LIMIT,
  firstLimit: number = limit,
): Run[][] {
  const text = formatted.map((run) => run.text).join('');
  const parts: Run[][] = [];
  let start = 0;
  const total = lengthOf(formatted);
  while (start < total) {
    while (start < total && blankAt(text, start)) start += 1;
    if (start === total) break;
    const room = parts.length === 0 ? firstLimit : limit;
    const rest = text.slice(start);
    let end = rest.length <= room ? total : start + cutAt(rest, room);
    const next = end;
    while (end > start && blankAt(text, end - 1)) end -= 1;
    if (!NOTHING_SEEN.test(text.slice(start, end))) {
      parts.push(sliceFormatted(formatted, start, end));
    }
    start = next;
  }
  return parts;
}
