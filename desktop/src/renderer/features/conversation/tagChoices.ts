import type { Tag } from '@tikethet/shared/contracts';

type Choice = Pick<Tag, 'name' | 'color'>;

/** Tags offered at once. */
const MOST = 8;

/** A word as a tag is spelt: one line, single spaces. */
export function tidyTag(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * What is offered while a tag is typed: what was typed comes first, as the desk spells it if it
 * knows it, so that Enter adds just that; then the desk's tags that hold it.
 */
export function tagChoices(tags: readonly Tag[], taken: readonly string[], text: string): Choice[] {
  const wanted = tidyTag(text);
  const key = wanted.toLowerCase();
  const free = tags.filter(({ name }) => !taken.includes(name));
  const exact = free.find(({ name }) => name.toLowerCase() === key);
  const known = taken.some((name) => name.toLowerCase() === key);
  const first: Choice[] = wanted === '' || known ? [] : [exact ?? { name: wanted, color: null }];
  const begins = free.filter((tag) => tag !== exact && tag.name.toLowerCase().startsWith(key));
  const holds = free.filter(
    (tag) => tag !== exact && !begins.includes(tag) && tag.name.toLowerCase().includes(key),
  );
  return [...first, ...begins, ...holds].slice(0, MOST);
}
