import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { createFaces } from './faces';
import type { TokenKeeper } from './tokens';

const tokens = {
  access: () => 'old',
  renew: () => Promise.resolve('new'),
} as unknown as TokenKeeper;

const asked: string[] = [];
let answer: (token: string | null) => Response | Promise<Response>;
const desk: typeof fetch = (path, init) => {
  const token = new Headers(init?.headers).get('authorization');
  asked.push(`${path as string} ${token}`);
  return Promise.resolve(answer(token));
};
vi.stubGlobal('fetch', desk);
afterEach(() => void asked.splice(0));
afterAll(() => vi.unstubAllGlobals());

test('a face is fetched once, with a token that is renewed when it has run out', async () => {
  answer = (token) =>
    token === 'Bearer new' ? new Response('webp') : new Response(null, { status: 401 });
  const faces = createFaces(tokens);
  const [first, second] = await Promise.all([faces('/a'), faces('/a')]);
  expect(first).toMatch(/^blob:/);
  expect(second).toBe(first);
  expect(asked).toEqual(['/a Bearer old', '/a Bearer new']);
});

test('one that is gone is none; without a network it is tried again later', async () => {
  const faces = createFaces(tokens);
  answer = () => new Response(null, { status: 404 });
  expect(await faces('/gone')).toBeNull();
  answer = () => Promise.reject(new Error('offline'));
  expect(await faces('/b')).toBeNull();
  answer = () => new Response('webp');
  expect(await faces('/b')).toMatch(/^blob:/);
  expect(await faces('/gone')).toBeNull();
});
