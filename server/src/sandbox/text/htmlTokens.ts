export interface HtmlTag {
  /** Lower case; empty for `</>`, which closes whatever is open. */
  name: string;
  closing: boolean;
  attributes: Map<string, string>;
  /** Index of `<`, the same as a UTF-8 byte offset, and the index after `>`. */
  start: number;
  startByte: number;
  end: number;
}

const supported = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji span pre code blockquote'.split(' '),
);

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/**
 * Decodes `&lt; &gt; &amp; &quot;` and numeric references at `at`; undefined when it is none of
 * them, in which case Telegram leaves the ampersand as it stands.
 */
export function decodeHtmlEntity(
  source: string,
  at: number,
): { text: string; length: number } | undefined {
  const match = /^&(?:(lt|gt|amp|quot)|#(\d{1,7})|#x([0-9a-f]{1,6}));?/i.exec(
    source.slice(at, at + 12),
  );
  if (match === null) return undefined;
  const [whole, name, decimal, hex] = match;
  if (name !== undefined) {
    const text = named[name];
    return text === undefined ? undefined : { text, length: whole.length };
  }
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  if (code === 0 || code >= 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return { text: String.fromCodePoint(code), length: whole.length };
}

/** Reads one tag that begins at `start`; throws what `fail` makes for broken ones. */
export function readTag(
  source: string,
  start: number,
  fail: (reason: string, position?: number) => Error,
): HtmlTag {
  const closing = source.charAt(start + 1) === '/';
  let at = start + (closing ? 2 : 1);
  const nameStart = at;
  while (at < source.length && !/[\s>]/.test(source.charAt(at))) at += 1;
  const name = source.slice(nameStart, at).toLowerCase();
  const tag: HtmlTag = {
    name,
    closing,
    attributes: new Map(),
    start,
    startByte: Buffer.byteLength(source.slice(0, start), 'utf8'),
    end: at,
  };
  if (closing) {
    while (/\s/.test(source.charAt(at))) at += 1;
    if (source.charAt(at) !== '>') throw fail('Unclosed end tag', start);
    return { ...tag, end: at + 1 };
  }
  if (at >= source.length) throw fail('Unclosed start tag', start);
  if (!supported.has(name)) throw fail(`Unsupported start tag "${name}"`, start);
  for (;;) {
    while (/\s/.test(source.charAt(at))) at += 1;
    if (at >= source.length) throw fail('Unclosed start tag', start);
    if (source.charAt(at) === '>') return { ...tag, end: at + 1 };
    at = readAttribute(source, at, tag, fail);
  }
}

function readAttribute(
  source: string,
  from: number,
  tag: HtmlTag,
  fail: (reason: string, position?: number) => Error,
): number {
  let at = from;
  while (at < source.length && !/[\s=>/"']/.test(source.charAt(at))) at += 1;
  const name = source.slice(from, at).toLowerCase();
  if (name === '') throw fail(`Empty attribute name in the tag "${tag.name}"`, tag.start);
  while (/\s/.test(source.charAt(at))) at += 1;
  if (source.charAt(at) !== '=') {
    tag.attributes.set(name, '');
    return at;
  }
  at += 1;
  while (/\s/.test(source.charAt(at))) at += 1;
  const quote = source.charAt(at);
  if (quote !== '"' && quote !== "'") {
    const valueStart = at;
    while (at < source.length && /[^\s>]/.test(source.charAt(at))) at += 1;
    tag.attributes.set(name, source.slice(valueStart, at).toLowerCase());
    return at;
  }
  const end = source.indexOf(quote, at + 1);
  if (end === -1) throw fail('Unclosed start tag', tag.start);
  const raw = source.slice(at + 1, end);
  tag.attributes.set(
    name,
    raw.replace(/&[#a-z0-9]+;?/gi, (found) => decodeHtmlEntity(found, 0)?.text ?? found),
  );
  return end + 1;
}
