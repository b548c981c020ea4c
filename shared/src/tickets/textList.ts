/**
 * Several items as one text, as queries, addresses and saved views carry them: `a,b`. A comma that
 * belongs to an item is written `\,`, a backslash `\\`.
 */
export function joinList(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\,]/g, '\\$&')).join(',');
}

/** What {@link joinList} has joined, without blank space around the items. */
export function splitList(text: string): string[] {
  const items = [''];
  for (const [sign] of text.matchAll(/\\[\\,]|[^]/g)) {
    if (sign === ',') items.push('');
    else items[items.length - 1] += sign.length === 2 ? sign.slice(1) : sign;
  }
  return items.map((item) => item.trim());
}
