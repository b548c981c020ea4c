import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Attachment } from '@tikethet/shared/contracts';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanUnusedUploads } from '../../domain/attachments/cleanUnusedUploads';
import { newId } from '../../db/ids';
import {
  allowedFiles,
  animatedGif,
  compoundFile,
  heic,
  photo,
  pngBomb,
  zip,
} from '../../testing/fileSamples';
import { startTestApi, type ApiPerson, type TestApi } from '../../testing/testApi';

let api: TestApi;
let customer: ApiPerson;
let stranger: ApiPerson;
let helper: ApiPerson;
let categoryId: string;
beforeAll(async () => {
  api = await startTestApi();
  customer = await api.person('USER');
  stranger = await api.person('USER');
  helper = await api.person('HELPER');
  categoryId = (await customer.api('GET /categories', {})).items[0]!.id;
});
afterAll(() => api.close());

const PATH = '/api/v1/attachments';
const MEGABYTE = 1024 * 1024;

function form(body: Buffer, name: string, field = 'file'): FormData {
  const data = new FormData();
  data.append(field, new Blob([new Uint8Array(body)]), name);
  return data;
}
const post = (
  who: ApiPerson,
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = {},
) => who.request(PATH, { method: 'POST', body, headers });
async function upload(body: Buffer, name: string, who = customer): Promise<Attachment> {
  const response = await post(who, form(body, name));
  const answer: unknown = await response.json();
  expect([response.status, answer]).toEqual([201, expect.anything()]);
  return answer as Attachment;
}
async function refusal(response: Response): Promise<string> {
  const { error } = (await response.json()) as { error: { code: string } };
  return `${response.status} ${error.code}`;
}
const download = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(api.url + url, { headers });
  return { response, body: Buffer.from(await response.arrayBuffer()) };
};

/** Every file that lies in the store, half-written ones too. */
const stored = () =>
  readdirSync(api.storageRoot, { recursive: true })
    .map(String)
    .filter((name) => statSync(path.join(api.storageRoot, name)).isFile());
async function expectNothingLeft(work: () => Promise<unknown>): Promise<void> {
  const [files, rows] = [stored(), await api.db('attachments').select('id')];
  await work();
  expect(stored()).toEqual(files);
  expect(await api.db('attachments').select('id')).toEqual(rows);
}

