import { describe, expect, it } from 'vitest';
import { parseMultipart } from './multipart';

const type = 'multipart/form-data; boundary=xx';

describe('parseMultipart', () => {
  it('takes unquoted file names with spaces and Cyrillic, as grammY sends them', () => {
    const body = Buffer.from(
      '--xx\r\ncontent-disposition:form-data;name="chat_id"\r\n\r\n7\r\n' +
        '--xx\r\ncontent-disposition:form-data;name="f";filename=отчёт 1.pdf\r\n' +
        'content-type:application/octet-stream\r\n\r\na\r\n--x\r\nb\r\n--xx--\r\n',
    );
    const parsed = parseMultipart(body, type);
    expect(parsed?.fields).toEqual({ chat_id: '7' });
    expect(parsed?.uploads.map(({ field, file }) => [field, file.name, String(file.body)])).toEqual(
      [['f', 'отчёт 1.pdf', 'a\r\n--x\r\nb']],
    );
  });

  it('takes quoted and extended names', () => {
    const body = Buffer.from(
      '--xx\r\nContent-Disposition: form-data; name="a"; filename="b \\"c\\".txt"\r\n\r\n1\r\n' +
        '--xx\r\nContent-Disposition: form-data; name="d"; filename*=UTF-8\'\'%D1%91.txt\r\n\r\n2\r\n--xx--',
    );
    expect(parseMultipart(body, type)?.uploads.map(({ file }) => file.name)).toEqual([
      'b "c".txt',
      'ё.txt',
    ]);
  });

  it('answers null without a boundary and stops at a torn end', () => {
    expect(parseMultipart(Buffer.from('x'), 'multipart/form-data')).toBeNull();
    expect(parseMultipart(Buffer.from('--xx\r\nname="a"\r\n\r\nhalf'), type)?.uploads).toEqual([]);
  });
});
