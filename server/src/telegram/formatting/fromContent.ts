import { parseMarkdown, type Block, type Inline } from '@tikethet/shared/markdown';
import { escapeHtml, type Formatted, type Run, type Tag } from './formatted';

const STYLES: Record<'bold' | 'italic' | 'strike', Tag> = {
  bold: { open: '<b>', close: '</b>' },
  italic: { open: '<i>', close: '</i>' },
  strike: { open: '<s>', close: '</s>' },
};
const CODE: Tag = { open: '<code>', close: '</code>' };
const PRE: Tag = { open: '<pre>', close: '</pre>' };
export const BOLD = STYLES.bold;

function fromInline(children: readonly Inline[], tags: readonly Tag[]): Run[] {
  return children.flatMap((child): Run[] => {
    switch (child.type) {
      case 'text':
        return [{ text: child.text, tags }];
      case 'code':
        return [{ text: child.text, tags: [...tags, CODE] }];
      case 'link': {
        const tag = { open: `<a href="${escapeHtml(child.url)}">`, close: '</a>' };
        return fromInline(child.children, [...tags, tag]);
      }
      default:
        return fromInline(child.children, [...tags, STYLES[child.type]]);
    }
  });
}

function fromBlock(block: Block): Run[] {
  if (block.type === 'paragraph') return fromInline(block.children, []);
  if (block.type === 'quote') {
    // A tag of its own: two quotes in a row stay two.
    return fromInline(block.children, [{ open: '<blockquote>', close: '</blockquote>' }]);
  }
  if (block.language === null) return [{ text: block.text, tags: [{ ...PRE }] }];
  const code = {
    open: `<code class="language-${escapeHtml(block.language)}">`,
    close: '</code>',
  };
  return [{ text: block.text, tags: [{ ...PRE }, code] }];
}

/** What staff wrote, as runs: plain text shows every character, Markdown its formatting. */
export function fromContent(content: string, format: 'plain' | 'markdown'): Formatted {
  // Telegram takes a ring above out of every text; as one character with its letter it stays.
  const text = content.replace(/\p{L}\u030a/gu, (letter) => letter.normalize('NFC'));
  if (format === 'plain') return [{ text, tags: [] }];
  return parseMarkdown(text).flatMap((block, index) =>
    index === 0 ? fromBlock(block) : [{ text: '\n', tags: [] }, ...fromBlock(block)],
  );
}
