/** An element of Telegram's HTML around a stretch of text. */
export interface Tag {
  open: string;
  close: string;
}

/** Text with the elements around it, outermost first. */
export interface Run {
  text: string;
  tags: readonly Tag[];
}

/** Formatted text as runs: what can be cut anywhere and still be written as correct HTML. */
export type Formatted = readonly Run[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as Telegram HTML that shows exactly this text, also inside an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
}

/** Runs as Telegram HTML; elements that go on over several runs are opened once. */
export function toHtml(formatted: Formatted): string {
  const open: Tag[] = [];
  let html = '';
  for (const { text, tags } of formatted) {
    let shared = 0;
    while (shared < open.length && shared < tags.length && open[shared] === tags[shared]) {
      shared += 1;
    }
    while (open.length > shared) html += open.pop()?.close ?? '';
    for (const tag of tags.slice(shared)) {
      html += tag.open;
      open.push(tag);
    }
    html += escapeHtml(text);
  }
  while (open.length > 0) html += open.pop()?.close ?? '';
  return html;
}

/** What is seen of it, without any formatting. */
export function visibleText(formatted: Formatted): string {
  return formatted.map((run) => run.text).join('');
}

/** Length as Telegram counts it: UTF-16 code units of what is visible. */
export function lengthOf(formatted: Formatted): number {
  return formatted.reduce((sum, run) => sum + run.text.length, 0);
}

/** Code units from `start` to `end` of the visible text, with their elements. */
export function sliceFormatted(formatted: Formatted, start: number, end: number): Run[] {
  const result: Run[] = [];
  let at = 0;
  for (const run of formatted) {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (text !== '') result.push({ text, tags: run.tags });
    at += run.text.length;
  }
  return result;
}
