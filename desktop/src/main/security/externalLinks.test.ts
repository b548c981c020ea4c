import { expect, test, vi } from 'vitest';
import { createLinkOpener, externalLink } from './externalLinks';

const desk = 'http://127.0.0.1:3000';

test.each([
  'https://t.me/desk_bot?start=login_ABCD',
  'https://example.com/',
  'http://127.0.0.1:3000/sandbox/?start=login_ABCD',
])('%s opens', (address) => {
  expect(externalLink(address, desk)).toBe(address);
});

test.each([
  'http://example.com/',
  'http://127.0.0.1:3001/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://server/share',
  'tg://resolve?domain=x',
  'https://bank.example@evil.example/',
  '/relative',
  `https://example.com/${'a'.repeat(3_000)}`,
])('%s does not', (address) => {
  expect(externalLink(address, desk)).toBeNull();
});

test('a refused link never reaches the system', async () => {
  const open = vi.fn(async () => undefined);
  const ask = vi.fn(async () => true);
  const result = await createLinkOpener(desk, open, ask)('file:///etc/passwd');
  expect(result).toMatchObject({ ok: false, error: { code: 'invalid_ipc' } });
  expect(open).not.toHaveBeenCalled();
  expect(ask).not.toHaveBeenCalled();
});

test('a link to another site opens when the person says so; the desk’s own at once', async () => {
  const open = vi.fn(async () => undefined);
  const ask = vi.fn(async (url: string) => url.includes('yes'));
  const opener = createLinkOpener(desk, open, ask);
  for (const path of ['https://no.example/', 'https://yes.example/', `${desk}/sandbox/`]) {
    expect(await opener(path)).toEqual({ ok: true, value: null });
  }
  expect(ask.mock.calls.flat()).toEqual(['https://no.example/', 'https://yes.example/']);
  expect(open.mock.calls.flat()).toEqual(['https://yes.example/', `${desk}/sandbox/`]);
});
