import { expect, it } from 'vitest';
import { contrast, parseHex } from '../init/contrast';
import { colorOf, initialsOf } from './Avatar';

it.each([
  ['Артём Соколов', 'АС'],
  ['анна', 'А'],
  ['Jean-Luc de Picard', 'JD'],
  ['🦄 Лена', 'Л'],
  ['😀', '•'],
  ['', '•'],
])('initials of %j', (name, expected) => {
  expect(initialsOf(name)).toBe(expected);
});

it('gives everybody a colour on which white can be read, always the same', () => {
  for (let at = 0; at < 200; at += 1) {
    const color = colorOf(`person ${at}`);
    expect(color).toBe(colorOf(`person ${at}`));
    const rgb = parseHex(color);
    expect(rgb && contrast(rgb, [255, 255, 255])).toBeGreaterThanOrEqual(4.5);
  }
});
