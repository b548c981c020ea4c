import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTelegramHtml } from '../../sandbox/text/telegramHtml';
import { lengthOf, toHtml, type Formatted } from './formatted';
import { fromContent } from './fromContent';
import { splitFormatted } from './split';

const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '**',
        '*',
        '_',
        '~~',
        '`',
        '```\n',
        '\n',
        '> ',
        '[a](https://x.y/?a=1&b="2")',
      ),
      fc.constantFrom(
        '<b>',
        '</b>',
        '&amp;',
        '&',
        '"',
        '😀',
        '👩‍👩‍👧',
        'слово ',
        ' ',
        '\n\n',
        '\ud83d',
      ),
      fc.string({ maxLength: 12 }),
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(''));

const visible = (formatted: Formatted) => formatted.map(({ text }) => text).join('');
const squeezed = (text: string) => text.replace(/\s+/g, '');
/** Where nothing is seen there may be no message for it. */
const seen = (text: string) => text.replace(/[\s\p{Cf}\p{Cc}]+/gu, '');

describe('toHtml', () => {
  it('is HTML that Telegram takes, whatever staff write', () => {
    fc.assert(
      fc.property(
        markup,
        fc.constantFrom('plain' as const, 'markdown' as const),
        (text, format) => {
          const formatted = fromContent(text, format);
          expect(squeezed(parseTelegramHtml(toHtml(formatted)).text)).toBe(
            squeezed(visible(formatted).replace(/[\u0000-\u001f]/g, ' ')),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('shows plain text as it was written', () => {
    const html = toHtml(fromContent('<b>&amp; **x** "y"', 'plain'));
    expect(html).toBe('&lt;b&gt;&amp;amp; **x** &quot;y&quot;');
  });

  it('opens an element that goes on only once', () => {
    expect(toHtml(fromContent('**a _b_ c**', 'markdown'))).toBe('<b>a <i>b</i> c</b>');
  });
});

describe('splitFormatted', () => {
  const limits = fc.integer({ min: 2, max: 60 });

  it('loses nothing, exceeds nothing, breaks nothing', () => {
    fc.assert(
      fc.property(markup, limits, (text, limit) => {
        const whole = fromContent(text, 'markdown');
        const parts = splitFormatted(whole, limit);
        expect(seen(parts.map(visible).join(''))).toBe(seen(visible(whole)));
        for (const part of parts) {
          expect(lengthOf(part)).toBeLessThanOrEqual(limit);
          expect(visible(part).trim()).not.toBe('');
          expect(() => parseTelegramHtml(toHtml(part))).not.toThrow();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never cuts a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), limits, (text, limit) => {
        const parts = splitFormatted([{ text, tags: [] }], limit).map(visible);
        const whole = parts.every((part) => Buffer.from(part).toString() === part);
        expect(whole).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('never cuts a letter that is made of many', () => {
    const family = '👨‍👩‍👧‍👦';
    const letter = fc.constantFrom(family, '🏳️‍🌈', '🇷🇺', 'ё', 'й', 'ñ̰', '한국'.normalize('NFD'));
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 60 }), limits, (text, limit) => {
        const parts = splitFormatted([{ text: text.join(''), tags: [] }], limit + 20).map(visible);
        const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
        const count = (one: string) => [...letters.segment(one)].length;
        const whole = count(text.join(''));
        expect(parts.reduce((sum, part) => sum + count(part), 0)).toBe(whole);
        expect(parts.join('')).toBe(text.join(''));
      }),
    );
    const parts = splitFormatted([{ text: family.repeat(600), tags: [] }]).map(visible);
    expect(parts.map((part) => part.replaceAll(family, ''))).toEqual(parts.map(() => ''));
  });

  it('has room for less in the first part', () => {
    const text = 'слово '.repeat(300);
    const parts = splitFormatted([{ text, tags: [] }], 4_096, 1_024);
    expect(parts.map(lengthOf)).toEqual([1_019, 779]);
  });

  it('cuts between words, better between lines', () => {
    const parts = splitFormatted([{ text: 'один два\nтри четыре', tags: [] }], 12);
    expect(parts.map(visible)).toEqual(['один два', 'три четыре']);
    const words = splitFormatted([{ text: 'один два три', tags: [] }], 10);
    expect(words.map(visible)).toEqual(['один два', 'три']);
  });

  it('cuts a word that is longer than a message', () => {
    const parts = splitFormatted([{ text: 'а'.repeat(9_000), tags: [] }]);
    expect(parts.map(lengthOf)).toEqual([4_096, 4_096, 808]);
  });

  it('has no parts of nothing', () => {
    expect(splitFormatted([{ text: ' \n ', tags: [] }])).toEqual([]);
  });
});
