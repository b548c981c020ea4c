import type { Block } from './ast';
import { parseInline } from './inline';

export { toPlainText, type Block, type Inline } from './ast';
export { escapeMarkdown } from './escape';
export { linkify } from './links';

const FENCE_OPENS = /^```([A-Za-z0-9+#-]{0,20})[ \t]*$/;
const FENCE_CLOSES = /^```[ \t]*$/;
const QUOTED = /^> ?/;

/** Lines of a code block that begins at `at`: the index of the closing fence, or -1. */
function closingFence(lines: readonly string[], at: number): number {
  for (let index = at + 1; index < lines.length; index += 1) {
    if (FENCE_CLOSES.test(lines[index] ?? '')) return index;
  }
  return -1;
}

/**
 * Reads the small subset of Markdown that staff may write: `**bold**`, `*italic*` or `_italic_`,
 * `~~strike~~`, `` `code` ``, fenced code, `> quote`, `[label](https://…)`, bare http(s)
 * addresses, `\` before a mark to keep it. Headings, lists, pictures and HTML stay plain text.
 * Never throws; what is not understood is kept as it was written.
 */
export function parseMarkdown(text: string): Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  let plain: string[] = [];
  let fencesEnd = false;

  const endParagraph = (): void => {
    if (plain.length > 0)
      blocks.push({ type: 'paragraph', children: parseInline(plain.join('\n')) });
    plain = [];
  };

  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const language = fencesEnd ? undefined : FENCE_OPENS.exec(line)?.[1];
    const close = language === undefined ? -1 : closingFence(lines, at);
    if (language !== undefined && close > at + 1) {
      endParagraph();
      const code = lines.slice(at + 1, close).join('\n');
      blocks.push({ type: 'codeBlock', language: language === '' ? null : language, text: code });
      at = close;
    } else if (QUOTED.test(line)) {
      endParagraph();
      const quoted: string[] = [];
      while (at < lines.length && QUOTED.test(lines[at] ?? '')) {
        quoted.push((lines[at] ?? '').replace(QUOTED, ''));
        at += 1;
      }
      at -= 1;
      blocks.push({ type: 'quote', children: parseInline(quoted.join('\n')) });
    } else {
      if (language !== undefined && close < 0) fencesEnd = true;
      plain.push(line);
    }
  }
  endParagraph();
  return blocks;
}
