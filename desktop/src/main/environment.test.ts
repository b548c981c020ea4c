import { expect, test } from 'vitest';
import { readEnvironment } from './environment';

const read = (value: string | undefined) => readEnvironment({ TIKETHET_SERVER_URL: value }, false);

test.each([
  [undefined, null],
  ['', null],
  ['https://desk.example.com/', 'https://desk.example.com'],
  ['http://localhost:4000/some/path', 'http://localhost:4000'],
  ['http://[::1]:3000', 'http://[::1]:3000'],
])('%s is the desk at %s', (value, serverUrl) => {
  expect(read(value)).toMatchObject({ ok: true, environment: { serverUrl } });
});

test.each([
  'http://desk.example.com',
  'http://192.168.0.5:3000',
  'ftp://127.0.0.1',
  'desk',
  'https://me:secret@desk.example.com',
])('%s is refused', (value) => {
  expect(read(value)).toMatchObject({ ok: false, problem: { value } });
});

test('a packaged app has no test hooks', () => {
  const variables = { TIKETHET_TEST: '1' };
  expect(readEnvironment(variables, false)).toMatchObject({ environment: { test: true } });
  expect(readEnvironment(variables, true)).toMatchObject({ environment: { test: false } });
});

test.each([
  ['https://files.example.com/tikethet', 'https://files.example.com/tikethet'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
  ['', null],
])('updates come from %s', (TIKETHET_UPDATES_URL, updatesUrl) => {
  expect(readEnvironment({ TIKETHET_UPDATES_URL }, true)).toMatchObject({
    ok: true,
    environment: { updatesUrl },
  });
});

test('updates never come over a line where anybody may stand', () => {
  const value = 'http://files.example.com/';
  expect(readEnvironment({ TIKETHET_UPDATES_URL: value }, true)).toEqual({
    ok: false,
    problem: { variable: 'TIKETHET_UPDATES_URL', value },
  });
});