describe('uploading', () => {
  test('every allowed type arrives and comes back as what it is', async () => {
    for (const [name, { type, body }] of Object.entries(await allowedFiles())) {
      const shown = await upload(body, name);
      const image = type.startsWith('image/');
      expect(shown, name).toMatchObject({
        fileName: name,
        contentType: type.split(';')[0],
        state: 'READY',
        kind: image ? 'IMAGE' : type.startsWith('audio/') ? 'AUDIO' : expect.any(String),
      });
      const { response, body: back } = await download(shown.url);
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
    await expectNothingLeft(async () => {
      expect(await refusal(await post(customer, form(body, name)))).toBe(answer);
    });
  });

  test('keeps to the limits, to the byte', async () => {
    const jpeg = await photo();
    const padded = (size: number) => Buffer.concat([jpeg, Buffer.alloc(size - jpeg.length)]);
    await upload(padded(10 * MEGABYTE), 'full.jpg');
    const rar = (size: number) =>
      Buffer.concat([Buffer.from('526172211a0700', 'hex'), Buffer.alloc(size - 7)]);
    await upload(rar(10 * MEGABYTE + 1), 'more.rar');
    const full = await upload(rar(50 * MEGABYTE), 'full.rar');
    expect(full.size).toBe(50 * MEGABYTE);
    await expectNothingLeft(async () => {
      for (const [body, name] of [
        [padded(10 * MEGABYTE + 1), 'over.jpg'],
        [rar(50 * MEGABYTE + 1), 'over.rar'],
        [rar(60 * MEGABYTE), 'far.rar'],
      ] as const) {
        expect(await refusal(await post(customer, form(body, name)))).toBe('413 file_too_large');
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
    await expectNothingLeft(async () => {
      const response = await customer.request(PATH, {
        method: 'POST',
        body: endless,
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        duplex: 'half',
      } as RequestInit);
      expect(await refusal(response)).toBe('413 file_too_large');
    });
  });

  test('leaves nothing of an upload whose sender went away', async () => {
    await expectNothingLeft(async () => {
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
        .request(PATH, {
          method: 'POST',
          body: slow,
          signal: abort.signal,
          headers: { 'content-type': 'multipart/form-data; boundary=x' },
          duplex: 'half',
        } as RequestInit)
        .catch(() => null);
      await expect.poll(() => stored().filter((name) => name.startsWith('staging'))).toEqual([]);
    });
  });

  test('malformed bodies are coded refusals', async () => {
    const two = form(Buffer.from('a'), 'a.txt');
    two.append('file', new Blob(['b']), 'b.txt');
    const extra = form(Buffer.from('a'), 'a.txt');
    extra.append('role', 'ADMIN');
    const before = new FormData();
    before.append('role', 'ADMIN');
    before.append('file', new Blob(['b']), 'b.txt');
    const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
    await expectNothingLeft(async () => {
      for (const [body, headers, answer] of [
        [form(Buffer.from('a'), 'a.txt', 'picture'), {}, '422 validation_failed'],
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
        expect(await refusal(await post(customer, body, headers))).toBe(answer);
      }
      const nobody = await fetch(api.url + PATH, { method: 'POST', body: two });
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
    expect((await upload(Buffer.from('text'), given)).fileName).toBe(clean);
  });

  test('a picture called by another picture type gets the right ending', async () => {
    const webp = await sharp(await photo())
      .webp()
      .toBuffer();
    expect(await upload(webp, 'IMG.JPG')).toMatchObject({
      fileName: 'IMG.webp',
      contentType: 'image/webp',
    });
  });

  test('an idempotency key gives the first answer for the same file, 422 for another', async () => {
    const key = { 'idempotency-key': randomBytes(8).toString('hex') };
    const send = async (text: string) => post(customer, form(Buffer.from(text), 'a.txt'), key);
    const answers = await Promise.all([send('one'), send('one'), send('one')]);
    const ids = await Promise.all(answers.map(async (r) => ((await r.json()) as Attachment).id));
    expect(new Set(ids).size).toBe(1);
    const count = stored().length;
    expect(await refusal(await send('two'))).toBe('422 idempotency_mismatch');
    expect(stored()).toHaveLength(count);
  });
});

describe('pictures', () => {
  test('lose place and camera, stay upright, get a thumbnail', async () => {
    const original = await photo();
    expect(original.includes('SecretCamera')).toBe(true);
    const shown = await upload(original, 'IMG_1.JPG');
    expect(shown).toMatchObject({ fileName: 'IMG_1.jpg', width: 40, height: 60 });
    const { body } = await download(shown.url);
    const meta = await sharp(body).metadata();
    expect(meta).toMatchObject({ format: 'jpeg', width: 40, height: 60 });
    expect([meta.exif, meta.xmp, meta.iptc, meta.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    // Stored with its left third red and to be turned clockwise: red comes to the top.
    const pixel = async (image: Buffer, left: number, top: number) => [
      ...(await sharp(image).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
    ];
    const [top, bottom] = [await pixel(body, 20, 5), await pixel(body, 20, 50)];
    expect(top[0]).toBeGreaterThan(240);
    expect(bottom[2]).toBeGreaterThan(240);
    const small = await download(shown.thumbnailUrl!);
    expect(small.response.headers.get('content-type')).toBe('image/webp');
    expect(await sharp(small.body).metadata()).toMatchObject({ width: 40, height: 60 });
  });

  test('thumbnails fit into 480 pixels', async () => {
    const big = await sharp({
      create: { width: 2000, height: 1000, channels: 3, background: '#abcdef' },
    })
      .png()
      .toBuffer();
    const shown = await upload(big, 'big.png');
    expect(shown).toMatchObject({ width: 2000, height: 1000 });
    const small = await download(shown.thumbnailUrl!);
    expect(await sharp(small.body).metadata()).toMatchObject({ width: 480, height: 240 });
  });

  test('a GIF keeps its frames and its loop, loses comments and what follows its end', async () => {
    const original = await animatedGif();
    const { body } = await download((await upload(original, 'a.gif')).url);
    expect(original.includes('secret comment') && original.includes('<script>')).toBe(true);
    expect(body.includes('secret comment') || body.includes('<script>')).toBe(false);
    expect(body.includes('NETSCAPE2.0')).toBe(true);
    expect(await sharp(body, { animated: true }).metadata()).toMatchObject({ pages: 2, loop: 0 });
  });

  test('an animated WebP stays animated', async () => {
    const webp = await sharp(await animatedGif(), { animated: true })
      .webp()
      .toBuffer();
    const shown = await upload(webp, 'a.webp');
    expect(shown).toMatchObject({ width: 8, height: 8 });
    const { body } = await download(shown.url);
    expect(await sharp(body, { animated: true }).metadata()).toMatchObject({ pages: 2 });
  });

  test('a HEIC loses its metadata without moving a byte', async () => {
    const original = heic('secret-exif'.repeat(5), 'secret-xmp'.repeat(5));
    const shown = await upload(original, 'IMG.HEIC');
    // 640×480, turned by 90°.
    expect(shown).toMatchObject({ width: 480, height: 640, thumbnailUrl: null });
    const { body } = await download(shown.url);
    expect(body.length).toBe(original.length);
    expect(body.includes('PIXELS')).toBe(true);
    expect(body.includes('secret')).toBe(false);
  });
});

describe('downloading', () => {
  const openTicket = async (attachmentIds: string[]) =>
    customer.api('POST /tickets', { title: 'Т', description: 'О', categoryId, attachmentIds });
  const status = async (who: ApiPerson, id: string, part = 'content') =>
    (await who.request(`${PATH}/${id}/${part}`)).status;
  const attached = async (who: ApiPerson, ticketId: string) => {
    const page = await who.api('GET /tickets/{id}/messages', { id: ticketId });
    return page.items.flatMap((message) => message.attachments);
  };

  test('obeys the ticket, by token and by signed address', async () => {
    const mine = await upload(Buffer.from('мой файл'), 'моё.txt');
    expect(await status(customer, mine.id)).toBe(200);
    expect(await status(helper, mine.id)).toBe(404);
    const ticket = await openTicket([mine.id]);
    expect(await status(customer, mine.id)).toBe(200);
    expect(await status(helper, mine.id)).toBe(200);
    expect(await status(stranger, mine.id)).toBe(404);
    expect(await status(stranger, newId())).toBe(404);
    expect((await fetch(`${api.url}${PATH}/${mine.id}/content`)).status).toBe(401);
    for (const who of [customer, helper]) {
      const [file] = await attached(who, ticket.id);
      const { response, body } = await download(file!.url);
      expect(response.status).toBe(200);
      expect(body.toString()).toBe('мой файл');
      expect(response.headers.get('content-disposition')).toContain(
        "filename*=UTF-8''%D0%BC%D0%BE%D1%91.txt",
      );
      expect(response.headers.get('cache-control')).toContain('private');
    }
    const fresh = await customer.api('GET /attachments/{id}', { id: mine.id });
    expect((await download(fresh.url)).response.status).toBe(200);
    await expect(stranger.api('GET /attachments/{id}', { id: mine.id })).rejects.toMatchObject({
      status: 404,
    });
    expect(await status(customer, 'nonsense')).toBe(422);
    expect(await status(customer, mine.id, 'thumbnail')).toBe(404);
  });

  test('a signed address cannot be changed and dies within fifteen minutes', async () => {
    const mine = await upload(Buffer.from('x'), 'x.txt');
    const other = await upload(Buffer.from('y'), 'y.txt', stranger);
    const url = new URL(mine.url, api.url);
    const changed = (name: string, value: string) => {
      const copy = new URL(url);
      copy.searchParams.set(name, value);
      return copy.pathname + copy.search;
    };
    for (const forged of [
      changed('e', String(Number(url.searchParams.get('e')) + 3600)),
      changed('s', 'staff'),
      changed('s', `customer:${stranger.id}`),
      changed('sig', 'A'.repeat(43)),
      changed('sig', ''),
      mine.url.replace(mine.id, other.id),
      mine.url.replace('/content', '/thumbnail'),
      mine.url.replace('sig=', 'signature=') + '&sig=x',
    ]) {
      expect((await download(forged)).response.status, forged).toBe(401);
    }
    api.advance(600);
    expect((await download(mine.url)).response.status).toBe(200);
    api.advance(300);
    expect((await download(mine.url)).response.status).toBe(401);
  });

  test('what changed since an address was signed counts', async () => {
    const person = await api.person('USER');
    const admin = await api.person('ADMIN');
    const file = await upload(Buffer.from('x'), 'x.txt', person);
    const ticket = await person.api('POST /tickets', {
      title: 'Т',
      description: 'О',
      categoryId,
      attachmentIds: [file.id],
    });
    const [seen] = await attached(admin, ticket.id);
    const codes = async () => [
      (await download(file.url)).response.status,
      (await download(seen!.url)).response.status,
    ];
    expect(await codes()).toEqual([200, 200]);
    await admin.api('PUT /users/{id}/status', { id: person.id, isActive: false });
    expect(await codes()).toEqual([404, 200]);
    await admin.api('PUT /users/{id}/status', { id: person.id, isActive: true });
    const { items } = await admin.api('GET /tickets/{id}/messages', { id: ticket.id });
    await admin.api('DELETE /messages/{id}', { id: items[0]!.id });
    expect(await codes()).toEqual([404, 404]);
    expect(await status(admin, file.id)).toBe(404);
  });

  test('a deleted ticket takes its files along', async () => {
    const admin = await api.person('ADMIN');
    const file = await upload(Buffer.from('x'), 'x.txt');
    const ticket = await openTicket([file.id]);
    await admin.api('DELETE /tickets/{id}', { id: ticket.id });
    expect((await download(file.url)).response.status).toBe(404);
    expect(await status(customer, file.id)).toBe(404);
    expect(await status(admin, file.id)).toBe(404);
  });

  test("a note's file is for staff", async () => {
    const ticket = await openTicket([]);
    const file = await upload(Buffer.from('между нами'), 'note.txt', helper);
    await helper.api('POST /tickets/{id}/messages', {
      id: ticket.id,
      content: 'Заметка',
      internal: true,
      attachmentIds: [file.id],
    });
    expect(await status(helper, file.id)).toBe(200);
    expect(await status(customer, file.id)).toBe(404);
    await expect(customer.api('GET /attachments/{id}', { id: file.id })).rejects.toMatchObject({
      status: 404,
    });
    // Even with an address that a defect elsewhere might sign for the customer.
    const leaked = api.services.links.sign(`${PATH}/${file.id}/content`, `customer:${customer.id}`);
    expect((await download(leaked)).response.status).toBe(404);
  });

  test('nobody attaches somebody else’s upload or one upload twice', async () => {
    const file = await upload(Buffer.from('x'), 'x.txt', stranger);
    await expect(openTicket([file.id])).rejects.toMatchObject({ status: 422 });
    const mine = await upload(Buffer.from('x'), 'x.txt');
    await openTicket([mine.id]);
    await expect(openTicket([mine.id])).rejects.toMatchObject({ status: 422 });
  });

  test('parts of a file', async () => {
    const { url } = await upload(Buffer.from('0123456789'), 'digits.txt');
    const part = async (range: string, headers: Record<string, string> = {}) => {
      const { response, body } = await download(url, { range, ...headers });
      return [response.status, response.headers.get('content-range'), body.toString()];
    };
    expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234']);
    expect(await part('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789']);
    expect(await part('bytes=-2')).toEqual([206, 'bytes 8-9/10', '89']);
    expect(await part('bytes=10-')).toEqual([416, 'bytes */10', '']);
    expect(await part('bytes=0-1,3-4')).toEqual([200, null, '0123456789']);
    const whole = await download(url);
    const tag = whole.response.headers.get('etag')!;
    expect(whole.response.headers.get('accept-ranges')).toBe('bytes');
    expect(await part('bytes=2-4', { 'if-range': tag })).toEqual([206, 'bytes 2-4/10', '234']);
    expect(await part('bytes=2-4', { 'if-range': '"old"' })).toEqual([200, null, '0123456789']);
    expect((await download(url, { 'if-none-match': tag })).response.status).toBe(304);
    const head = await fetch(api.url + url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '10']);
  });
});

describe('unused uploads', () => {
  test('go after a day; used ones stay', async () => {
    await cleanUnusedUploads(api.desk, api.storage);
    const lone = await upload(await photo(), 'lone.jpg');
    const used = await upload(await photo(), 'used.jpg');
    await customer.api('POST /tickets', {
      title: 'Т',
      description: 'О',
      categoryId,
      attachmentIds: [used.id],
    });
    const before = stored().length;
    api.advance(86_400);
    await upload(Buffer.from('x'), 'young.txt', await api.person('USER'));
    await cleanUnusedUploads(api.desk, api.storage);
    expect(await api.db('attachments').where({ id: lone.id })).toHaveLength(1);
    api.advance(1);
    await cleanUnusedUploads(api.desk, api.storage);
    expect(await api.db('attachments').where({ id: lone.id })).toHaveLength(0);
    expect(await api.db('attachments').where({ id: used.id })).toHaveLength(1);
    const unusedBefore = stored().length;
    expect(unusedBefore).toBeLessThanOrEqual(before + 1 - 2);
  });

  test('have a bound per person', async () => {
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
    const response = await post(hoarder, form(Buffer.from('x'), 'x.txt'));
    expect(response.headers.get('retry-after')).toBe('600');
    expect(await refusal(response)).toBe('429 rate_limited');
  });
});
