import { describe, expect, it } from 'vitest';
import { fitInto, isAnimated } from './pictureKind';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part,
    ),
  );
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const chunk = (name: string, length: number): Uint8Array =>
  bytes([0, 0, 0, length], name, Array<number>(length + 4).fill(0));

describe('moving pictures', () => {
  it.each<[string, string, Uint8Array, boolean]>([
    ['a GIF', 'image/gif', bytes('GIF89a'), true],
    ['a photo', 'image/jpeg', bytes([0xff, 0xd8]), false],
    [
      'a moving WebP',
      'image/webp',
      bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 2]),
      true,
    ],
    [
      'a WebP with alpha',
      'image/webp',
      bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 16]),
      false,
    ],
    [
      'a plain WebP',
      'image/webp',
      bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', [10, 0, 0, 0, 2]),
      false,
    ],
    ['a PNG', 'image/png', bytes(PNG, [...chunk('IHDR', 13)], [...chunk('IDAT', 20)]), false],
    ['an APNG', 'image/png', bytes(PNG, [...chunk('IHDR', 13)], [...chunk('acTL', 8)]), true],
    ['a cut PNG', 'image/png', bytes(PNG, [0, 0]), false],
    ['nothing', 'image/webp', bytes(), false],
  ])('%s', (_, type, head, animated) => {
    expect(isAnimated(type, head)).toBe(animated);
  });
});

describe('fitInto', () => {
  it.each([
    [4000, 3000, 2560, 1920],
    [3000, 4000, 1920, 2560],
    [800, 600, 800, 600],
    [10_000, 1, 2560, 1],
  ])('%d × %d', (width, height, fitWidth, fitHeight) => {
    expect(fitInto(width, height, 2560)).toEqual({ width: fitWidth, height: fitHeight });
  });
});
