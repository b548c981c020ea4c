import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { allowInline } from './sites';

it('allows the scripts of the page by their hashes, and no others', () => {
  const html = '<script>let a;</script><script src="/b.js"></script><script>let c;</script>';
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  expect(allowInline("default-src 'none';script-src 'self';style-src 'self'", html)).toBe(
    `default-src 'none';script-src 'self' ${hash('let a;')} ${hash('let c;')};style-src 'self'`,
  );
});
