import { randomBytes, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { OutputOf } from '@tikethet/shared/contracts';
import { PART_BYTES } from '@tikethet/shared/tickets';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePart, openPart } from '../../domain/attachments/parts';
import { cleanUploads } from '../../domain/attachments/cleanUploads';
import { startTestApi, type ApiPerson, type TestApi } from '../../testing/testApi';
import { ATTACHMENTS, download, storedFiles } from '../../testing/uploads';

type State = OutputOf<'attachments.putPart'>;

let api: TestApi;
let helper: ApiPerson;
beforeAll(async () => {
  api = await startTestApi();
  helper = await api.person('HELPER');
});
afterAll(() => api.close());

const bytes = Buffer.from(randomBytes(2_000_000).toString('base64')).subarray(0, 2.5 * PART_BYTES);

async function put(key: string, offset: number, change: { name?: string; who?: ApiPerson } = {}) {
  const { name = 'журнал.txt', who = helper } = change;
  const query = new URLSearchParams({ name, size: `${bytes.length}`, offset: `${offset}` });
  const response = await who.request(`${ATTACHMENTS}/uploads/${key}?${query.toString()}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes.subarray(offset, offset + PART_BYTES)),
  });
  return { status: response.status, body: await response.json() };
}
const look = (key: string, who = helper) => who.api('GET /attachments/uploads/{key}', { key });

test('a file arrives part by part, goes on where it was cut, and is one attachment', async () => {
  const key = `${randomUUID()}:1`;
  expect(await look(key)).toEqual({ received: 0, attachment: null });
  expect(await put(key, 0)).toEqual({
    status: 200,
    body: { received: PART_BYTES, attachment: null },
  });
  // The answer was lost: what comes twice, or too far ahead, is told where to go on.
  for (const offset of [0, 2 * PART_BYTES]) {
    expect(await put(key, offset)).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict', details: { received: PART_BYTES } } },
    });
  }
  expect(await look(key)).toEqual({ received: PART_BYTES, attachment: null });
  await put(key, PART_BYTES);
  const { attachment } = (await put(key, 2 * PART_BYTES)).body as State;
  expect(attachment).toMatchObject({ fileName: 'журнал.txt', size: bytes.length, state: 'READY' });
  const { body } = await download(api, attachment?.url ?? '');
  expect(body.equals(bytes)).toBe(true);
  expect((await look(key)).attachment?.id).toBe(attachment?.id);
  // All parts again, as from a console that has lost its memory: the same attachment.
  expect(((await put(key, bytes.length)).body as State).attachment?.id).toBe(attachment?.id);
  expect(storedFiles(api)).toHaveLength(1);
});

test('parts whose joining was interrupted are joined at the next word', async () => {
  const key = randomUUID();
  for (const offset of [0, PART_BYTES]) await put(key, offset);
  // As it is when the process ends right after the last part was stored.
  const { storageKey } = await api.desk.run(helper.actor, (ctx) =>
    openPart(ctx, {
      key,
      fileName: 'журнал.txt',
      size: bytes.length,
      offset: 2 * PART_BYTES,
      bytes: bytes.length - 2 * PART_BYTES,
    }),
  );
  const staged = await api.storage.stage();
  await writeFile(staged, bytes.subarray(2 * PART_BYTES));
  await api.storage.put(storageKey, staged);
  await api.desk.run(helper.actor, (ctx) => closePart(ctx, storageKey, key));
  expect(await look(key)).toEqual({ received: bytes.length, attachment: null });
  const { attachment } = (await put(key, bytes.length)).body as State;
  expect(attachment?.size).toBe(bytes.length);
});

test('a name is the person’s own, and stands for one file', async () => {
  const key = randomUUID();
  await put(key, 0);
  const other = await api.person('HELPER');
  expect(await look(key, other)).toEqual({ received: 0, attachment: null });
  expect(await put(key, PART_BYTES, { name: 'other.txt' })).toMatchObject({
    status: 422,
    body: { error: { code: 'idempotency_mismatch' } },
  });
});

test('what is never finished goes after a week, with its parts', async () => {
  await put(randomUUID(), 0);
  const before = storedFiles(api).length;
  const open = await api.db('uploads').whereNull('attachment_id');
  await api.db('uploads').update({ created_at: new Date(api.now().getTime() - 8 * 86_400_000) });
  expect(await cleanUploads(api.desk, api.storage)).toBeGreaterThanOrEqual(open.length);
  expect(await api.db('upload_parts')).toEqual([]);
  expect(storedFiles(api).length).toBe(before - open.length);
});
