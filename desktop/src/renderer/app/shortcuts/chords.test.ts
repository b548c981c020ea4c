import { expect, it } from 'vitest';
import { chordOf, shownKeys } from './chords';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

it('knows keys by their place, so that they work with Cyrillic letters', () => {
  expect(chordOf({ ...plain, key: 'j', code: 'KeyJ' })).toBe('j');
  expect(chordOf({ ...plain, key: 'о', code: 'KeyJ' })).toBe('j');
  expect(chordOf({ ...plain, key: '.', code: 'Slash' })).toBe('slash');
  expect(chordOf({ ...plain, key: ',', code: 'Slash', shiftKey: true })).toBe('shift+slash');
  expect(chordOf({ ...plain, key: 'л', code: 'KeyK', ctrlKey: true })).toBe('mod+k');
});

it('knows keys by their letter on keyboards that lie differently', () => {
  expect(chordOf({ ...plain, key: 'j', code: 'KeyC' })).toBe('j');
  expect(chordOf({ ...plain, key: '/', code: 'Digit7', shiftKey: true })).toBe('slash');
  expect(chordOf({ ...plain, key: '?', code: 'Minus', shiftKey: true })).toBe('shift+slash');
});

it('has no word for a modifier alone, nor for what belongs to the system', () => {
  expect(chordOf({ ...plain, key: 'Shift', code: 'ShiftLeft', shiftKey: true })).toBeNull();
  expect(chordOf({ ...plain, key: 'a', code: 'KeyA', metaKey: true })).toBeNull();
  expect(chordOf({ ...plain, key: 'Dead', code: '' })).toBeNull();
});

it('shows a chord as the keys it is made of', () => {
  expect(shownKeys('mod+shift+m')).toEqual(['Ctrl', 'Shift', 'M']);
  expect(shownKeys('g m')).toEqual(['G', 'M']);
  expect(shownKeys('shift+slash')).toEqual(['?']);
});
