import { escapeMarkdown, parseMarkdown, toPlainText } from '@tikethet/shared/markdown';
import { LIMITS } from '@tikethet/shared/tickets';
import type { MessageEntity } from 'grammy/types';
import type { Caption } from '../../domain/telegram/chatMessages';

/** Stretches of text that the desk's Markdown can show; offsets in UTF-16 code units. */
interface Stretch {
  kind: 'bold' | 'italic' | 'strike' | 'code' | 'link' | 'pre' | 'quote';
  start: number;
  end: number;
  url: string;
  language: string;
}

const KINDS: Partial<Record<MessageEntity['type'], Stretch['kind']>> = {
  bold: 'bold',
  italic: 'italic',
  strikethrough: 'strike',
  code: 'code',
  text_link: 'link',
  pre: 'pre',
  blockquote: 'quote',
  expandable_blockquote: 'quote',
};
const MARKS = { bold: '**', italic: '_', strike: '~~' } as const;
const WORD = /[\p{L}\p{N}]/u;
const BLANK_LINE = /\n[ \t]*\n/;

function stretchOf(text: string, entity: MessageEntity): Stretch | null {
  const kind = KINDS[entity.type];
  if (kind === undefined) return null;
  let start = entity.offset;
  let end = Math.min(text.length, entity.offset + entity.length);
  // A mark beside a blank is none.
  while (kind !== 'pre' && start < end && /\s/.test(text.charAt(start))) start += 1;
  while (start < end && /\s/.test(text.charAt(end - 1))) end -= 1;
  if (start >= end) return null;
  const url = entity.type === 'text_link' ? entity.url : '';
  const language = entity.type === 'pre' ? (entity.language ?? '') : '';
  return { kind, start, end, url, language };
}

/** Whether a stretch takes whole lines, as blocks must. */
function wholeLines(text: string, { start, end }: Stretch): boolean {
  const opens = start === 0 || text.charAt(start - 1) === '\n';
  return opens && (end === text.length || text.charAt(end) === '\n');
}

/** Whether the desk's Markdown can say it at this place. */
function expressible(text: string, stretch: Stretch): boolean {
  const { kind, start, end } = stretch;
  const inner = text.slice(start, end);
  switch (kind) {
    case 'pre':
      return wholeLines(text, stretch) && !/^```[ \t]*$/m.test(inner);
    case 'quote':
      return wholeLines(text, stretch);
    case 'code':
      return !/^`|`$|\n/.test(inner);
    case 'link':
      return /^https?:\/\/\S{1,1900}$/i.test(stretch.url) && /^[^[\]\n]{1,150}$/.test(inner);
    case 'italic':
      return (
        !WORD.test(text.charAt(start - 1)) &&
        !WORD.test(text.charAt(end)) &&
        !BLANK_LINE.test(inner)
      );
    default:
      return !BLANK_LINE.test(inner);
  }
}

/** What stands behind the words of a link. */
function target(url: string): string {
  return `](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

function wrap(text: string, stretch: Stretch, inside: readonly Stretch[]): string {
  const { kind, start, end } = stretch;
  const inner = text.slice(start, end);
  switch (kind) {
    case 'pre': {
      const language = /^[A-Za-z0-9+#-]{1,20}$/.test(stretch.language) ? stretch.language : '';
      return `\`\`\`${language}\n${inner}\n\`\`\``;
    }
    case 'quote':
      return `> ${write(text, start, end, inside).replaceAll('\n', '\n> ')}`;
    case 'code': {
      const longest = Math.max(0, ...(inner.match(/`+/g) ?? []).map((run) => run.length));
      const fence = '`'.repeat(longest + 1);
      return `${fence}${inner}${fence}`;
    }
    case 'link':
      return `[${write(text, start, end, inside)}${target(stretch.url)}`;
    default:
      return `${MARKS[kind]}${write(text, start, end, inside)}${MARKS[kind]}`;
  }
}

/** The text between two places; what overlaps without being inside is left out. */
function write(text: string, from: number, to: number, stretches: readonly Stretch[]): string {
  let markdown = '';
  let at = from;
  for (const stretch of stretches) {
    if (stretch.start < at || stretch.end > to) continue;
    const inside = stretches.filter(
      (other) => other !== stretch && other.start >= stretch.start && other.end <= stretch.end,
    );
    markdown += escapeMarkdown(text.slice(at, stretch.start));
    markdown += wrap(text, stretch, inside);
    at = stretch.end;
  }
  return markdown + escapeMarkdown(text.slice(at, to));
}

/** Addresses behind words that could not be said beside them. */
function addresses(text: string, entities: readonly MessageEntity[]): string {
  const lines = entities.flatMap((entity) => {
    if (entity.type !== 'text_link') return [];
    return `${text.slice(entity.offset, entity.offset + entity.length)}: ${entity.url}`;
  });
  return lines.length === 0 ? '' : `\n\n${lines.join('\n')}`;
}

/**
 * What a person wrote in Telegram as the desk keeps it. Formatting becomes Markdown, and only when
 * what it shows is every character that was written; else the text stays plain. Where a link hides
 * behind words, its address is never lost.
 */
export function fromEntities(text: string, entities: readonly MessageEntity[] = []): Caption {
  const known = entities.flatMap((entity) => stretchOf(text, entity) ?? []);
  const usable = known
    .filter((stretch) => expressible(text, stretch))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const links = usable.filter(({ kind }) => kind === 'link');
  for (const stretches of [usable, links]) {
    if (stretches.length === 0) continue;
    const content = write(text, 0, text.length, stretches);
    if (content.length > LIMITS.content || toPlainText(parseMarkdown(content)) !== text) continue;
    const lost = entities.filter(
      (entity) => entity.type === 'text_link' && !content.includes(target(entity.url)),
    );
    return { content: content + escapeMarkdown(addresses(text, lost)), format: 'markdown' };
  }
  return { content: text + addresses(text, entities), format: 'plain' };
}

/** Several captions of an album as one text. */
export function joinCaptions(captions: readonly Caption[]): Caption {
  const said = captions.filter(({ content }) => content !== '');
  const format = said.some((caption) => caption.format === 'markdown') ? 'markdown' : 'plain';
  const words = said.map(({ content, format: own }) =>
    format === 'markdown' && own === 'plain' ? escapeMarkdown(content) : content,
  );
  return { content: words.join('\n\n').slice(0, LIMITS.content), format };
}

/** Words below the ones that they are an answer to. */
export function quoteAbove(quote: string, words: Caption): Caption {
  const quoted = `> ${escapeMarkdown(quote).replaceAll('\n', '\n> ')}`;
  const said = words.format === 'plain' ? escapeMarkdown(words.content) : words.content;
  return { content: `${quoted}\n${said}`.trimEnd(), format: 'markdown' };
}
