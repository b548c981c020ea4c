import { expect, it } from 'vitest';
import { keyName } from './useKeys';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

it('knows keys by their place, so that they work with Cyrillic letters', () => {
  expect(keyName({ ...plain, key: 'j', code: 'KeyJ' })).toBe('j');
  expect(keyName({ ...plain, key: 'о', code: 'KeyJ' })).toBe('j');
  expect(keyName({ ...plain, key: '.', code: 'Slash' })).toBe('search');
  expect(keyName({ ...plain, key: ',', code: 'Slash', shiftKey: true })).toBe('sheet');
});

it('leaves the browser and the system what is theirs', () => {
  expect(keyName({ ...plain, key: 'r', code: 'KeyR', ctrlKey: true })).toBeNull();
  expect(keyName({ ...plain, key: 'a', code: 'KeyA', metaKey: true })).toBeNull();
  expect(keyName({ ...plain, key: 'E', code: 'KeyE', shiftKey: true })).toBeNull();
});
