import { expect, it } from 'vitest';
import { EMOJI_GROUPS, findEmoji, loadEmoji } from './emoji';

it('finds emoji by words of both languages, each in a group', async () => {
  const russian = await loadEmoji('ru');
  const english = await loadEmoji('en');
  expect(findEmoji(russian, 'сердце').length).toBeGreaterThan(3);
  expect(findEmoji(english, 'red heart').map(({ unicode }) => unicode)).toContain('❤️');
  expect(findEmoji(english, 'nothing like this')).toEqual([]);
  expect(new Set(russian.map(({ group }) => group))).toEqual(new Set(EMOJI_GROUPS));
  expect(await loadEmoji('ru')).toBe(russian);
});
