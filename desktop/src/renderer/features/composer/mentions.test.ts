import { expect, it } from 'vitest';
import { addressed, findColleagues, mentioningAt } from './mentions';

const team = [
  { id: '1', displayName: 'Анна Крылова', username: 'krylova' },
  { id: '2', displayName: 'Борис', username: null },
];

it('knows when a name is being written', () => {
  const at = (text: string) => mentioningAt(text, text.length);
  expect(at('@')).toEqual({ from: 0, wanted: '' });
  expect(at('глянь, @Ан')).toEqual({ from: 7, wanted: 'ан' });
  expect(at('@Анна Кр')?.wanted).toBe('анна кр');
  expect(at('пишите на a@b')).toBeNull();
  expect(at('@ ')).toBeNull();
  expect(at('@Анна\nдальше')).toBeNull();
  expect(mentioningAt('@Анна', 0)).toBeNull();
});

it('finds colleagues by any of their names', () => {
  const names = (wanted: string) => findColleagues(team, wanted).map(({ id }) => id);
  expect(names('')).toEqual(['1', '2']);
  expect(names('кры')).toEqual(['1']);
  expect(names('анна к')).toEqual(['1']);
  expect(names('kryl')).toEqual(['1']);
  expect(names('рис')).toEqual([]);
});

it('addresses those whose names stand in the text when it is sent', () => {
  expect(addressed('@Борис, посмотри', team).map(({ id }) => id)).toEqual(['2']);
  expect(addressed('Борис посмотрит', team)).toEqual([]);
});
