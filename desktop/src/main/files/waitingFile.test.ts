import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readWaitingPicture, waitingFileId } from './waitingFile';

const folder = mkdtempSync(join(tmpdir(), 'tikethet-waiting-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('only the address of a waiting file has an id', () => {
  const id = randomUUID();
  expect(waitingFileId(`/local/files/${id}`)).toBe(id);
  for (const path of ['/local/files/../outbox.db', `/local/files/${id}/x`, '/local/files/', '/x']) {
    expect(waitingFileId(path)).toBeNull();
  }
});

test('gives pictures by what they are, and nothing else', async () => {
  mkdirSync(join(folder, 'files'));
  const put = (bytes: string) => {
    const id = randomUUID();
    writeFileSync(join(folder, 'files', id), Buffer.from(bytes, 'latin1'));
    return readWaitingPicture(folder, id);
  };
  expect(await put('\x89PNG\r\n\x1a\nrest')).toMatchObject({ type: 'image/png' });
  expect(await put('RIFF1234WEBPrest')).toMatchObject({ type: 'image/webp' });
  expect(await put('<svg onload=alert(1)>')).toBeNull();
  expect(await readWaitingPicture(folder, randomUUID())).toBeNull();
});
