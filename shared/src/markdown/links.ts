import type { Inline } from './ast';

interface FoundLink {
  url: string;
  label: string;
  /** The address itself is the label. */
  bare: boolean;
  /** Characters it takes in the text. */
  length: number;
}

const NAMED = /\[([^[\]\n]{1,300})\]\((https?:\/\/[^\s()]{1,2000})\)/iy;
const BARE = /https?:\/\/[^\s<>"`«»]{1,2000}/iy;
const WORD = /[\p{L}\p{N}_]/u;
const TRAILING = /[.,;:!?…'*_~]$/;

/** `[label](https://…)` that begins at `at`. */
export function readLink(text: string, at: number): FoundLink | null {
  NAMED.lastIndex = at;
  const [all, label, url] = NAMED.exec(text) ?? [];
  if (all === undefined || label === undefined || url === undefined) return null;
  return label.trim() === '' ? null : { url, label, bare: false, length: all.length };
}

/** Takes away what ends the sentence rather than the address: `(see https://a.example/b).` */
function withoutEnding(address: string): string {
  let url = address;
  for (;;) {
    const last = url.at(-1) ?? '';
    const bracket = last === ')' ? '(' : last === ']' ? '[' : null;
    const unbalanced = bracket !== null && url.split(last).length > url.split(bracket).length;
    if (!unbalanced && !TRAILING.test(url)) return url;
    url = url.slice(0, -1);
  }
}

/** A bare http(s) address that begins at `at`. */
export function readUrl(text: string, at: number): FoundLink | null {
  if (at > 0 && WORD.test(text.charAt(at - 1))) return null;
  BARE.lastIndex = at;
  const found = BARE.exec(text)?.[0];
  if (found === undefined) return null;
  const url = withoutEnding(found);
  if (!WORD.test(url.slice(url.indexOf('://') + 3))) return null;
  return { url, label: url, bare: true, length: url.length };
}

/** Plain text with its http(s) addresses made links; nothing else is interpreted. */
export function linkify(text: string): Inline[] {
  const parts: Inline[] = [];
  let done = 0;
  for (const { index } of text.matchAll(/https?:\/\//gi)) {
    if (index < done) continue;
    const link = readUrl(text, index);
    if (link === null) continue;
    if (index > done) parts.push({ type: 'text', text: text.slice(done, index) });
    parts.push({ type: 'link', url: link.url, children: [{ type: 'text', text: link.label }] });
    done = index + link.length;
  }
  if (done < text.length) parts.push({ type: 'text', text: text.slice(done) });
  return parts;
}
