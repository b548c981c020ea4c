import { expect, it } from 'vitest';
import { bind } from '../../app/shortcuts/bindings';
import { holderOf, refusalOf, withKeys } from './changeKeys';

it('gives keys to one, and takes them from the other', () => {
  const usual = bind({});
  expect(holderOf(usual, 'resolve', 'j')).toBe('nextTicket');
  const chosen = withKeys({}, usual, 'resolve', 'j');
  expect(chosen).toEqual({ nextTicket: [], resolve: ['j'] });
  const bindings = bind(chosen);
  expect(bindings.find('j')).toBe('resolve');
  // Back to the usual: nothing to keep of it.
  expect(withKeys(chosen, bindings, 'resolve', 'e')).toEqual({ nextTicket: [] });
  expect(withKeys({}, usual, 'note', null)).toEqual({ note: [] });
});

it('leaves the system what is its own, and letters to those who write', () => {
  expect(refusalOf('resolve', 'mod+c')).toBe('reserved');
  expect(refusalOf('resolve', 'escape')).toBe('reserved');
  expect(refusalOf('send', 'q')).toBe('needsMod');
  expect(refusalOf('send', 'mod+shift+s')).toBeNull();
  expect(refusalOf('resolve', 'g r')).toBeNull();
});
