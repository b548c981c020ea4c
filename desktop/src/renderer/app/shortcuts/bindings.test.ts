import { expect, it } from 'vitest';
import { bind } from './bindings';

it('gives every shortcut its usual keys, each to one only', () => {
  const bindings = bind({});
  expect(bindings.find('j')).toBe('nextTicket');
  expect(bindings.find('g m')).toBe('goMine');
  expect(bindings.begins('g')).toBe(true);
  expect(bindings.begins('j')).toBe(false);
});

it('puts chosen keys before usual ones', () => {
  const bindings = bind({ resolve: ['j'], note: [] });
  expect(bindings.find('j')).toBe('resolve');
  expect(bindings.keysOf('nextTicket')).toEqual([]);
  expect(bindings.find('e')).toBeUndefined();
  expect(bindings.find('n')).toBeUndefined();
});

it('never gives away what everybody expects', () => {
  const bindings = bind({ resolve: ['escape'], back: ['q'] });
  expect(bindings.find('escape')).toBe('back');
  expect(bindings.find('q')).toBeUndefined();
});
