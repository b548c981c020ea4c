import { expect, test } from 'vitest';
import { acceleratorOf, shownAccelerator } from './accelerator';

const press = (code: string, ...held: ('ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey')[]) => ({
  code,
  ctrlKey: held.includes('ctrlKey'),
  metaKey: held.includes('metaKey'),
  altKey: held.includes('altKey'),
  shiftKey: held.includes('shiftKey'),
});

test.each([
  [press('KeyT', 'ctrlKey', 'altKey'), 'Control+Alt+T'],
  [press('Space', 'metaKey', 'shiftKey'), 'Super+Shift+Space'],
  [press('F9'), 'F9'],
  [press('Digit5', 'altKey'), 'Alt+5'],
  // Alone they belong to whatever the person writes.
  [press('KeyT'), null],
  [press('KeyT', 'shiftKey'), null],
  [press('ControlLeft', 'ctrlKey'), null],
  [press('IntlRo', 'ctrlKey'), null],
])('%o is %s', (given, accelerator) => {
  expect(acceleratorOf(given)).toBe(accelerator);
});

test('is shown as the keys are printed', () => {
  expect(shownAccelerator('Control+Alt+Return')).toEqual(['Ctrl', 'Alt', 'Enter']);
});
