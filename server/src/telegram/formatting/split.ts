import { lengthOf, sliceFormatted, type Formatted, type Run } from './formatted';

/** What Telegram takes in one message and in one caption, in visible UTF-16 code units. */
export const TEXT_LIMIT = 4_096;
export const CAPTION_LIMIT = 1_024;

const LOW_SURROGATE = /[\udc00-\udfff]/;
const HIGH_SURROGATE = /[\ud800-\udbff]/;

/** Where to cut a text that is too long: after a line, else between words, else between letters. */
function cutAt(text: string, limit: number): number {
  const head = text.slice(0, limit + 1);
  const line = head.lastIndexOf('\n');
  if (line > limit / 2) return line;
  const blank = head.search(/\s\S*$/);
  if (blank > limit / 2) return blank;
  const inPair =
    HIGH_SURROGATE.test(text.charAt(limit - 1)) && LOW_SURROGATE.test(text.charAt(limit));
  return inPair ? limit - 1 : limit;
}

function blankAt(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

/**
 * Cuts formatted text into parts of at most `limit` visible code units, between words where there
 * are any; the blank space at a cut goes. Blank text has no parts.
 */
export function splitFormatted(formatted: Formatted, limit: number = TEXT_LIMIT): Run[][] {
  const text = formatted.map((run) => run.text).join('');
  const parts: Run[][] = [];
  let start = 0;
  const total = lengthOf(formatted);
  while (start < total) {
    while (start < total && blankAt(text, start)) start += 1;
    if (start === total) break;
    const rest = text.slice(start);
    const whole = rest.length <= limit;
    let end = whole ? total : start + cutAt(rest, limit);
    const next = end;
    while (end > start && blankAt(text, end - 1)) end -= 1;
    parts.push(sliceFormatted(formatted, start, end));
    start = next;
  }
  return parts;
}
