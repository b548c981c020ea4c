import { describe, expect, it } from 'vitest';
import { TelegramApiError } from '../botApi/apiError';
import { formatText } from './formattedText';
import { parseTelegramHtml } from './telegramHtml';

const refusal = (source: string): string => {
  try {
    parseTelegramHtml(source);
  } catch (error) {
    if (error instanceof TelegramApiError) return error.description;
    throw error;
  }
  return 'accepted';
};

describe('parseTelegramHtml', () => {
  it.each([
    ['<b>x</b>', 'bold'],
    ['<strong>x</strong>', 'bold'],
    ['<i>x</i>', 'italic'],
    ['<em>x</em>', 'italic'],
    ['<u>x</u>', 'underline'],
    ['<ins>x</ins>', 'underline'],
    ['<s>x</s>', 'strikethrough'],
    ['<strike>x</strike>', 'strikethrough'],
    ['<del>x</del>', 'strikethrough'],
    ['<span class="tg-spoiler">x</span>', 'spoiler'],
    ['<tg-spoiler>x</tg-spoiler>', 'spoiler'],
    ['<code>x</code>', 'code'],
    ['<pre>x</pre>', 'pre'],
    ['<blockquote>x</blockquote>', 'blockquote'],
    ['<blockquote expandable>x</blockquote>', 'expandable_blockquote'],
    ['<B>x</B>', 'bold'],
  ])('reads %s', (source, type) => {
    expect(parseTelegramHtml(source)).toEqual({
      text: 'x',
      entities: [{ type, offset: 0, length: 1 }],
    });
  });

  it('counts offsets in UTF-16 units and nests', () => {
    expect(parseTelegramHtml('👋 <b>при<i>вет</i></b>!')).toEqual({
      text: '👋 привет!',
      entities: [
        { type: 'bold', offset: 3, length: 6 },
        { type: 'italic', offset: 6, length: 3 },
      ],
    });
  });

  it('reads links, custom emoji and code languages', () => {
    expect(parseTelegramHtml('<a href="https://a.b/?x=1&amp;y=2">l</a>').entities).toEqual([
      { type: 'text_link', offset: 0, length: 1, url: 'https://a.b/?x=1&y=2' },
    ]);
    expect(parseTelegramHtml('<tg-emoji emoji-id="5368">👍</tg-emoji>').entities).toEqual([
      { type: 'custom_emoji', offset: 0, length: 2, custom_emoji_id: '5368' },
    ]);
    expect(
      parseTelegramHtml('<pre><code class="language-python">x = 1</code></pre>').entities,
    ).toEqual([{ type: 'pre', offset: 0, length: 5, language: 'python' }]);
  });

  it('decodes the four named and numeric references and nothing else', () => {
    expect(parseTelegramHtml('&lt;b&gt; &amp; &quot; &#8364; &#x20AC; &nbsp; & x').text).toBe(
      '<b> & " € € &nbsp; & x',
    );
  });

  it('trims and moves the entities along', () => {
    expect(parseTelegramHtml('  \n <b> a </b>\n ')).toEqual({
      text: 'a',
      entities: [{ type: 'bold', offset: 0, length: 1 }],
    });
  });

  it.each([
    ['<b>x', `Can't find end tag corresponding to start tag "b"`],
    ['<div>x</div>', 'Unsupported start tag "div" at byte offset 0'],
    ['ё<br>', 'Unsupported start tag "br" at byte offset 2'],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
    ['<b><i>x</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['1 < 2', 'Unsupported start tag "" at byte offset 2'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<a href="x>y</a>', 'Unclosed start tag at byte offset 0'],
  ])('refuses %s', (source, reason) => {
    expect(refusal(source)).toBe(`Bad Request: can't parse entities: ${reason}`);
  });
});

describe('formatText', () => {
  it('finds commands, links, mentions, addresses and hashtags', () => {
    const { entities } = formatText('/start https://a.bc. @some_one a@b.co #тег', undefined, null);
    expect(entities.map(({ type, offset, length }) => [type, offset, length])).toEqual([
      ['bot_command', 0, 6],
      ['url', 7, 12],
      ['mention', 21, 9],
      ['email', 31, 6],
      ['hashtag', 38, 4],
    ]);
  });

  it('keeps angle brackets when there is no parse mode', () => {
    expect(formatText('<b>x</b>', undefined, undefined).text).toBe('<b>x</b>');
  });

  it('refuses MarkdownV2', () => {
    expect(() => formatText('*x*', 'MarkdownV2', undefined)).toThrow(/unsupported parse_mode/);
  });
});
