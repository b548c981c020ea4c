import { expect, test, vi } from 'vitest';
import { fetchSoon } from './fetchSoon';

const answers = (...statuses: number[]) => {
  const get = vi.fn((..._asked: unknown[]) =>
    Promise.resolve(
      new Response(statuses.length > 1 ? null : 'bytes', { status: statuses.shift() ?? 500 }),
    ),
  );
  return { get };
};

test('waits for a file that is on its way', async () => {
  const files = answers(404, 200);
  expect((await fetchSoon(files, '/x'))?.toString()).toBe('bytes');
  expect(files.get).toHaveBeenCalledTimes(2);
  // Electron reads no WebP, which the desk gives unless another type is named.
  expect(files.get.mock.lastCall?.slice(0, 2)).toEqual(['/x', { accept: 'image/png' }]);
});

test('does not wait for what will not come', async () => {
  expect(await fetchSoon(answers(403), '/x')).toBeNull();
  expect(await fetchSoon({ get: () => Promise.reject(new Error('offline')) }, '/x')).toBeNull();
});
