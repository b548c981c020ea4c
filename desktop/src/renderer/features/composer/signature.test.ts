import { expect, it } from 'vitest';
import { withSignature } from './signature';

it('stands under what was written, once, and never alone', () => {
  const signature = { text: '— Анна ', isOn: true };
  expect(withSignature('Готово.', signature)).toBe('Готово.\n\n— Анна');
  expect(withSignature('Готово.\n\n— Анна', signature)).toBe('Готово.\n\n— Анна');
  expect(withSignature('', signature)).toBe('');
  expect(withSignature('Готово.', { ...signature, isOn: false })).toBe('Готово.');
  expect(withSignature('Готово.', { text: ' ', isOn: true })).toBe('Готово.');
});
