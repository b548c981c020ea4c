import { parseMarkdown, toPlainText } from '@tikethet/shared/markdown';

/** Characters of a message that lists show. */
const LENGTH = 200;

/** What a message's text shows, without its marks. */
export function shownText(content: string, format: 'plain' | 'markdown'): string {
  return format === 'plain' ? content : toPlainText(parseMarkdown(content));
}

/** The beginning of a message for lists; never cut inside a character. */
export function preview(content: string, format: 'plain' | 'markdown' = 'plain'): string {
  const letters = Array.from(shownText(content, format));
  return letters.length <= LENGTH ? letters.join('') : `${letters.slice(0, LENGTH - 1).join('')}…`;
}
