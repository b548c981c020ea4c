import type { Inline } from './ast';
import { tokenize, type Mark, type Token } from './tokens';

const STYLES = {
  '**': 'bold',
  __: 'bold',
  '*': 'italic',
  _: 'italic',
  '~~': 'strike',
} as const satisfies Record<Mark, 'bold' | 'italic' | 'strike'>;
type Style = (typeof STYLES)[Mark];

function addText(to: Inline[], text: string): void {
  const last = to.at(-1);
  if (last?.type === 'text') last.text += text;
  else if (text !== '') to.push({ type: 'text', text });
}

/**
 * Builds the tree of `tokens[from, to)`. A style does not stand inside itself, so the tree is at
 * most three styles and a link deep and the work is proportional to the text.
 */
function build(
  tokens: readonly Token[],
  from: number,
  to: number,
  within: ReadonlySet<Style>,
  linked: boolean,
): Inline[] {
  const out: Inline[] = [];
  // Per mark: no closing one stands before this index, so looking again is pointless.
  const searchedTo = new Map<Mark, number>();

  const closingOf = (mark: Mark, after: number): number => {
    if (after < (searchedTo.get(mark) ?? 0)) return -1;
    let index = after + 1;
    for (; index < to; index += 1) {
      const token = tokens[index];
      if (token === undefined || token.type === 'gap') break;
      const closes = token.type === 'mark' && token.mark === mark && token.closes;
      if (closes && index > after + 1) return index;
    }
    searchedTo.set(mark, index);
    return -1;
  };

  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.type === 'text' || token.type === 'gap') addText(out, token.text);
    else if (token.type === 'code') out.push({ type: 'code', text: token.text });
    else if (token.type === 'link') {
      if (linked) addText(out, token.label);
      else out.push({ type: 'link', url: token.url, children: labelOf(token, within) });
    } else {
      const style = STYLES[token.mark];
      const close = token.opens && !within.has(style) ? closingOf(token.mark, index) : -1;
      if (close < 0) addText(out, token.mark);
      else {
        const inner = new Set(within).add(style);
        out.push({ type: style, children: build(tokens, index + 1, close, inner, linked) });
        index = close;
      }
    }
  }
  return out;
}

function labelOf(link: Token & { type: 'link' }, within: ReadonlySet<Style>): Inline[] {
  if (link.bare) return [{ type: 'text', text: link.label }];
  const tokens = tokenize(link.label);
  return build(tokens, 0, tokens.length, within, true);
}

/** Marks inside a paragraph or quote. Anything unclosed stays the text it is. */
export function parseInline(text: string): Inline[] {
  const tokens = tokenize(text);
  return build(tokens, 0, tokens.length, new Set(), false);
}
