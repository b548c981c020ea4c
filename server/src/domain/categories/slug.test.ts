import { describe, expect, it } from 'vitest';
import { slugOf } from './slug';

describe('slugOf', () => {
  it.each([
    ['Баны и наказания', 'bany-i-nakazaniya'],
    ['Ещё щедрость, съезд & Ко', 'eshche-shchedrost-sezd-ko'],
    ['Café — Crème!', 'cafe-creme'],
    ['Йога', 'yoga'],
    ['  --  ', 'category'],
    ['日本語', 'category'],
    ['x'.repeat(64), 'x'.repeat(40)],
  ])('%s → %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});
