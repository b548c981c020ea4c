import { expect, test } from 'vitest';
import { tagChoices } from './tagChoices';

const tags = ['VIP', 'vip-gold', 'бета', 'супер vip'].map((name, index) => ({
  id: String(index),
  name,
  color: index === 0 ? '#EF4444' : null,
}));
const offered = (text: string, taken: string[] = []) =>
  tagChoices(tags, taken, text).map(({ name }) => name);

test('all free ones stand there before anything is typed', () => {
  expect(offered('', ['бета'])).toEqual(['VIP', 'vip-gold', 'супер vip']);
});

test('what was typed comes first, as the desk spells it', () => {
  expect(offered(' vip ')).toEqual(['VIP', 'vip-gold', 'супер vip']);
  expect(tagChoices(tags, [], 'vip')[0]?.color).toBe('#EF4444');
  expect(offered('vi')).toEqual(['vi', 'VIP', 'vip-gold', 'супер vip']);
  expect(offered('новая  метка')).toEqual(['новая метка']);
});

test('what stands there already is not offered again', () => {
  expect(offered('vip', ['VIP'])).toEqual(['vip-gold', 'супер vip']);
});
