import { createHash, randomBytes } from 'node:crypto';
import type { Attachment } from '@tikethet/shared/contracts';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../db/ids';
import { allowedFiles, compoundFile, heic, photo, pngBomb, zip } from '../../testing/fileSamples';
import { startTestApi, type ApiPerson, type TestApi } from '../../testing/testApi';
import {
  ATTACHMENTS,
  download,
  expectNothingLeft,
  fileForm,
  postUpload,
  refusal,
  storedFiles,
  upload,
} from '../../testing/uploads';

let api: TestApi;
let customer: ApiPerson;
beforeAll(async () => {
  api = await startTestApi();
  customer = await api.person('USER');
});
afterAll(() => api.close());

const MEGABYTE = 1024 * 1024;

describe('uploading', () => {
  test('every allowed type arrives and comes back as what it is', async () => {
    for (const [name, { type, body }] of Object.entries(await allowedFiles())) {
      const shown = await upload(customer, body, name);
      const image = type.startsWith('image/');
      expect(shown, name).toMatchObject({
        fileName: name,
        contentType: type.split(';')[0],
        state: 'READY',
        kind: image ? 'IMAGE' : type.startsWith('audio/') ? 'AUDIO' : expect.any(String),
      });
      const { response, body: back } = await download(api, shown.url);
      expect(response.headers.get('content-type'), name).toBe(type);
      const inline = (image && name !== 'a.heic') || /^(audio|video)/.test(type);
      expect(response.headers.get('content-disposition'), name).toBe(
        `${inline ? 'inline' : 'attachment'}; filename="${name}"; filename*=UTF-8''${name}`,
      );
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect(back.length).toBe(shown.size);
      if (!image) expect(back.equals(body), name).toBe(true);
      const row = await api.db('attachments').where({ id: shown.id }).first();
      expect(row.sha256).toBe(createHash('sha256').update(back).digest('hex'));
    }
  });

  test.each(['BMW не заводится', 'MZ: 14, 15', 'FWS, CWS'])(
    'takes text that begins like a file of another type: %s',
    async (text) => {
      const shown = await upload(customer, Buffer.from(text), 'x.txt');
      expect(shown).toMatchObject({ contentType: 'text/plain', state: 'READY', kind: 'FILE' });
    },
  );

  test.each<[string, Buffer, string, string]>([
    ['a zip that calls itself a picture', zip({ a: 'b' }), 'x.png', '415 file_type_not_allowed'],
    [
      'a picture that calls itself a zip',
      Buffer.from('GIF89a'),
      'x.zip',
      '415 file_type_not_allowed',
    ],
    ['a page', Buffer.from('<!doctype html><p>'), 'x.html', '415 file_type_not_allowed'],
    ['a page as text', Buffer.from(' \n<HTML><p>'), 'x.txt', '415 file_type_not_allowed'],
    ['a page as a picture', Buffer.from('<html>'), 'x.png', '415 file_type_not_allowed'],
    [
      'a drawing with a script',
      Buffer.from('<svg onload="x">'),
      'x.svg',
      '415 file_type_not_allowed',
    ],
    ['the same as text', Buffer.from('<svg onload="x">'), 'x.txt', '415 file_type_not_allowed'],
    ['a program', Buffer.from('MZ\x90\0\x03\0', 'latin1'), 'x.exe', '415 file_type_not_allowed'],
    [
      'a program as text',
      Buffer.from('MZ\x90\0\x03\0', 'latin1'),
      'x.txt',
      '415 file_type_not_allowed',
    ],
    ['a script', Buffer.from('alert(1)'), 'x.js', '415 file_type_not_allowed'],
    ['a shell script as text', Buffer.from('#!/bin/sh\n'), 'x.txt', '415 file_type_not_allowed'],
    ['an installer as a document', compoundFile('Property'), 'x.doc', '415 file_type_not_allowed'],
    ['a table as a document', compoundFile('Workbook'), 'x.doc', '415 file_type_not_allowed'],
    [
      'a picture that is none',
      Buffer.from('\x89PNG\r\n\x1a\nbroken', 'latin1'),
      'x.png',
      '415 file_type_not_allowed',
    ],
    ['half a JPEG', Buffer.from('ffd8ffe000104a46', 'hex'), 'x.jpg', '415 file_type_not_allowed'],
    [
      'half a GIF',
      Buffer.from('GIF89a\x01\0\x01\0\0\0\0', 'latin1'),
      'x.gif',
      '415 file_type_not_allowed',
    ],
    ['half a HEIC', heic('E', 'X').subarray(0, 120), 'x.heic', '415 file_type_not_allowed'],
    ['a bomb of 900 megapixels', pngBomb(30_000), 'x.png', '413 file_too_large'],
    ['nothing', Buffer.alloc(0), 'x.txt', '422 validation_failed'],
  ])('refuses %s', async (_what, body, name, answer) => {
    await expectNothingLeft(api, async () => {
      expect(await refusal(await postUpload(customer, fileForm(body, name)))).toBe(answer);
    });
  });

  test('keeps to the limits, to the byte', async () => {
    const jpeg = await photo();
    const padded = (size: number) => Buffer.concat([jpeg, Buffer.alloc(size - jpeg.length)]);
    await upload(customer, padded(10 * MEGABYTE), 'full.jpg');
    const rar = (size: number) =>
      Buffer.concat([Buffer.from('526172211a0700', 'hex'), Buffer.alloc(size - 7)]);
    await upload(customer, rar(10 * MEGABYTE + 1), 'more.rar');
    const full = await upload(customer, rar(50 * MEGABYTE), 'full.rar');
    expect(full.size).toBe(50 * MEGABYTE);
    await expectNothingLeft(api, async () => {
      for (const [body, name] of [
        [padded(10 * MEGABYTE + 1), 'over.jpg'],
        [rar(50 * MEGABYTE + 1), 'over.rar'],
        [rar(60 * MEGABYTE), 'far.rar'],
      ] as const) {
        expect(await refusal(await postUpload(customer, fileForm(body, name)))).toBe(
          '413 file_too_large',
        );
      }
    });
  }, 60_000);

  test('breaks off a body without an end', async () => {
    const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n';
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        const chunk =
          sent === 0 ? Buffer.from(`${head}\xff\xd8\xff`, 'latin1') : Buffer.alloc(MEGABYTE);
        sent += chunk.length;
        controller.enqueue(new Uint8Array(chunk));
        if (sent > 30 * MEGABYTE) controller.close();
      },
    });
    await expectNothingLeft(api, async () => {
      const response = await customer.request(ATTACHMENTS, {
        method: 'POST',
        body: endless,
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        duplex: 'half',
      });
      expect(await refusal(response)).toBe('413 file_too_large');
    });
  });

  test('leaves nothing of an upload whose sender went away', async () => {
    await expectNothingLeft(api, async () => {
      const abort = new AbortController();
      const slow = new ReadableStream<Uint8Array>({
        start(controller) {
          const head =
            '--x\r\nContent-Disposition: form-data; name="file"; filename="a.rar"\r\n\r\n';
          controller.enqueue(new Uint8Array(Buffer.from(head + 'Rar!\x1a\x07\0', 'latin1')));
          controller.enqueue(new Uint8Array(MEGABYTE));
          setTimeout(() => abort.abort(), 200);
        },
      });
      await customer
        .request(ATTACHMENTS, {
          method: 'POST',
          body: slow,
          signal: abort.signal,
          headers: { 'content-type': 'multipart/form-data; boundary=x' },
          duplex: 'half',
        })
        .catch(() => null);
      await expect
        .poll(() => storedFiles(api).filter((name) => name.startsWith('staging')))
        .toEqual([]);
    });
  });

  test('malformed bodies are coded refusals', async () => {
    const two = fileForm(Buffer.from('a'), 'a.txt');
    two.append('file', new Blob(['b']), 'b.txt');
    const extra = fileForm(Buffer.from('a'), 'a.txt');
    extra.append('role', 'ADMIN');
    const before = new FormData();
    before.append('role', 'ADMIN');
    before.append('file', new Blob(['b']), 'b.txt');
    const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
    await expectNothingLeft(api, async () => {
      for (const [body, headers, answer] of [
        [fileForm(Buffer.from('a'), 'a.txt', 'picture'), {}, '422 validation_failed'],
        [two, {}, '422 validation_failed'],
        [extra, {}, '422 validation_failed'],
        [before, {}, '422 validation_failed'],
        [new FormData(), {}, '422 validation_failed'],
        ['--x\r\nnonsense', multipart, '422 validation_failed'],
        ['', multipart, '422 validation_failed'],
        ['x', { 'content-type': 'multipart/form-data' }, '422 validation_failed'],
        ['{}', { 'content-type': 'application/json' }, '415 unsupported_media_type'],
        ['x', { 'content-type': 'image/png' }, '415 unsupported_media_type'],
      ] as const) {
        expect(await refusal(await postUpload(customer, body, headers))).toBe(answer);
      }
      const nobody = await fetch(api.url + ATTACHMENTS, { method: 'POST', body: two });
      expect(await refusal(nobody)).toBe('401 unauthorized');
    });
  });

  test.each([
    ['../../etc/отчёт.txt', 'отчёт.txt'],
    ['C:\\Users\\x\\a.txt', 'a.txt'],
    ['a\u202etxt.exe\u200b.txt', 'atxt.exe.txt'],
    ['...', 'file.txt'],
    ['.txt', 'file.txt'],
    ['no extension', 'no extension.txt'],
    [`${'я'.repeat(300)}.txt`, `${'я'.repeat(116)}.txt`],
    ['a"b<c>.TXT', 'a_b_c_.txt'],
  ])('cleans the name %s', async (given, clean) => {
    expect((await upload(customer, Buffer.from('text'), given)).fileName).toBe(clean);
  });

  test('a picture called by another picture type gets the right ending', async () => {
    const webp = await sharp(await photo())
      .webp()
      .toBuffer();
    expect(await upload(customer, webp, 'IMG.JPG')).toMatchObject({
      fileName: 'IMG.webp',
      contentType: 'image/webp',
    });
  });

  test('an idempotency key gives the first answer for the same file, 422 for another', async () => {
    const key = { 'idempotency-key': randomBytes(8).toString('hex') };
    const send = async (text: string) =>
      postUpload(customer, fileForm(Buffer.from(text), 'a.txt'), key);
    const answers = await Promise.all([send('one'), send('one'), send('one')]);
    const ids = await Promise.all(answers.map(async (r) => ((await r.json()) as Attachment).id));
    expect(new Set(ids).size).toBe(1);
    const count = storedFiles(api).length;
    expect(await refusal(await send('two'))).toBe('422 idempotency_mismatch');
    expect(storedFiles(api)).toHaveLength(count);
  });
});

test('a person may have a hundred unused uploads', async () => {
  const hoarder = await api.person('USER');
  const [row] = await api.db('attachments').limit(1);
  const many = Array.from({ length: 100 }, () => ({
    ...row,
    id: newId(),
    uploader_id: hoarder.id,
    message_id: null,
    created_at: api.now(),
  }));
  await api.db('attachments').insert(many);
  const response = await postUpload(hoarder, fileForm(Buffer.from('x'), 'x.txt'));
  expect(response.headers.get('retry-after')).toBe('600');
  expect(await refusal(response)).toBe('429 rate_limited');
});
