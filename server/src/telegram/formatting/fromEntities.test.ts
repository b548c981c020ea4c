import { escapeMarkdown, parseMarkdown, toPlainText } from '@tikethet/shared/markdown';
import fc from 'fast-check';
import type { MessageEntity } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { fromEntities, joinCaptions } from './fromEntities';
import { anyText } from '../testing/anyText';

const shown = ({ content, format }: ReturnType<typeof fromEntities>) =>
  format === 'plain' ? content : toPlainText(parseMarkdown(content));

const TYPES = [
  'bold',
  'italic',
  'strikethrough',
  'code',
  'pre',
  'blockquote',
  'underline',
  'spoiler',
];
const entity = (length: number) =>
  fc
    .record({
      type: fc.constantFrom(...TYPES, 'text_link'),
      offset: fc.nat({ max: Math.max(0, length - 1) }),
      length: fc.integer({ min: 1, max: Math.max(1, length) }),
    })
    .map((one) => ({ ...one, url: 'https://a.example/x_(y)?z=*1*' }) as MessageEntity);

const formatted = anyText(400).chain((text) =>
  fc.tuple(fc.constant(text), fc.array(entity(text.length), { maxLength: 8 })),
);

describe('fromEntities', () => {
  it('keeps every character, whatever is formatted', () => {
    fc.assert(
      fc.property(formatted, ([text, entities]) => {
        expect(shown(fromEntities(text, entities)).startsWith(text)).toBe(true);
        const links = entities.filter(({ type }) => type === 'text_link');
        if (links.length === 0) expect(shown(fromEntities(text, entities))).toBe(text);
        else expect(fromEntities(text, entities).content).toMatch(/a\.example/);
      }),
      { numRuns: 400 },
    );
  });

  it('leaves text without formatting alone', () => {
    const text = '**не жирный** _x_ [y](https://z.example) > `';
    expect(fromEntities(text, [{ type: 'bot_command', offset: 0, length: 3 }])).toEqual({
      content: text,
      format: 'plain',
    });
  });

  it.each<[string, string, MessageEntity[], string]>([
    ['bold', 'a жирно b', [{ type: 'bold', offset: 2, length: 5 }], 'a **жирно** b'],
    [
      'a link in italics',
      'см. правила тут',
      [
        { type: 'italic', offset: 4, length: 7 },
        { type: 'text_link', offset: 4, length: 7, url: 'https://a.example/b' },
      ],
      'см. _[правила](https://a.example/b)_ тут',
    ],
    ['code with a backtick', 'x a`b y', [{ type: 'code', offset: 2, length: 3 }], 'x ``a`b`` y'],
    [
      'a block of code',
      'log:\nline *1*\nline 2\nend',
      [{ type: 'pre', offset: 5, length: 15, language: 'ts' }],
      'log:\n```ts\nline *1*\nline 2\n```\nend',
    ],
    [
      'a quote of two lines',
      'one\ntwo\nthree',
      [{ type: 'blockquote', offset: 0, length: 7 }],
      '> one\n> two\nthree',
    ],
  ])('says %s in Markdown', (_name, text, entities, markdown) => {
    expect(fromEntities(text, entities)).toEqual({ content: markdown, format: 'markdown' });
  });

  it('says an address that cannot stand behind its words', () => {
    const url = 'tg://resolve?domain=x';
    const kept = fromEntities('[тут]', [{ type: 'text_link', offset: 0, length: 5, url }]);
    expect(kept).toEqual({ content: `[тут]\n\n[тут]: ${url}`, format: 'plain' });
  });
});

it('escapes any text', () => {
  fc.assert(
    fc.property(anyText(300), (text) => {
      fc.pre(!/https?:/i.test(text));
      expect(toPlainText(parseMarkdown(escapeMarkdown(text)))).toBe(text);
    }),
    { numRuns: 300 },
  );
});

it('joins the captions of an album', () => {
  expect(
    joinCaptions([
      { content: 'a*b', format: 'plain' },
      { content: '', format: 'plain' },
      { content: '**c**', format: 'markdown' },
    ]),
  ).toEqual({ content: 'a\\*b\n\n**c**', format: 'markdown' });
});
