import { expect, test, vi } from 'vitest';
import { createSystemShortcut } from './systemShortcut';

test('takes a key, gives it back for another one, and says when it is taken', () => {
  const held = new Map<string, () => void>();
  const registry = {
    register: vi.fn((key: string, pressed: () => void) => {
      if (key === 'bad') throw new TypeError('no key');
      if (key === 'Ctrl+Alt+X') return false;
      held.set(key, pressed);
      return true;
    }),
    unregister: (key: string) => void held.delete(key),
  };
  const pressed = vi.fn();
  const shortcut = createSystemShortcut(registry, pressed);
  expect(shortcut.state()).toBe('off');
  shortcut.follow('Ctrl+Alt+T');
  shortcut.follow('Ctrl+Alt+T');
  expect(registry.register).toHaveBeenCalledOnce();
  held.get('Ctrl+Alt+T')?.();
  expect(pressed).toHaveBeenCalledOnce();
  shortcut.follow('Ctrl+Alt+X');
  expect([shortcut.state(), held.size]).toEqual(['taken', 0]);
  shortcut.follow('bad');
  expect(shortcut.state()).toBe('taken');
  shortcut.follow(null);
  expect(shortcut.state()).toBe('off');
});
