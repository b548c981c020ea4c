import { expect, it } from 'vitest';
import { doorProblems, type DoorInfo } from './doorProblems';

const NOW = 1_800_000_000_000;
const door = {
  url: 'https://desk.example/telegram/webhook/1',
  allowedUpdates: ['message', 'poll'],
};
const fine: DoorInfo = {
  url: door.url,
  pendingUpdates: 0,
  lastErrorAt: null,
  lastErrorMessage: '',
  allowedUpdates: ['poll', 'message'],
};
const look = (change: Partial<DoorInfo>, earlier: number[] = [], url: string | null = door.url) =>
  doorProblems({ ...fine, ...change }, { ...door, url }, earlier, NOW, 120_000);

it.each([
  ['all well', {}, []],
  ['lost', { url: '' }, ['missing']],
  ['somebody else’s', { url: 'https://other.example/x' }, ['wrongUrl']],
  ['asked for less', { allowedUpdates: ['message'] }, ['allowedUpdates']],
  ['asked for the default', { allowedUpdates: null }, ['allowedUpdates']],
  ['failed a minute ago', { lastErrorAt: NOW - 60_000 }, ['failing']],
  ['failed long ago', { lastErrorAt: NOW - 600_000 }, []],
] as const)('%s', (_name, change, problems) => {
  expect(look(change as Partial<DoorInfo>)).toEqual(problems);
});

it('tells a growing queue from one that is only long, or short', () => {
  expect(look({ pendingUpdates: 300 }, [100, 200])).toEqual(['pending']);
  expect(look({ pendingUpdates: 300 }, [100, 300])).toEqual([]);
  expect(look({ pendingUpdates: 300 }, [200])).toEqual([]);
  expect(look({ pendingUpdates: 9 }, [7, 8])).toEqual([]);
});

it('wants nothing registered where updates are asked for', () => {
  expect(look({ url: '' }, [], null)).toEqual([]);
  expect(look({}, [], null)).toEqual(['unexpected']);
});
