import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../security/contentSecurityPolicy';
import { consoleFiles } from './consoleFiles';

let parent: string;
let get: (path: string) => Promise<Response>;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'tikethet-files-'));
  const root = join(parent, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(parent, 'secret.json'), '{}');
  await writeFile(join(root, 'index.html'), '<!doctype html>');
  await writeFile(join(root, 'assets', 'a.js'), 'export {}');
  const serve = consoleFiles(root);
  get = (path) => serve(new Request(`tikethet-app://console${path}`));
});

afterAll(() => rm(parent, { recursive: true, force: true }));

test.each([
  ['/', 'text/html; charset=utf-8'],
  ['/tickets/01890000-0000-7000-8000-000000000000', 'text/html; charset=utf-8'],
  ['/assets/a.js', 'text/javascript; charset=utf-8'],
])('%s is served as %s under the policy', async (path, type) => {
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
});

test.each([
  '/../secret.json',
  '/%2e%2e%2fsecret.json',
  '/..%5csecret.json',
  '/missing.js',
  '/a.exe',
])('%s is not there', async (path) => expect((await get(path)).status).toBe(404));
