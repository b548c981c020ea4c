import { expect, test } from 'vitest';
import { csvLine } from './csv';

test.each([
  [['a', 'b'], 'a,b\r\n'],
  [['a,b', 'say "hi"', 'two\nlines'], '"a,b","say ""hi""","two\nlines"\r\n'],
  [['=1+1', '-5', '@x', 'a=b'], "'=1+1,'-5,'@x,a=b\r\n"],
  [[''], '\r\n'],
])('%j', (values, line) => {
  expect(csvLine(values)).toBe(line);
});
