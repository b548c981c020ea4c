import { createApiClient } from '@tikethet/shared/client';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { BridgeError, Result } from '../bridge';
import { isBridgeCode } from '../ipc/result';
import { isPassing } from './outbox/outbox';
import { sendCommands } from './outbox/send';
import { uploadFile } from './upload';

/** Begins an answer and ends the connection in the middle of its body. */
function cut(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"results":[', () => response.destroy());
}

let answer: (response: ServerResponse, body: string) => void = cut;
beforeEach(() => {
  answer = cut;
});
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')));
  request.on('end', () => answer(response, body));
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

/** What somebody on the way says instead of the desk. */
const FOREIGN: [status: number, type: string, body: string][] = [
  [502, 'text/html', '<html>Bad gateway</html>'],
  [403, 'text/html', '<html>Blocked by policy</html>'],
  [403, 'application/json', '{"error":"forbidden"}'],
  [404, 'application/json', '{"error":{"code":404,"message":"no route"}}'],
  [503, 'application/json', 'null'],
  [200, 'text/html', '<html>Please sign in to this network</html>'],
  [200, 'application/json', '{"status":"ok"}'],
  [200, 'application/json', ''],
];

const refusalOf = (result: Result<unknown> | undefined): BridgeError => {
  if (result === undefined || result.ok) throw new Error('taken for an answer of the desk');
  return result.error;
};

test.each(FOREIGN)('%i %s %s is no answer of the desk: all is sent again', async (...said) => {
  const [status, type, body] = said;
  answer = (response) => response.writeHead(status, { 'content-type': type }).end(body);
  const command = { key: 'k', operation: 'tickets.pin' as const, input: {} };
  const sent = await sendCommands(api(), [command], new AbortController().signal);
  const tokens = { current: () => Promise.resolve('t'), renew: () => Promise.resolve('t') };
  const file = { name: 'a.bin', type: 'text/plain', bytes: new Uint8Array(10) };
  const uploaded = await uploadFile(baseUrl, tokens, file, () => undefined, 'key');
  for (const error of [refusalOf(sent.get('k')), refusalOf(uploaded)]) {
    // What main does not know as a code ends the engine.
    expect([error, isBridgeCode(error.code), isPassing(error)]).toEqual([error, true, true]);
  }
});

test('what is too much for one request goes in several; what is too large alone is refused', async () => {
  const taken: string[] = [];
  answer = (response, body) => {
    const { commands } = JSON.parse(body) as { commands: { key: string }[] };
    if (commands.length > 2 || commands.some(({ key }) => key === 'huge')) {
      return void response.writeHead(413).end('<html>Too large</html>');
    }
    taken.push(...commands.map(({ key }) => key));
    const results = commands.map(({ key }) => ({ key, status: 204, body: null }));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ results }));
  };
  const keys = ['a', 'b', 'c', 'huge', 'd'];
  const commands = keys.map((key) => ({ key, operation: 'macros.delete' as const, input: {} }));
  const sent = await sendCommands(api(), commands, new AbortController().signal);
  expect(taken).toEqual(['a', 'b', 'c', 'd']);
  const error = refusalOf(sent.get('huge'));
  expect([error.code, isPassing(error)]).toEqual(['payload_too_large', false]);
});
