import type { Attachment } from '@tikethet/shared/contracts';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDeskFiles } from './deskFiles';
import { applyEvent } from './store/applyEvent';
import { LARGEST_THUMBNAIL } from './store/thumbnailRows';
import { openTestReplica, type TestReplica } from './store/testing/openTestReplica';
import { storeSize } from './storeSize';
import { startDeskServer, refusal, type DeskServer } from './testing/deskServer';
import { sampleEvent, sampleMessage, sampleTicket } from './testing/samples';
import { createThumbnails, type Thumbnails } from './thumbnails';

let desk: DeskServer;
let store: TestReplica;
let folder: string;
let thumbnails: Thumbnails | null;

const meId = randomUUID();
const PICTURE = { 'content-type': 'image/webp' };
const bytes = (size: number) => Buffer.alloc(size, 7);
const until = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 10 });
const fileOf = (picture: Attachment) => join(folder, `${picture.id}-thumbnail`);
const count = () => store.replica.thumbnails.size().count;

/** A picture that the desk gives in this size. */
function picture(size = 1_000): Attachment {
  const id = randomUUID();
  const path = `/attachments/${id}`;
  desk.on(`GET ${path}/thumbnail`, () => ({ body: bytes(size), headers: PICTURE }));
  return {
    id,
    fileName: 'снимок.png',
    size: 4_000_000,
    contentType: 'image/png',
    kind: 'IMAGE',
    state: 'READY',
    width: 1_600,
    height: 1_200,
    url: `/api/v1${path}/content?e=1&sig=x`,
    thumbnailUrl: `/api/v1${path}/thumbnail?e=1&sig=x`,
  };
}

/** A ticket with one message, on a day of January. */
function put(day: number, ...attachments: Attachment[]) {
  const ticket = sampleTicket();
  const createdAt = new Date(Date.UTC(2026, 0, day)).toISOString();
  const message = sampleMessage({ ticketId: ticket.id, attachments, createdAt });
  store.replica.write(() => {
    store.replica.putTicket(ticket, 'all');
    store.replica.putMessage(message, 'feed');
  });
  return { ticket, message };
}

function follow(room?: number): void {
  const tokens = { current: () => Promise.resolve('t'), renew: () => Promise.resolve(null) };
  const files = createDeskFiles(desk.url, tokens, fetch);
  const { replica } = store;
  thumbnails ??= createThumbnails({ replica, folder, files, mayFetch: () => true, room });
  thumbnails.follow();
}

beforeEach(async () => {
  desk = await startDeskServer();
  store = openTestReplica();
  folder = join(store.folder, 'thumbnails');
  thumbnails = null;
});

afterEach(async () => {
  await thumbnails?.stop();
  store.dispose();
  await desk.close();
});

