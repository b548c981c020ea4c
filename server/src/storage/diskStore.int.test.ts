import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { DiskStore } from './diskStore';
import { newFileKey } from './fileKey';

const root = mkdtempSync(path.join(tmpdir(), 'tikethet-store-'));
const store = new DiskStore(path.join(root, 'attachments'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function put(content: string): Promise<string> {
  const [key, staged] = [newFileKey(), await store.stage()];
  await writeFile(staged, content);
  await store.put(key, staged);
  expect(existsSync(staged)).toBe(false);
  return key;
}

describe('DiskStore', () => {
  test('keeps, reads in parts and removes', async () => {
    const key = await put('0123456789');
    expect(await store.size(key)).toBe(10);
    expect(await text(store.read(key))).toBe('0123456789');
    expect(await text(store.read(key, { start: 3, end: 5 }))).toBe('345');
    await store.remove(key);
    await store.remove(key);
    expect(await store.size(key)).toBeNull();
    await expect(text(store.read(key))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('takes nothing for a key that is not one of its own', async () => {
    for (const key of [
      '../../etc/passwd',
      'a/b',
      '',
      newFileKey().toUpperCase(),
      `${newFileKey()}x`,
    ]) {
      expect(() => store.read(key)).toThrow(/Not a key/);
      await expect(store.size(key)).rejects.toThrow(/Not a key/);
      await expect(store.remove(key)).rejects.toThrow(/Not a key/);
    }
  });

  test('forgets staged files of the dead after a day, not those in the making', async () => {
    const [old, young] = [await store.stage(), await store.stage()];
    await writeFile(old, 'x');
    await writeFile(young, 'x');
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    utimesSync(old, yesterday, yesterday);
    await store.cleanStaged(new Date());
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
    await new DiskStore(path.join(root, 'never-used')).cleanStaged(new Date());
  });
});
