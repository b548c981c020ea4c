import { writeFile } from 'node:fs/promises';
import type { Message } from '@tikethet/shared/contracts';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../db/ids';
import { photo } from '../../testing/fileSamples';
import { startTestApi, type ApiPerson, type TestApi } from '../../testing/testApi';
import { SYSTEM } from '../context';
import { completeFetch, failFetch } from './completeFetch';
import { receiveFromTelegram, type StoredFile } from './receiveFile';

let api: TestApi;
let customer: ApiPerson;
let admin: ApiPerson;
let categoryId: string;
beforeAll(async () => {
  api = await startTestApi();
  customer = await api.person('USER');
  admin = await api.person('ADMIN');
  categoryId = (await customer.api('GET /categories', {})).items[0]!.id;
});
afterAll(() => api.close());

async function receive(body: Buffer, name: string): Promise<StoredFile> {
  const staged = await api.storage.stage();
  await writeFile(staged, body);
  return receiveFromTelegram(api.storage, staged, name);
}

/** A ticket whose first message waits for a file, as the bot writes it. */
async function waiting(): Promise<{ attachmentId: string; ticketId: string; messageId: string }> {
  const attachmentId = newId();
  await api.db('attachments').insert({
    id: attachmentId,
    uploader_id: customer.id,
    file_name: 'photo.jpg',
    size: 0,
    content_type: 'image/jpeg',
    kind: 'IMAGE',
    state: 'FETCHING',
    created_at: api.now(),
  });
  const ticket = await customer.api('POST /tickets', {
    title: 'Т',
    description: 'О',
    categoryId,
    attachmentIds: [attachmentId],
  });
  const { items } = await customer.api('GET /tickets/{id}/messages', { id: ticket.id });
  return { attachmentId, ticketId: ticket.id, messageId: items[0]!.id };
}
const edits = async (messageId: string) =>
  (await api.db('event_log').where({ type: 'message.edited' }).orderBy('seq'))
    .map((row) => [row.data as Message, row.customer_data as Message] as const)
    .filter(([data]) => data.id === messageId);
const complete = (attachmentId: string, file: StoredFile) =>
  api.desk.run(SYSTEM, (ctx) => completeFetch(ctx, { attachmentId, file }));

describe('files from Telegram', () => {
  test('of every kind are kept; only those we know are ever shown', async () => {
    const jpeg = await photo();
    const clean = await receive(jpeg, 'file_1.jpg');
    expect(clean).toMatchObject({ contentType: 'image/jpeg', kind: 'IMAGE', width: 40 });
    expect(clean.thumbnailKey).not.toBeNull();
    for (const [body, name, kept] of [
      [Buffer.from('<svg onload="x">'), 'a.svg', 'a.svg'],
      [Buffer.from('MZ\x90\0', 'latin1'), '../b.exe', 'b.exe'],
      [jpeg.subarray(0, 200), 'half.jpg', 'half.jpg'],
      [Buffer.alloc(0), 'empty.png', 'empty.png'],
    ] as const) {
      const file = await receive(body, name);
      expect(file, name).toMatchObject({
        fileName: kept,
        contentType: 'application/octet-stream',
        kind: 'FILE',
        size: body.length,
      });
      const chunks: Buffer[] = [];
      for await (const chunk of api.storage.read(file.storageKey)) chunks.push(chunk as Buffer);
      expect(Buffer.concat(chunks).equals(body)).toBe(true);
    }
  });

  test('complete their message, once, and everybody who sees it learns of it', async () => {
    const { attachmentId, messageId } = await waiting();
    const file = await receive(await photo(), 'file_7.jpg');
    expect(await complete(attachmentId, file)).toBe(true);
    expect(await complete(attachmentId, file)).toBe(false);
    const events = await edits(messageId);
    expect(events).toHaveLength(1);
    for (const view of events[0]!) {
      expect(view.attachments[0]).toMatchObject({ state: 'READY', width: 40, height: 60 });
    }
    const shown = await customer.api('GET /attachments/{id}', { id: attachmentId });
    const response = await fetch(api.url + shown.url);
    const body = Buffer.from(await response.arrayBuffer());
    expect((await sharp(body).metadata()).exif).toBeUndefined();
  });

  test('that do not come say so', async () => {
    const { attachmentId, messageId } = await waiting();
    const fail = () =>
      api.desk.run(SYSTEM, (ctx) => failFetch(ctx, { attachmentId, state: 'TOO_LARGE' }));
    expect(await fail()).toBe(true);
    expect(await fail()).toBe(false);
    const [event] = await edits(messageId);
    expect(event![0].attachments[0]).toMatchObject({ state: 'TOO_LARGE' });
    const response = await customer.request(`/api/v1/attachments/${attachmentId}/content`);
    expect(response.status).toBe(404);
  });

  test('arrive silently where nobody may see them any more', async () => {
    const gone = await waiting();
    await admin.api('DELETE /messages/{id}', { id: gone.messageId });
    const file = await receive(Buffer.from('x'), 'x.txt');
    expect(await complete(gone.attachmentId, file)).toBe(true);
    expect(await edits(gone.messageId)).toEqual([]);
    const deleted = await waiting();
    await admin.api('DELETE /tickets/{id}', { id: deleted.ticketId });
    expect(await complete(deleted.attachmentId, await receive(Buffer.from('y'), 'y.txt'))).toBe(
      true,
    );
    expect(await edits(deleted.messageId)).toEqual([]);
  });
});
