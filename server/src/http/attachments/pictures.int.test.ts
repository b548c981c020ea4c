import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { animatedGif, heic, photo } from '../../testing/fileSamples';
import { startTestApi, type ApiPerson, type TestApi } from '../../testing/testApi';
import { download, upload } from '../../testing/uploads';

let api: TestApi;
let customer: ApiPerson;
beforeAll(async () => {
  api = await startTestApi();
  customer = await api.person('USER');
});
afterAll(() => api.close());

describe('pictures', () => {
  test('lose place and camera, stay upright, get a thumbnail', async () => {
    const original = await photo();
    expect(original.includes('SecretCamera')).toBe(true);
    const shown = await upload(customer, original, 'IMG_1.JPG');
    expect(shown).toMatchObject({ fileName: 'IMG_1.jpg', width: 40, height: 60 });
    const { body } = await download(api, shown.url);
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
    const small = await download(api, shown.thumbnailUrl!);
    expect(small.response.headers.get('content-type')).toBe('image/webp');
    expect(await sharp(small.body).metadata()).toMatchObject({ width: 40, height: 60 });
  });

  test('thumbnails fit into 480 pixels', async () => {
    const big = await sharp({
      create: { width: 2000, height: 1000, channels: 3, background: '#abcdef' },
    })
      .png()
      .toBuffer();
    const shown = await upload(customer, big, 'big.png');
    expect(shown).toMatchObject({ width: 2000, height: 1000 });
    const small = await download(api, shown.thumbnailUrl!);
    expect(await sharp(small.body).metadata()).toMatchObject({ width: 480, height: 240 });
    // As notices of a computer show them, where nothing newer than PNG is known.
    const plain = await download(api, shown.thumbnailUrl!, { accept: 'image/png' });
    expect(plain.response.headers.get('vary')).toContain('Accept');
    expect(await sharp(plain.body).metadata()).toMatchObject({ format: 'png', width: 192 });
  });

  test('a GIF keeps its frames and its loop, loses comments and what follows its end', async () => {
    const original = await animatedGif();
    const { body } = await download(api, (await upload(customer, original, 'a.gif')).url);
    expect(original.includes('secret comment') && original.includes('<script>')).toBe(true);
    expect(body.includes('secret comment') || body.includes('<script>')).toBe(false);
    expect(body.includes('NETSCAPE2.0')).toBe(true);
    expect(await sharp(body, { animated: true }).metadata()).toMatchObject({ pages: 2, loop: 0 });
  });

  test('an animated WebP stays animated', async () => {
    const webp = await sharp(await animatedGif(), { animated: true })
      .webp()
      .toBuffer();
    const shown = await upload(customer, webp, 'a.webp');
    expect(shown).toMatchObject({ width: 8, height: 8 });
    const { body } = await download(api, shown.url);
    expect(await sharp(body, { animated: true }).metadata()).toMatchObject({ pages: 2 });
  });

  test('a HEIC loses its metadata without moving a byte', async () => {
    const original = heic('secret-exif'.repeat(5), 'secret-xmp'.repeat(5));
    const shown = await upload(customer, original, 'IMG.HEIC');
    // 640×480, turned by 90°.
    expect(shown).toMatchObject({ width: 480, height: 640, thumbnailUrl: null });
    const { body } = await download(api, shown.url);
    expect(body.length).toBe(original.length);
    expect(body.includes('PIXELS')).toBe(true);
    expect(body.includes('secret')).toBe(false);
  });
});
