import { expect, it } from 'vitest';
import { isAtLeast, readLaunch } from './launch';

it.each([
  ['6.10', '6.9', true],
  ['6.9', '6.10', false],
  ['8.0', '8.0', true],
  ['8', '7.10', true],
  ['x', '6.1', false],
])('%s is at least %s: %s', (has, needed, expected) => {
  expect(isAtLeast(has, needed)).toBe(expected);
});

const signed = new URLSearchParams({ start_param: 't3', user: '{"id":1}' }).toString();
const params = (more: Record<string, string> = {}): URLSearchParams =>
  new URLSearchParams({ tgWebAppVersion: '8.0', tgWebAppData: signed, ...more });

it('takes the start parameter from the query, the launch parameters or the signed data', () => {
  const start = (one: URLSearchParams, query = ''): unknown =>
    readLaunch(one, new URLSearchParams(query))?.startParam;
  expect(start(params())).toBe('t3');
  expect(start(params({ tgWebAppStartParam: 't2' }))).toBe('t2');
  expect(start(params({ tgWebAppStartParam: 't2' }), 'tgWebAppStartParam=t1')).toBe('t1');
  expect(start(new URLSearchParams({ tgWebAppVersion: '8.0' }))).toBeNull();
});

it('knows nothing outside of Telegram, and survives a broken theme', () => {
  expect(readLaunch(null)).toBeNull();
  expect(readLaunch(params({ tgWebAppThemeParams: '{' }))?.theme).toEqual({});
  expect(
    readLaunch(params({ tgWebAppThemeParams: '{"bg_color":"#fff","x":"url()"}' }))?.theme,
  ).toEqual({ bg_color: '#fff' });
});