test('pictures of the conversations are fetched, the newest first, for their owner alone', async () => {
  const [old, fresh] = [picture(), picture()];
  put(1, old);
  put(9, fresh);
  follow();
  await until(() => expect(store.replica.thumbnails.size()).toEqual({ count: 2, bytes: 2_000 }));
  expect(desk.asked.map(({ path }) => path)).toEqual(
    [fresh, old].map(({ id }) => `/api/v1/attachments/${id}/thumbnail`),
  );
  expect(desk.asked[0]?.authorization).toBe('Bearer t');
  expect(readFileSync(fileOf(fresh))).toEqual(bytes(1_000));
  expect(statSync(fileOf(fresh)).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const size = storeSize(store.replica, store.folder, folder);
  expect(size).toMatchObject({ tickets: 2, thumbnails: 2 });
  expect(size.bytes).toBeGreaterThan(2_000 + statSync(join(store.folder, 'replica.db')).size - 1);
});

test('they leave with their ticket, and with their message', async () => {
  const [hidden, deleted, kept] = [picture(), picture(), picture()];
  const out = put(1, hidden);
  const gone = put(2, deleted);
  put(3, kept);
  follow();
  await until(() => expect(count()).toBe(3));
  const tell = (event: ReturnType<typeof sampleEvent>) =>
    store.replica.write(() => applyEvent(store.replica, event, { snapshotRuns: false, meId }));
  tell(sampleEvent({ type: 'ticket.hidden', data: { id: out.ticket.id, number: 1 } }));
  const message = { ...gone.message, attachments: [], deletedAt: gone.message.createdAt };
  tell(sampleEvent({ type: 'message.deleted', data: message }));
  follow();
  expect(readdirSync(folder)).toEqual([`${kept.id}-thumbnail`]);
  store.replica.write(() => store.replica.clear());
  follow();
  expect(readdirSync(folder)).toEqual([]);
});

test('there is room for so many: the oldest leave, and are not fetched again', async () => {
  const [old, middle, fresh] = [picture(40_000), picture(40_000), picture(40_000)];
  put(1, old);
  put(5, middle);
  follow(100_000);
  await until(() => expect(count()).toBe(2));
  put(9, fresh);
  follow();
  await until(() => expect(existsSync(fileOf(fresh)) && !existsSync(fileOf(old))).toBe(true));
  expect(store.replica.thumbnails.size()).toEqual({ count: 2, bytes: 80_000 });
  expect(store.replica.thumbnails.wanted(10, 80_000)).toEqual([]);
});

test('what is no thumbnail is not kept; what the desk cannot give now is asked for later', async () => {
  const [large, missing, later, good] = [picture(), picture(), picture(), picture()];
  desk.on(`GET /attachments/${large.id}/thumbnail`, () => ({
    ...{ body: bytes(LARGEST_THUMBNAIL + 1), headers: PICTURE },
  }));
  desk.on(`GET /attachments/${missing.id}/thumbnail`, () => refusal(404, 'not_found'));
  desk.on(`GET /attachments/${later.id}/thumbnail`, () => refusal(503, 'unavailable'));
  put(9, large, missing);
  put(5, later);
  put(1, good);
  follow();
  await until(() => expect(desk.asked).toHaveLength(3));
  await until(() =>
    expect(store.replica.thumbnails.wanted(1, 1e9)).toEqual([`${good.id}-thumbnail`]),
  );
  await thumbnails?.stop();
  thumbnails = null;
  follow();
  // What failed comes last: it does not stand in the way of the others.
  await until(() => expect(count()).toBe(1));
  expect(existsSync(fileOf(good))).toBe(true);
  expect(store.replica.thumbnails.has(`${later.id}-thumbnail`)).toBe(true);
});

test('a page of a proxy is no picture, and its refusal none of the desk’s: asked for later', async () => {
  const html = { 'content-type': 'text/html' };
  for (const status of [200, 403]) {
    const one = picture();
    const page = { status, body: Buffer.from('<html>'), headers: html };
    desk.on(`GET /attachments/${one.id}/thumbnail`, () => page);
    put(1, one);
    const asked = desk.asked.length;
    follow();
    await until(() => expect(desk.asked.length).toBe(asked + 1));
    await thumbnails?.stop();
    thumbnails = null;
    expect(existsSync(fileOf(one))).toBe(false);
    expect(store.replica.thumbnails.wanted(10, 1e9)).toContain(`${one.id}-thumbnail`);
    desk.on(`GET /attachments/${one.id}/thumbnail`, () => ({ body: bytes(9), headers: PICTURE }));
  }
});

test('files that nobody knows, of a replica that was put aside, are removed', async () => {
  const one = picture();
  put(1, one);
  follow();
  await until(() => expect(count()).toBe(1));
  await thumbnails?.stop();
  thumbnails = null;
  writeFileSync(join(folder, `${randomUUID()}-thumbnail`), 'x');
  put(2, picture());
  follow();
  await until(() => expect(count()).toBe(2));
  expect(readdirSync(folder)).toHaveLength(2);
  expect(existsSync(fileOf(one))).toBe(true);
});
