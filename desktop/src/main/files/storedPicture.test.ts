import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPicture } from './pictures';
import { keptPicture, waitingPicture } from './storedPicture';

const folder = mkdtempSync(join(tmpdir(), 'tikethet-pictures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('only addresses of files that wait, and of pictures of the desk, have a place in the store', () => {
  const id = randomUUID();
  expect(waitingPicture(`/local/files/${id}`)).toBe(join('files', id));
  for (const path of ['/local/files/../outbox.db', `/local/files/${id}/x`, '/local/files/', '/x']) {
    expect(waitingPicture(path)).toBeNull();
  }
  for (const part of ['thumbnail', 'content']) {
    const kept = join('thumbnails', `${id}-${part}`);
    expect(keptPicture(`/api/v1/attachments/${id}/${part}`)).toBe(kept);
    expect(keptPicture(`/api/v1/attachments/${id}/${part}?e=1&sig=x`)).toBe(kept);
  }
  for (const path of [
    `/api/v1/attachments/${id}`,
    `/api/v1/attachments/${id}/../${id}/content`,
    `/api/v1/attachments/../../outbox.db/content`,
    `/api/v1/attachments/${id}/content/x`,
    '/api/v1/tickets',
  ]) {
    expect(keptPicture(path)).toBeNull();
  }
});

test('gives pictures by what they are, and nothing else', async () => {
  const put = (bytes: string) => {
    const path = join(folder, randomUUID());
    writeFileSync(path, Buffer.from(bytes, 'latin1'));
    return readPicture(path);
  };
  expect(await put('\x89PNG\r\n\x1a\nrest')).toMatchObject({ type: 'image/png' });
  expect(await put('RIFF1234WEBPrest')).toMatchObject({ type: 'image/webp' });
  expect(await put('<svg onload=alert(1)>')).toBeNull();
  expect(await readPicture(join(folder, randomUUID()))).toBeNull();
});
