import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { autostartEntry, systemEntry } from './loginItem';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tikethet-login-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('on Linux an entry is written and taken away', async () => {
  const item = autostartEntry(folder, '/opt/Tiket "Het"/tikethet');
  expect(await item.isOn()).toBe(false);
  await item.set(true);
  expect(await item.isOn()).toBe(true);
  const entry = readFileSync(join(folder, 'autostart/tikethet.desktop'), 'utf8');
  expect(entry).toContain('\nExec="/opt/Tiket \\"Het\\"/tikethet" --hidden\n');
  await item.set(false);
  await item.set(false);
  expect(await item.isOn()).toBe(false);
});

test('elsewhere the system is told, with the argument that hides the window', async () => {
  let kept = { openAtLogin: false, args: [] as string[] };
  const item = systemEntry({
    getLoginItemSettings: () => kept,
    setLoginItemSettings: (settings) => (kept = settings),
  });
  await item.set(true);
  expect(kept).toEqual({ openAtLogin: true, args: ['--hidden'] });
  expect(await item.isOn()).toBe(true);
});
