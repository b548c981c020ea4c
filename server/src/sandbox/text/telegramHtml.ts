import { badRequest } from '../botApi/apiError';
import type { TgEntity } from '../types';
import { decodeHtmlEntity, readTag, type HtmlTag } from './htmlTokens';
import { tidyText, type FormattedText } from './tidyText';

interface OpenTag {
  name: string;
  entity: Omit<TgEntity, 'length'> | null;
  /** Set for `<code class="language-x">`, which names the language of a surrounding `<pre>`. */
  language?: string;
}

const simpleTags: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  code: 'code',
  pre: 'pre',
};

/**
 * Parses the Bot API's HTML. Offsets in errors are UTF-8 bytes, offsets in entities UTF-16 units,
 * as in Telegram. Throws "can't parse entities" for unsupported, unclosed and unmatched tags.
 */
export function parseTelegramHtml(source: string): FormattedText {
  const open: OpenTag[] = [];
  const entities: TgEntity[] = [];
  let text = '';
  let at = 0;
  const fail = (reason: string, position = at) =>
    badRequest(`can't parse entities: ${reason} at byte offset ${byteOffset(source, position)}`);
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === '&') {
      const decoded = decodeHtmlEntity(source, at);
      text += decoded?.text ?? '&';
      at += decoded?.length ?? 1;
    } else if (char === '<') {
      const tag = readTag(source, at, fail);
      if (tag.closing) closeTag(tag, open, entities, text.length, fail);
      else open.push(openTag(tag, text.length, fail));
      at = tag.end;
    } else {
      text += char;
      at += 1;
    }
  }
  const unclosed = open.pop();
  if (unclosed !== undefined)
    throw badRequest(
      `can't parse entities: Can't find end tag corresponding to start tag "${unclosed.name}"`,
    );
  return tidyText(text, entities);
}

type Fail = (reason: string, position?: number) => Error;

function openTag(tag: HtmlTag, offset: number, fail: Fail): OpenTag {
  const { name, attributes } = tag;
  const entity = (type: string, more: Partial<TgEntity> = {}): OpenTag => ({
    name,
    entity: { type, offset, ...more },
  });
  if (name === 'code') {
    const language = /^language-(.+)$/.exec(attributes.get('class') ?? '')?.[1];
    return { ...entity('code'), language };
  }
  const simple = simpleTags[name];
  if (simple !== undefined) return entity(simple);
  if (name === 'span') {
    if (attributes.get('class') === 'tg-spoiler') return entity('spoiler');
    throw fail('Tag "span" must have class "tg-spoiler"', tag.start);
  }
  if (name === 'a') {
    const url = attributes.get('href') ?? '';
    return url === '' ? { name, entity: null } : entity('text_link', { url });
  }
  if (name === 'blockquote')
    return entity(attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote');
  const id = attributes.get('emoji-id') ?? '';
  if (/^\d{1,20}$/.test(id)) return entity('custom_emoji', { custom_emoji_id: id });
  throw badRequest("can't parse entities: Invalid custom emoji identifier specified");
}

function closeTag(
  tag: HtmlTag,
  open: OpenTag[],
  entities: TgEntity[],
  end: number,
  fail: Fail,
): void {
  const last = open.pop();
  if (last === undefined) throw fail('Unexpected end tag', tag.start);
  if (tag.name !== '' && tag.name !== last.name)
    throw badRequest(
      `can't parse entities: Unmatched end tag at byte offset ${tag.startByte}, expected "</${last.name}>", found "</${tag.name}>"`,
    );
  if (last.entity === null || end <= last.entity.offset) return;
  const entity: TgEntity = { ...last.entity, length: end - last.entity.offset };
  if (last.name === 'pre') return void entities.push(withLanguage(entity, entities));
  const inPre = open.some((tagAbove) => tagAbove.name === 'pre' || tagAbove.name === 'code');
  if (last.name === 'code' && inPre) {
    // Kept for the moment: the closing <pre> takes its language and drops it.
    entities.push({ ...entity, type: 'code', language: last.language });
    return;
  }
  entities.push(entity);
}

/** `<pre><code class="language-x">` is one `pre` entity with a language. */
function withLanguage(pre: TgEntity, entities: TgEntity[]): TgEntity {
  const index = entities.findIndex(
    (inner) => inner.type === 'code' && inner.offset === pre.offset && inner.length === pre.length,
  );
  if (index === -1) return pre;
  const [inner] = entities.splice(index, 1);
  return inner?.language === undefined ? pre : { ...pre, language: inner.language };
}

function byteOffset(source: string, position: number): number {
  return Buffer.byteLength(source.slice(0, position), 'utf8');
}
