import fc from 'fast-check';

const PIECES = [
  ...['😀', '👩‍👩‍👧‍👦', '🏳️‍🌈', '👨🏿‍🚀', '🇷🇺', 'é', 'é', 'ñ̃̃̃', 'ﷺ', '﷽'],
  ...[
    'שלום',
    'مرحبا',
    '\u202eabc\u202c',
    '\u200b',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\u00a0',
    '\u00ad',
  ],
  ...['<b>', '</b>', '<script>', '&amp;', '&lt;', '&#60;', '&', '"', "'", '<a href="x">'],
  ...['**', '*', '_', '__', '~~', '`', '```\n', '\n> ', '[a](https://x.example/?a=1)', '\\', '||'],
  ...['слово ', 'word ', '\n', '\n\n', '{{name}}', '$t(x)', '%s', '𝕏', '\u{1f9ff}'],
];

/**
 * Text as people and pranksters write it: emoji of several code points, right-to-left marks,
 * zero-width characters, what looks like HTML, Markdown or a template, and plain words.
 * @param max about how many UTF-16 code units at the most
 */
export function anyText(max: number): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  );
  return fc
    .array(piece, { minLength: 1, maxLength: Math.max(2, Math.floor(max / 4)) })
    .map((pieces) => pieces.join(''));
}
