import { readLink, readUrl } from './links';

export type Mark = '**' | '__' | '~~' | '*' | '_';

export type Token =
  | { type: 'text'; text: string }
  | { type: 'code'; text: string }
  | { type: 'link'; url: string; label: string; bare: boolean }
  | { type: 'mark'; mark: Mark; opens: boolean; closes: boolean }
  /** A blank line: emphasis never reaches across it. */
  | { type: 'gap'; text: string };

const ESCAPABLE = new Set('\\`*_~[]()>#!-+.|{}');
const WORD = /[\p{L}\p{N}]/u;
const GAP = /\n[ \t]*\n\s*/y;
const BACKTICKS = /`+/y;
const MARKS = /\*+|_+|~+/y;
const PLAIN = /[^\\`*_~[\nhH]+/y;

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function isBlank(char: string | undefined): boolean {
  return char === undefined || /\s/.test(char);
}

/** Splits a run such as `***` into marks, so that what opens first closes last. */
function marksOf(run: string, before: string | undefined, after: string | undefined): Token[] {
  const sign = run.charAt(0);
  const usual = sign === '~' ? run.length === 2 : run.length <= 3;
  if (!usual) return [{ type: 'text', text: run }];
  const inWord = { before: WORD.test(before ?? ''), after: WORD.test(after ?? '') };
  const side = (mark: Mark): Token => {
    // `2*3*4` and `snake_case` are not emphasis; `**` and `~~` may stand inside a word.
    const strict = mark === '*' || sign === '_';
    const opens = !isBlank(after) && !(strict && inWord.before);
    const closes = !isBlank(before) && !(strict && inWord.after);
    return { type: 'mark', mark, opens, closes };
  };
  const double = (sign + sign) as Mark;
  const single = sign as Mark;
  if (run.length === 1) return [side(single)];
  if (run.length === 2) return [side(double)];
  return isBlank(before) || inWord.after
    ? [side(double), side(single)]
    : [side(single), side(double)];
}

/** Reads `` `code` `` at `at`: the content and where it ends, or null when nothing closes it. */
function readCode(text: string, at: number, run: string): { text: string; end: number } | null {
  const newline = text.indexOf('\n', at);
  const line = text.slice(at + run.length, newline < 0 ? undefined : newline);
  let close = line.indexOf(run);
  while (close >= 0) {
    const length = matchAt(BACKTICKS, line, close)?.length ?? 0;
    if (length === run.length) {
      const content = line.slice(0, close);
      return content.trim() === ''
        ? null
        : { text: content, end: at + run.length + close + length };
    }
    close = line.indexOf(run, close + length);
  }
  return null;
}

/** Cuts text into tokens. Together they hold every character but escapes, in order. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const addText = (part: string): void => {
    const last = tokens.at(-1);
    if (last?.type === 'text') last.text += part;
    else tokens.push({ type: 'text', text: part });
    at += part.length;
  };
  // Run lengths of backticks that nothing closes before this position: not searched again.
  const openCode = new Map<number, number>();

  while (at < text.length) {
    const char = text.charAt(at);
    const next = text.charAt(at + 1);
    if (char === '\\' && ESCAPABLE.has(next)) {
      at += 1;
      addText(next);
    } else if (char === '\n') {
      const gap = matchAt(GAP, text, at);
      if (gap === null) addText(char);
      else {
        tokens.push({ type: 'gap', text: gap });
        at += gap.length;
      }
    } else if (char === '`') {
      const run = matchAt(BACKTICKS, text, at) ?? char;
      const code = at < (openCode.get(run.length) ?? 0) ? null : readCode(text, at, run);
      if (code === null) {
        const newline = text.indexOf('\n', at);
        openCode.set(run.length, newline < 0 ? text.length : newline);
        addText(run);
      } else {
        tokens.push({ type: 'code', text: code.text });
        at = code.end;
      }
    } else if (char === '*' || char === '_' || char === '~') {
      const run = matchAt(MARKS, text, at) ?? char;
      const before = at === 0 ? undefined : text.charAt(at - 1);
      const end = at + run.length;
      const after = end < text.length ? text.charAt(end) : undefined;
      const [first, ...rest] = marksOf(run, before, after);
      if (first?.type === 'text') addText(first.text);
      else {
        if (first) tokens.push(first, ...rest);
        at = end;
      }
    } else {
      const link = char === '[' ? readLink(text, at) : readUrl(text, at);
      if (link === null) addText(matchAt(PLAIN, text, at) ?? char);
      else {
        tokens.push({ type: 'link', url: link.url, label: link.label, bare: link.bare });
        at += link.length;
      }
    }
  }
  return tokens;
}
