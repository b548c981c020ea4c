/** A text field's text and what is selected in it. */
export interface Selection {
  text: string;
  start: number;
  end: number;
}

/** What to put in place of a part of the text, and what to select afterwards. */
export interface TextEdit {
  from: number;
  to: number;
  insert: string;
  start: number;
  end: number;
}

/** Marks around a selection; a selection that has them loses them. */
export function wrapped({ text, start, end }: Selection, mark: string): TextEdit {
  const size = mark.length;
  const inner = text.slice(start, end);
  const around = text.slice(start - size, start) === mark && text.slice(end, end + size) === mark;
  if (around) {
    return {
      from: start - size,
      to: end + size,
      insert: inner,
      start: start - size,
      end: end - size,
    };
  }
  const within = inner.length >= 2 * size && inner.startsWith(mark) && inner.endsWith(mark);
  if (within) {
    const bare = inner.slice(size, -size);
    return { from: start, to: end, insert: bare, start, end: start + bare.length };
  }
  // Marks beside blank space are none: it stays outside.
  const lead = /^\s*/.exec(inner)?.[0].length ?? 0;
  const trail = inner.trim() === '' ? 0 : (/\s*$/.exec(inner)?.[0].length ?? 0);
  const [from, to] = inner.trim() === '' ? [start, end] : [start + lead, end - trail];
  const kept = text.slice(from, to);
  return { from, to, insert: mark + kept + mark, start: from + size, end: to + size };
}

/** `> ` before each selected line, or away from all that have it. */
export function quoted({ text, start, end }: Selection): TextEdit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const all = lines.every((line) => line.startsWith('> '));
  const insert = lines.map((line) => (all ? line.slice(2) : `> ${line}`)).join('\n');
  return { from, to, insert, start: from, end: from + insert.length };
}

/** A code mark: backticks within a line, a fence around several. */
export function coded(selection: Selection): TextEdit {
  const { text, start, end } = selection;
  const inner = text.slice(start, end);
  if (!inner.includes('\n')) return wrapped(selection, '`');
  const before = start > 0 && text[start - 1] !== '\n' ? '\n' : '';
  const after = end < text.length && text[end] !== '\n' ? '\n' : '';
  const insert = `${before}\`\`\`\n${inner}\n\`\`\`${after}`;
  const begin = start + before.length + 4;
  return { from: start, to: end, insert, start: begin, end: begin + inner.length };
}

/** `[selected](https://)`, with the address selected to be typed over. */
export function linked({ text, start, end }: Selection): TextEdit {
  const inner = text.slice(start, end);
  if (/^https?:\/\/\S+$/.test(inner)) {
    return { from: start, to: end, insert: `[](${inner})`, start: start + 1, end: start + 1 };
  }
  const address = start + inner.length + 3;
  const insert = `[${inner}](https://)`;
  return { from: start, to: end, insert, start: address, end: address + 8 };
}

/** Text in place of the selection, with the cursor behind it. */
export function inserted({ start, end }: Selection, insert: string): TextEdit {
  const place = start + insert.length;
  return { from: start, to: end, insert, start: place, end: place };
}

/** Applies an edit as if it was typed: the field's own undo knows it. */
export function applyEdit(area: HTMLTextAreaElement, edit: TextEdit): void {
  area.focus();
  area.setSelectionRange(edit.from, edit.to);
  // Deprecated, but the one way that the field's own undo knows of.
  if (!document.execCommand('insertText', false, edit.insert)) {
    area.setRangeText(edit.insert, edit.from, edit.to);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
  area.setSelectionRange(edit.start, edit.end);
}

export function selectionOf(area: HTMLTextAreaElement): Selection {
  return { text: area.value, start: area.selectionStart, end: area.selectionEnd };
}
