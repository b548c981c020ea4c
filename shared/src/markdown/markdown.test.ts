import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkify, parseMarkdown, toPlainText, type Inline } from './index';

const text = (value: string): Inline => ({ type: 'text', text: value });
const inline = (source: string): Inline[] => {
  const [block] = parseMarkdown(source);
  return block !== undefined && block.type !== 'codeBlock' ? block.children : [];
};

describe('styles', () => {
  it.each<[string, Inline[]]>([
    ['**жирный** текст', [{ type: 'bold', children: [text('жирный')] }, text(' текст')]],
    [
      '*a* and _b_',
      [
        { type: 'italic', children: [text('a')] },
        text(' and '),
        { type: 'italic', children: [text('b')] },
      ],
    ],
    ['~~no~~', [{ type: 'strike', children: [text('no')] }]],
    ['***both***', [{ type: 'bold', children: [{ type: 'italic', children: [text('both')] }] }]],
    [
      '**a *b* c**',
      [
        {
          type: 'bold',
          children: [text('a '), { type: 'italic', children: [text('b')] }, text(' c')],
        },
      ],
    ],
    ['`**raw**`', [{ type: 'code', text: '**raw**' }]],
    [
      '**a `**` b**',
      [{ type: 'bold', children: [text('a '), { type: 'code', text: '**' }, text(' b')] }],
    ],
    ['\\*not\\*', [text('*not*')]],
  ])('%s', (source, expected) => {
    expect(inline(source)).toEqual(expected);
  });

  it.each([
    '2 * 3 * 4',
    '2*3*4',
    'snake_case_name',
    '**open',
    'a ~ b',
    '****',
    '<b>x</b>',
    '``',
    '** a **',
    '# no',
  ])('leaves %s alone', (source) => {
    expect(inline(source)).toEqual([text(source)]);
  });

  it('does not reach across a blank line', () => {
    expect(inline('**a\n\nb**')).toEqual([text('**a\n\nb**')]);
  });
});

describe('links', () => {
  it('names an address', () => {
    expect(inline('[**go**](https://a.example/x_y_z)')).toEqual([
      {
        type: 'link',
        url: 'https://a.example/x_y_z',
        children: [{ type: 'bold', children: [text('go')] }],
      },
    ]);
  });

  it.each([
    ['(see https://a.example/b).', 'https://a.example/b'],
    ['https://a.example/q_(x)', 'https://a.example/q_(x)'],
    ['**https://a.example**', 'https://a.example'],
    ['https://a.example/a_b_c, then', 'https://a.example/a_b_c'],
  ])('finds the address in %s', (source, url) => {
    expect(JSON.stringify(inline(source))).toContain(`"url":${JSON.stringify(url)}`);
  });

  it.each(['[x](javascript:alert(1))', 'javascript:alert(1)', 'https://', 'data:text/html,x'])(
    'makes no link of %s',
    (source) => {
      expect(JSON.stringify(parseMarkdown(source))).not.toContain('"link"');
    },
  );

  it('links addresses in plain text and interprets nothing else', () => {
    expect(linkify('**a** https://a.example!')).toEqual([
      text('**a** '),
      { type: 'link', url: 'https://a.example', children: [text('https://a.example')] },
      text('!'),
    ]);
  });
});

describe('blocks', () => {
  it('keeps fenced code as it is', () => {
    expect(parseMarkdown('a\n```ts\n**x**\n\ny\n```\nb')).toEqual([
      { type: 'paragraph', children: [text('a')] },
      { type: 'codeBlock', language: 'ts', text: '**x**\n\ny' },
      { type: 'paragraph', children: [text('b')] },
    ]);
  });

  it('takes an unclosed fence for text', () => {
    expect(toPlainText(parseMarkdown('```js\nx'))).toBe('```js\nx');
  });

  it('joins quoted lines', () => {
    expect(parseMarkdown('> a\n>b\nc')).toEqual([
      { type: 'quote', children: [text('a\nb')] },
      { type: 'paragraph', children: [text('c')] },
    ]);
  });
});

/** Whether `part` can be made from `whole` by leaving characters out. */
function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const char of part) {
    at = whole.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '*',
        '**',
        '_',
        '__',
        '~~',
        '`',
        '```',
        '\n',
        '> ',
        '[',
        '](',
        ')',
        '\\',
        ' ',
        'https://a.b/',
      ),
      fc.string({ maxLength: 4 }),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('for any text', () => {
  it('never throws and invents nothing', () => {
    fc.assert(
      fc.property(markup, (source) => {
        expect(isSubsequence(toPlainText(parseMarkdown(source)), source)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('loses no letter or digit outside of addresses', () => {
    const words = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(
        markup.filter((source) => !source.includes('](') && !source.includes('```')),
        (source) => {
          expect(words(toPlainText(parseMarkdown(source)))).toBe(words(source));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('keeps text without marks exactly', () => {
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'grapheme', maxLength: 200 })
          .filter((source) => !/[\\`*_~[>]/.test(source)),
        (source) => {
          expect(toPlainText(parseMarkdown(source))).toBe(source);
          expect(
            linkify(source)
              .map((part) => (part.type === 'link' ? part.url : 'text' in part ? part.text : ''))
              .join(''),
          ).toBe(source);
        },
      ),
    );
  });

  it('is quick on hostile text', () => {
    const units = [
      '*',
      '**a ',
      '_a',
      '`',
      '`a',
      '[a',
      '[[',
      '> ',
      '```x\n',
      'https://',
      '**_~~',
      '(https://a(',
      ')',
    ];
    const started = performance.now();
    for (const unit of units) parseMarkdown(unit.repeat(Math.ceil(16_000 / unit.length)));
    parseMarkdown(`https://a${')'.repeat(15_990)}`);
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
