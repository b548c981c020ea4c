import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refusal, startDeskServer, type DeskServer } from '../../sync/testing/deskServer';
import { createDeskFiles } from '../../sync/deskFiles';
import { attachmentFiles } from './attachmentFiles';

let desk: DeskServer;
let ask: (path: string, init?: RequestInit) => Promise<Response>;

beforeEach(async () => {
  desk = await startDeskServer();
  const tokens = { current: () => Promise.resolve('old'), renew: () => Promise.resolve('new') };
  const serve = attachmentFiles(createDeskFiles(desk.url, tokens, fetch), () => null);
  ask = (path, init) => serve(new Request(`tikethet-file://desk${path}`, init));
});

afterEach(() => desk.close());

test('passes a range on and the part back, with the token and without what the desk adds', async () => {
  const ranges: (string | undefined)[] = [];
  desk.on('GET /attachments/a1/content', ({ authorization, range }) => {
    ranges.push(range);
    if (authorization !== 'Bearer new') return refusal(401, 'token_expired');
    return {
      status: 206,
      body: Buffer.from('cdef'),
      headers: {
        'content-type': 'video/mp4',
        'content-range': 'bytes 2-5/10',
        'set-cookie': 'a=b',
      },
    };
  });
  const response = await ask('/api/v1/attachments/a1/content', { headers: { range: 'bytes=2-5' } });
  expect(response.status).toBe(206);
  expect(await response.text()).toBe('cdef');
  expect(response.headers.get('content-range')).toBe('bytes 2-5/10');
  expect(response.headers.get('content-type')).toBe('video/mp4');
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(response.headers.has('set-cookie')).toBe(false);
  expect(ranges).toEqual(['bytes=2-5', 'bytes=2-5']);
});

test('other doors of the desk, other hosts and other methods are not reached', async () => {
  expect((await ask('/api/v1/users')).status).toBe(404);
  expect((await ask('.evil/api/v1/attachments/a1/content')).status).toBe(404);
  const posted = await ask('/api/v1/attachments/a1/content', { method: 'POST' });
  expect(posted.status).toBe(405);
  expect(desk.asked).toEqual([]);
});

test('a desk out of reach is a failure, not a hang', async () => {
  desk.on('GET /attachments/a1/content', () => ({ hangUp: true }));
  expect((await ask('/api/v1/attachments/a1/content')).status).toBe(502);
});

test('a thumbnail that is kept here needs no desk; without the person’s store nothing is shown', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tikethet-kept-'));
  const id = '01890000-0000-7000-8000-000000000000';
  const png = Buffer.from('\x89PNG\r\n\x1a\nrest', 'latin1');
  mkdirSync(join(folder, 'thumbnails'));
  writeFileSync(join(folder, 'thumbnails', `${id}-thumbnail`), png);
  const tokens = { current: () => Promise.resolve('t'), renew: () => Promise.resolve(null) };
  let store: string | null = folder;
  const serve = attachmentFiles(createDeskFiles(desk.url, tokens, fetch), () => store);
  const get = (part: string) =>
    serve(new Request(`tikethet-file://desk/api/v1/attachments/${id}/${part}`));
  const kept = await get('thumbnail');
  expect([kept.status, kept.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(kept.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(desk.asked).toEqual([]);
  // The whole picture is not the thumbnail's to stand in for.
  expect((await get('content')).status).toBe(404);
  store = null;
  expect((await get('thumbnail')).status).toBe(404);
  expect(desk.asked).toHaveLength(2);
  rmSync(folder, { recursive: true, force: true });
});
