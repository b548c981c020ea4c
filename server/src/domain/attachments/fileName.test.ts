import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName, extensionOf } from './fileName';

describe('extensionOf', () => {
  it.each([
    ['a.JPG', 'jpg'],
    ['a.tar.gz', 'gz'],
    ['Снимок 12.30', null],
    ['README', null],
    ['a.финал', null],
    ['a.', null],
    ['.env', 'env'],
  ])('%s: %s', (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });
});

describe('cleanFileName', () => {
  it.each([
    ['..\\..\\boot.ini', null, 'boot.ini'],
    ['/etc/passwd', null, 'passwd'],
    ['a\u0000b\u0007\u202ec.txt', 'txt', 'abc.txt'],
    ['photo.JPG', 'webp', 'photo.webp'],
    ['x.exe', null, 'x.exe'],
    ['', 'png', 'file.png'],
    ['...', null, 'file'],
    ['a \n b.txt', 'txt', 'a b.txt'],
    ['😀'.repeat(200), 'png', `${'😀'.repeat(116)}.png`],
  ])('%j with %s: %s', (name, extension, clean) => {
    expect(cleanFileName(name, extension)).toBe(clean);
  });

  it('is a plain name whatever it is given, and stays what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const clean = cleanFileName(name, 'pdf');
        expect(clean).toMatch(/^[^/\\\p{Cc}\p{Cf}]+\.pdf$/u);
        expect(Array.from(clean).length).toBeLessThanOrEqual(120);
        expect(cleanFileName(clean, 'pdf')).toBe(clean);
      }),
    );
  });
});
