import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { FileStore } from '../../storage/fileStore';
import { screenshots, type Screenshot } from './screenshots';

export type DemoFile = Screenshot | 'log';

/** A stored file as rows of `attachments` describe it. */
export interface StoredDemoFile {
  storageKey: string;
  thumbnailKey: string | null;
  sha256: string;
  size: number;
  contentType: string;
  kind: 'IMAGE' | 'FILE';
  width: number | null;
  height: number | null;
}

export type DemoFiles = Readonly<Record<DemoFile, StoredDemoFile>>;

/** Pixels; the drawings are larger. */
const WIDTH = 720;
/** Longest side of a thumbnail, pixels. */
const THUMBNAIL = 320;

const LOG = `[19:41:02] launcher 2.8.1 (win64), java 21.0.4
[19:41:03] cpu: 6 cores, memory: 16302 MB, gpu: GeForce GTX 1660
[19:41:03] profile "survival", 41 mods
[19:41:09] checking files: 2214 of 2214
[19:41:10] warn  config/shaders.json: unknown key "waterQuality"
[19:41:12] connecting to play.nord.example:25565
[19:41:12] handshake ok, protocol 768
[19:41:14] resource pack 2026.2 applied
[19:41:31] warn  chunk queue 1204, frame 612 ms
[19:41:38] error renderer: allocation of 536870912 bytes failed
[19:41:38] error   at render.ChunkBuffer.grow(ChunkBuffer.java:212)
[19:41:38] error   at render.WorldRenderer.upload(WorldRenderer.java:940)
[19:41:39] fatal game thread stopped, exit code -1
`;

function hashOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}

/** Keys come from the content: filling a desk again into the same folder finds the same files. */
async function keep(storage: FileStore, body: Uint8Array): Promise<string> {
  const key = hashOf(body).slice(0, 40);
  const staged = await storage.stage();
  await writeFile(staged, body);
  await storage.put(key, staged);
  return key;
}

async function storeScreenshot(storage: FileStore, svg: string): Promise<StoredDemoFile> {
  const picture = sharp(Buffer.from(svg)).resize(WIDTH);
  const [original, thumbnail] = await Promise.all([
    picture.clone().png().toBuffer({ resolveWithObject: true }),
    picture.clone().resize(THUMBNAIL, THUMBNAIL, { fit: 'inside' }).webp().toBuffer(),
  ]);
  return {
    storageKey: await keep(storage, original.data),
    thumbnailKey: await keep(storage, thumbnail),
    sha256: hashOf(original.data),
    size: original.data.length,
    contentType: 'image/png',
    kind: 'IMAGE',
    width: original.info.width,
    height: original.info.height,
  };
}

async function storeLog(storage: FileStore): Promise<StoredDemoFile> {
  const body = Buffer.from(LOG);
  return {
    storageKey: await keep(storage, body),
    thumbnailKey: null,
    sha256: hashOf(body),
    size: body.length,
    contentType: 'text/plain',
    kind: 'FILE',
    width: null,
    height: null,
  };
}

/** Draws and stores the few files that the demo's attachments share. */
export async function storeDemoFiles(storage: FileStore): Promise<DemoFiles> {
  const [crash, lag, ban, chat, shop, base, log] = await Promise.all([
    storeScreenshot(storage, screenshots.crash),
    storeScreenshot(storage, screenshots.lag),
    storeScreenshot(storage, screenshots.ban),
    storeScreenshot(storage, screenshots.chat),
    storeScreenshot(storage, screenshots.shop),
    storeScreenshot(storage, screenshots.base),
    storeLog(storage),
  ]);
  return { crash, lag, ban, chat, shop, base, log };
}
