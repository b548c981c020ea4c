import type { TgEntity } from '../types';

const patterns: readonly [type: string, pattern: RegExp][] = [
  ['url', /\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/giu],
  ['email', /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/gu],
  ['bot_command', /(?<![\w/<])\/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])/gu],
  ['mention', /(?<![\w@])@[A-Za-z]\w{3,31}\b/gu],
  ['hashtag', /(?<![\p{L}\d_#])#[\p{L}\d_]*[\p{L}_][\p{L}\d_]*/gu],
];

const opaque = new Set(['code', 'pre', 'text_link']);

/** Entities that Telegram finds by itself: links, addresses, commands, mentions and hashtags. */
export function findAutoEntities(text: string, existing: readonly TgEntity[]): TgEntity[] {
  const taken = existing.filter((entity) => opaque.has(entity.type));
  const found: TgEntity[] = [];
  for (const [type, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (![...taken, ...found].some((other) => overlaps(other, entity))) found.push(entity);
    }
  }
  return found;
}

function overlaps(a: TgEntity, b: TgEntity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
