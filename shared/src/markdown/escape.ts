import { linkify } from './links';

/** Everything that the desk's Markdown could take for a mark. */
const MARKS = /[\\`*_~[\]>]/g;

/** Text as Markdown that shows exactly this text. Addresses stay bare, they are read as they are. */
export function escapeMarkdown(text: string): string {
  return linkify(text)
    .map((part) => (part.type === 'text' ? part.text.replace(MARKS, '\\$&') : textOf(part)))
    .join('');
}

function textOf(part: ReturnType<typeof linkify>[number]): string {
  if ('text' in part) return part.text;
  return part.children.map(textOf).join('');
}
