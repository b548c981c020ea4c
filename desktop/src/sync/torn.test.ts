import { createApiClient } from '@tikethet/shared/client';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendCommands } from './outbox/send';
import { uploadFile } from './upload';

/** Begins every answer and ends the connection in the middle of its body. */
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"results":[', () => response.destroy());
  });
});
let baseUrl = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
});
afterAll(() => server.close());

const api = () => createApiClient({ baseUrl, token: () => null });

test('a read whose answer is cut has had no answer', async () => {
  await expect(api()('GET /tickets/{id}', { id: 'x' })).rejects.toMatchObject({
    ...{ status: 0, code: 'network' },
  });
});

test('commands whose answer is cut are sent again: the desk has refused nothing', async () => {
  const command = { key: 'k', operation: 'tickets.pin' as const, input: {} };
  const sent = await sendCommands(api(), [command], new AbortController().signal);
  expect(sent.get('k')).toMatchObject({ ok: false, error: { code: 'network' } });
});

test.each([10, 3_000_000])('the same of a file of %i bytes', async (size) => {
  const tokens = { current: () => Promise.resolve('t'), renew: () => Promise.resolve('t') };
  const file = { name: 'a.bin', type: 'application/octet-stream', bytes: new Uint8Array(size) };
  const sent = await uploadFile(baseUrl, tokens, file, () => undefined, 'key');
  expect(sent).toMatchObject({ ok: false, error: { code: 'network' } });
});
