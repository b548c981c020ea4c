/** A piece of a line. Line breaks stand as `\n` inside `text`. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'code'; text: string }
  | { type: 'bold' | 'italic' | 'strike'; children: Inline[] }
  /** `url` always begins with http:// or https://. */
  | { type: 'link'; url: string; children: Inline[] };

/** A piece of a message; between two blocks there was one line break. */
export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'quote'; children: Inline[] }
  | { type: 'codeBlock'; language: string | null; text: string };

function inlineText(children: readonly Inline[]): string {
  return children
    .map((child) => ('children' in child ? inlineText(child.children) : child.text))
    .join('');
}

/** What is left when the marks are taken away: for previews, notifications and search. */
export function toPlainText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => (block.type === 'codeBlock' ? block.text : inlineText(block.children)))
    .join('\n');
}
