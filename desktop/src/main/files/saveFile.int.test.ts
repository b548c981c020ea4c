import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startDeskServer, refusal, type DeskServer } from '../../sync/testing/deskServer';
import { createDeskFiles, type DeskFiles } from '../../sync/deskFiles';
import { safeFileName, saveFile } from './saveFile';

const path = '/attachments/a1/content';
const attachment = { url: `/api/v1${path}?e=1&sig=x`, fileName: 'отчёт.pdf' };
const content = Buffer.alloc(300_000, 5);

let desk: DeskServer;
let folder: string;
let files: DeskFiles;

beforeEach(async () => {
  desk = await startDeskServer();
  folder = await mkdtemp(join(tmpdir(), 'tikethet-save-'));
  const tokens = {
    current: () => Promise.resolve('old'),
    renew: () => Promise.resolve('new'),
  };
  files = createDeskFiles(desk.url, tokens, fetch);
});

afterEach(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

const save = (
  choose = (name: string): Promise<string | null> => Promise.resolve(join(folder, name)),
) => saveFile(files, choose, attachment);

test('streams the file to the chosen place, with a fresh token when needed', async () => {
  desk.on(`GET ${path}`, ({ authorization }) =>
    authorization === 'Bearer new' ? { body: content } : refusal(401, 'token_expired'),
  );
  expect(await save()).toEqual({ ok: true, value: null });
  expect((await readFile(join(folder, 'отчёт.pdf'))).equals(content)).toBe(true);
  expect(await readdir(folder)).toEqual(['отчёт.pdf']);
});

test('a closed dialog saves nothing and is no error', async () => {
  expect(await save(() => Promise.resolve(null))).toEqual({ ok: true, value: null });
  expect(desk.asked).toEqual([]);
});

test('a download that breaks leaves nothing behind', async () => {
  desk.on(`GET ${path}`, () => ({
    headers: { 'content-length': '999999' },
    body: content,
    hangUp: true,
  }));
  expect(await save()).toMatchObject({ ok: false, error: { code: 'network' } });
  expect(await readdir(folder)).toEqual([]);
});

test('a missing file and a full or forbidden disk are told apart', async () => {
  expect(await save()).toMatchObject({ ok: false, error: { code: 'not_found' } });
  desk.on(`GET ${path}`, () => ({ body: content }));
  const nowhere = await save(() => Promise.resolve(join(folder, 'no', 'such', 'folder')));
  expect(nowhere).toMatchObject({ ok: false, error: { code: 'internal' } });
});

test('only attachments can be saved', async () => {
  const result = await saveFile(files, () => Promise.resolve('x'), {
    url: '/api/v1/users',
    fileName: 'x',
  });
  expect(result).toMatchObject({ ok: false, error: { code: 'invalid_ipc' } });
});

test.each([
  ['../../.bashrc', 'bashrc'],
  ['C:\\Windows\\system.ini', 'system.ini'],
  ['a<b>:c|?.txt', 'a_b__c__.txt'],
  ['invoice\u202egnp.exe', 'invoice_gnp.exe'],
  ['...', 'file'],
  ['', 'file'],
])('%s is offered as %s', (name, offered) => {
  expect(safeFileName(name)).toBe(offered);
});
