import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, parseHex, readable } from './contrast';

const ratio = (a: string, b: string): number =>
  contrast(parseHex(a) ?? [0, 0, 0], parseHex(b) ?? [0, 0, 0]);

describe('readable', () => {
  it('leaves a good colour alone', () => {
    expect(readable('#000000', ['#ffffff'])).toBe('#000000');
  });

  it('darkens the hint grey of a light theme, lightens that of a dark one', () => {
    expect(ratio(readable('#999999', ['#ffffff', '#f4f4f5']), '#f4f4f5')).toBeGreaterThanOrEqual(
      4.5,
    );
    expect(ratio(readable('#708499', ['#17212b', '#232e3c']), '#232e3c')).toBeGreaterThanOrEqual(
      4.5,
    );
  });

  it('reaches 4.5 against any single background', () => {
    const color = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(color, color, (text, background) => {
        expect(ratio(readable(text, [background]), background)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('gives back what it does not understand', () => {
    expect(readable('tomato', ['#ffffff'])).toBe('tomato');
    expect(parseHex('#abc')).toEqual([170, 187, 204]);
  });
});
